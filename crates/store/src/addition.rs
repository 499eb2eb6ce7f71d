//! What a command adds to the record: its entries and every row that changes with them, made but not yet written.

use case::{Case, CaseId, Event, Recorded};
use chrono::SubsecRound;

use crate::batch::Batch;
use crate::digest::Digest;
use crate::entry::Entry;
use crate::rows::Rows;
use crate::search::{self, SearchEntry};
use crate::{Basis, Error, Request, append};

/// What one command changes.
pub(crate) struct Addition {
    /// The changes to be made, all or none.
    pub(crate) batch: Batch,
    /// The entries that are recorded.
    pub(crate) added: Vec<Recorded>,
    /// The case with these entries.
    pub(crate) case: Case,
    /// The digest of the last entry.
    pub(crate) head: Digest,
    /// The rows made from the case.
    pub(crate) rows: Rows,
}

impl Addition {
    /// What `events` add to `case`, whose last entry has the digest `head`.
    pub(crate) fn of(
        basis: &Basis,
        request: &Request,
        mut case: Case,
        mut head: Digest,
        events: Vec<Event>,
    ) -> Result<Self, Error> {
        let id: CaseId = request.case;
        let before = Rows::of(id, &case, head, basis)?;
        let added = recorded(&case, request, events);
        let mut entries = Vec::with_capacity(added.len());
        for recorded in &added {
            let entry = Entry::new(head, id, recorded, request.seed)?;
            head = entry.digest;
            entries.push(entry);
        }
        let mut batch = Batch::default();
        append::entries(&mut batch, entries.iter().map(|entry| (id, entry)));
        search::add(&mut batch, added.iter().filter_map(|recorded| SearchEntry::of(id, recorded)));
        for recorded in added.iter().cloned() {
            case.apply(recorded);
        }
        let rows = Rows::of(id, &case, head, basis)?;
        rows.save(&mut batch, id, &before);
        Ok(Self { batch, added, case, head, rows })
    }
}

fn recorded(case: &Case, request: &Request, events: Vec<Event>) -> Vec<Recorded> {
    let at = request.now.trunc_subsecs(6);
    let numbers = case.version() + 1..;
    numbers.zip(events).map(|(seq, event)| Recorded { seq, at, by: request.actor.person, event }).collect()
}
