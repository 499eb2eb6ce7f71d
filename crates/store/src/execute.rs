//! The only way to change a case: one request, one command, one transaction.

use std::sync::Arc;

use calendar::NaiveDate;
use case::{Actor, Case, CaseId, Command, Denied, Event, PartnershipId, Recorded, Reference, Setting, Step};
use chrono::{DateTime, Datelike, SubsecRound, Utc};
use uuid::Uuid;

use crate::batch::Batch;
use crate::digest::Digest;
use crate::entry::Entry;
use crate::rows::Rows;
use crate::search::SearchEntry;
use crate::tx::{execute, fetch_one, fetch_optional};
use crate::{Basis, Conflict, Db, Error, Tx, append, case_row, erase, history, naming, people, search};

/// What somebody asks to record, and everything that is not for them to choose.
#[derive(Clone, Debug)]
pub struct Request {
    /// Who asks.
    pub actor: Actor,
    /// The case; a new id for the commands that start one.
    pub case: CaseId,
    /// The number of the last entry they have seen; 0 for the commands that start a case.
    pub expected: u32,
    /// What they ask to record.
    pub command: Command,
    /// A key of their choice: the same key again gives the first result and changes nothing.
    pub key: Option<Uuid>,
    /// This instant.
    pub now: DateTime<Utc>,
    /// Today in London.
    pub today: NaiveDate,
    /// Sixteen random bytes, from which the words get their salt.
    pub seed: Uuid,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: Reference,
    /// The number of its last entry after this command.
    pub version: u32,
    /// Whether it had been recorded before, under the same key.
    pub repeated: bool,
}

impl Db {
    /// Records a command: reads the history, asks whether the actor may, decides, and adds what follows with all its
    /// rows. It is on the disk when this answers, whole, or nothing of it is; it is carried through even if the
    /// caller goes away.
    ///
    /// # Errors
    /// [`Error::Rejected`] when the rules do not allow it, [`Error::Conflict`] when somebody else was first,
    /// [`Error::NotFound`] and [`Error::Denied`] when the actor may not.
    pub async fn execute(&self, basis: &Arc<Basis>, request: Request) -> Result<Receipt, Error> {
        let basis = Arc::clone(basis);
        let erases = matches!(request.command.step, Step::EraseWords(_) | Step::ErasePerson(_));
        let receipt =
            self.write(move |tx| Box::pin(async move { record(tx, &basis, request).await })).await?;
        if erases {
            self.scrub().await?;
        }
        Ok(receipt)
    }
}

async fn record(tx: &mut Tx, basis: &Basis, request: Request) -> Result<Receipt, Error> {
    if let Some(first) = first_result(tx, &request).await? {
        return Ok(first);
    }
    let told = history::tell(tx, request.case).await?;
    let case = Case::replay(told.recorded);
    admit(&case, &request)?;
    if case.version() != request.expected {
        return Err(conflict(tx, request.case).await?);
    }
    naming::admit(tx, &request.actor, &case, &request.command.step).await?;
    let events = decide(tx, basis, &case, &request).await?;
    if let Step::IdentifyChild(child) = &request.command.step {
        people::identify(tx, child.person, &child.identity).await?;
    }
    let case = add(tx, basis, &request, case, told.head, events).await?;
    let reference = case.reference().ok_or(Error::NotFound)?;
    keep_result(tx, &request, case.version()).await?;
    Ok(Receipt { case: request.case, reference, version: case.version(), repeated: false })
}

/// Whether the actor may. What they may not know of answers as what does not exist.
fn admit(case: &Case, request: &Request) -> Result<(), Error> {
    let starts = started_in(&request.command.step).is_some();
    if case.version() == 0 && !starts {
        return Err(Error::NotFound);
    }
    case::permits(&request.actor, case, &request.command).map_err(|Denied| {
        let knows = case.version() == 0 || case::may_read(&request.actor, case);
        if knows { Denied.into() } else { Error::NotFound }
    })
}

