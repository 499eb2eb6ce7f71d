//! What sending a claim needs to know, read together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use case::reminders::Kind;
use case::{Case, CaseId, PersonId};
use chrono::NaiveDate;
use store::people::Person;
use store::reminders::{self, Reminder, State};
use store::{Db, Error, cases, people};

use super::digest;
use crate::letters::Item;
use crate::reconciler::{Truth, draft_ends, name_of_draft, undelivered_letter};

/// What the letters of a claim are made from.
pub(super) struct Read {
    pub(super) cases: BTreeMap<CaseId, Arc<Case>>,
    pub(super) people: BTreeMap<PersonId, Person>,
    pub(super) digests: BTreeMap<PersonId, Vec<Item>>,
    pub(super) undelivered: BTreeMap<String, Reminder>,
    /// The drafts that will be deleted: the writer, the name of the draft, and its last day.
    pub(super) drafts: BTreeSet<(PersonId, String, NaiveDate)>,
}

impl Read {
    pub(super) async fn of(claimed: &[Reminder], db: &Db, truth: &Truth) -> Result<Self, Error> {
        let mut tx = db.snapshot().await?;
        let ids: BTreeSet<_> = claimed.iter().map(|reminder| reminder.key.case).collect();
        let cases = cases::without_words(&mut tx, &ids.into_iter().collect::<Vec<_>>()).await?;
        let (mut digests, mut undelivered) = (BTreeMap::new(), BTreeMap::new());
        let mut drafts = BTreeSet::new();
        for reminder in claimed {
            if reminder.kind == Kind::DraftEnds {
                let person = reminder.key.recipient;
                let there = store::drafts::of_person(&mut tx, person).await?.into_iter();
                drafts.extend(
                    there.map(|draft| (person, name_of_draft(&draft.path), draft_ends(draft.saved_at))),
                );
            }
            if reminder.kind == Kind::Digest {
                let person = reminder.key.recipient;
                digests.insert(person, digest::items(&mut tx, truth, person).await?);
            }
            if let Some(letter) = undelivered_letter(&reminder.key.clock) {
                let lost = reminders::in_letter(&mut tx, letter).await?.into_iter().find(is_lost);
                undelivered.extend(lost.map(|lost| (reminder.key.clock.clone(), lost)));
            }
        }
        // Letters name the person who leads a case, the one who recorded an entry, and the one who did not get a
        // letter.
        let mut ids: Vec<_> = claimed.iter().map(|reminder| reminder.key.recipient).collect();
        ids.extend(cases.values().filter_map(|case| case.lead));
        ids.extend(undelivered.values().map(|lost: &Reminder| lost.key.recipient));
        ids.extend(
            claimed
                .iter()
                .filter_map(|reminder| Some(cases.get(&reminder.key.case)?.entry(reminder.entry?)?.by)),
        );
        let people = people::several(&mut tx, &ids).await?;
        Ok(Self { cases, people, digests, undelivered, drafts })
    }
}

/// Whether a reminder did not arrive, and nobody has dealt with that.
fn is_lost(reminder: &Reminder) -> bool {
    reminder.needs_somebody() && reminder.state != State::Uncertain
}