async fn decide(tx: &mut Tx, basis: &Basis, case: &Case, request: &Request) -> Result<Vec<Event>, Error> {
    let starts_in = started_in(&request.command.step).filter(|_| case.version() == 0);
    let reference = match starts_in {
        Some(partnership) => Some(new_reference(tx, partnership, request.today).await?),
        None => None,
    };
    let setting = Setting {
        today: request.today,
        calendar: basis.calendar(),
        rules: basis.rules(starts_in.or(case.partnership())),
        by: request.actor.person,
        operator: request.actor.operator,
        reference,
    };
    Ok(case::decide(case, request.command.clone(), &setting)?)
}

async fn new_reference(
    tx: &mut Tx,
    partnership: PartnershipId,
    today: NaiveDate,
) -> Result<Reference, Error> {
    let known = fetch_optional!(tx, (Uuid,), "select id from partnership where id = $1", partnership.0)?;
    if known.is_none() {
        return Err(case::Rejection::of("partnership", "There is no such partnership").into());
    }
    append::next_reference(tx, partnership, today.year()).await
}

fn started_in(step: &Step) -> Option<PartnershipId> {
    match step {
        Step::Refer(referral) => Some(referral.partnership),
        Step::BringIn(case) => Some(case.partnership),
        _ => None,
    }
}

fn recorded(case: &Case, request: &Request, events: Vec<Event>) -> Vec<Recorded> {
    let at = request.now.trunc_subsecs(6);
    let numbers = case.version() + 1..;
    numbers.zip(events).map(|(seq, event)| Recorded { seq, at, by: request.actor.person, event }).collect()
}

/// Adds the entries with everything made from them, and carries out what they say about erasing.
async fn add(
    tx: &mut Tx,
    basis: &Basis,
    request: &Request,
    mut case: Case,
    mut head: Digest,
    events: Vec<Event>,
) -> Result<Case, Error> {
    let id = request.case;
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
    if !batch.run(tx).await? {
        return Err(conflict(tx, id).await?);
    }
    if !erase::carry_out(tx, id, &added).await? {
        return Ok(case);
    }
    let case = Case::replay(history::tell(tx, id).await?.recorded);
    let mut batch = Batch::default();
    Rows::of(id, &case, head, basis)?.save(&mut batch, id, &rows);
    batch.run(tx).await?;
    Ok(case)
}

/// Who was first, and when.
async fn conflict(tx: &mut Tx, case: CaseId) -> Result<Error, Error> {
    let told = history::tell(tx, case).await?;
    let Some(last) = told.recorded.last() else { return Ok(Error::NotFound) };
    let name = people::person(tx, last.by).await?.and_then(|person| person.name);
    let who = name
        .unwrap_or_else(|| if last.by.0.is_nil() { "The operator".to_owned() } else { last.by.to_string() });
    Ok(Conflict { who, when: last.at, version: last.seq }.into())
}

/// The first result of a request that was made before. Where it was not, takes its key: whoever comes with the same
/// key waits until this transaction ends.
async fn first_result(tx: &mut Tx, request: &Request) -> Result<Option<Receipt>, Error> {
    let Some(key) = request.key else { return Ok(None) };
    let taken = execute!(
        tx,
        "insert into request (key, person_id, case_id, version, recorded_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
        key,
        request.actor.person.0,
        request.case.0,
        i64::from(request.expected),
        request.now.trunc_subsecs(6),
    )?;
    if taken == 1 {
        return Ok(None);
    }
    let (case, version, year, serial) = fetch_one!(
        tx,
        (Uuid, i64, i64, i64),
        "select q.case_id, q.version, r.year, r.serial from request q join case_row r on r.case_id = q.case_id
         where q.key = $1 and q.person_id = $2",
        key,
        request.actor.person.0,
    )?;
    Ok(Some(Receipt {
        case: CaseId(case),
        reference: case_row::reference(year, serial)?,
        version: case_row::version(version)?,
        repeated: true,
    }))
}

async fn keep_result(tx: &mut Tx, request: &Request, version: u32) -> Result<(), Error> {
    if let Some(key) = request.key {
        execute!(
            tx,
            "update request set version = $1 where key = $2 and person_id = $3",
            i64::from(version),
            key,
            request.actor.person.0,
        )?;
    }
    Ok(())
}
