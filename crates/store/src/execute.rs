//! The only way to change a case: one request, one command, one transaction.

use std::sync::Arc;

use calendar::NaiveDate;
use case::{Case, CaseId, Denied, Event, PartnershipId, Reference, Setting, Step};
use chrono::Datelike;
use uuid::Uuid;

use crate::addition::Addition;
use crate::batch::Batch;
use crate::folded::{self, Folded};
use crate::request::{Receipt, Request, started_in};
use crate::tx::fetch_optional;
use crate::{Basis, Conflict, Db, Error, Tx, append, erase, history, naming, people, repeated};

/// How many times a command is tried when another process keeps being first.
const TRIES: usize = 3;

impl Db {
    /// Records a command: reads the history, asks whether the actor may, decides, and adds what follows with all
    /// its rows. When this answers, either all of it is on the disk or nothing is; it is carried through even if
    /// the caller goes away.
    ///
    /// # Errors
    ///
    /// [`Error::Rejected`] when the rules do not allow it, [`Error::Conflict`] when somebody else was first,
    /// [`Error::NotFound`] and [`Error::Denied`] when the actor may not.
    pub async fn execute(&self, basis: &Arc<Basis>, request: Request) -> Result<Receipt, Error> {
        if let Some(Decided { beside, batch, receipt, folded }) = self.decide_beside(basis, &request).await {
            match self.send(beside, batch).await {
                Err(Error::Taken) => {}
                Ok(()) => {
                    folded::keep(receipt.case, folded);
                    return Ok(receipt);
                }
                Err(error) => return Err(error),
            }
        }
        let erases = request.steps().any(|step| matches!(step, Step::EraseWords(_) | Step::ErasePerson(_)));
        let mut outcome = Err(Error::Taken);
        for _ in 0..TRIES {
            let (basis, request) = (Arc::clone(basis), request.clone());
            outcome = self.write(move |tx| Box::pin(async move { record(tx, &basis, request).await })).await;
            if !matches!(outcome, Err(Error::Taken)) {
                break;
            }
        }
        let receipt = outcome?;
        if erases {
            folded::forget(receipt.case);
            self.scrub().await?;
        }
        Ok(receipt)
    }

    /// Decides on another connection than the writer’s, so that only the changes wait their turn. If anything
    /// prevents that, the command is decided in its turn.
    async fn decide_beside(&self, basis: &Basis, request: &Request) -> Option<Decided> {
        if request.steps().any(needs_its_turn) {
            return None;
        }
        let mut beside = self.beside().await.ok()?;
        let before = folded::case(&mut beside, request.case).await.ok()?;
        admit(&before.case, request).ok()?;
        if before.case.version() != request.expected {
            return None;
        }
        let events = decide(basis, &before.case, request, None).ok()?;
        let case = Case::clone(&before.case);
        let addition = Addition::of(basis, request, case, before.head, events).ok()?;
        let Addition { mut batch, case, head, .. } = addition;
        if let Some(key) = request.known_by().ok()? {
            repeated::add(&mut batch, key, request, case.version());
        }
        if let Some(along) = &request.along {
            along.add(&mut batch, request.actor.person);
        }
        let (reference, version) = (case.reference()?, case.version());
        let receipt = Receipt { case: request.case, reference, version, repeated: false };
        let length = before.length + batch.length();
        Some(Decided { beside, batch, receipt, folded: Folded { case: Arc::new(case), head, length } })
    }
}

/// What was decided and is not written yet.
struct Decided {
    beside: Tx,
    batch: Batch,
    receipt: Receipt,
    /// The case with what was decided.
    folded: Folded,
}

/// Whether a step needs what only a transaction can give: a reference, or rows of other things than its case.
fn needs_its_turn(step: &Step) -> bool {
    matches!(step, Step::IdentifyChild(_) | Step::EraseWords(_) | Step::ErasePerson(_))
        || started_in(step).is_some()
}

async fn record(tx: &mut Tx, basis: &Basis, request: Request) -> Result<Receipt, Error> {
    let key = request.known_by()?;
    if let Some(first) = repeated::first_result(tx, &request, key).await? {
        return Ok(first);
    }
    let read = history::read(tx, request.case).await?;
    let case = Case::replay(read.recorded);
    admit(&case, &request)?;
    if case.version() != request.expected {
        return Err(conflict(tx, request.case).await?);
    }
    for step in request.steps() {
        naming::admit(tx, &request.actor, &case, step).await?;
    }
    let reference = match request.starts_in().filter(|_| case.version() == 0) {
        Some(partnership) => Some(new_reference(tx, partnership, request.today).await?),
        None => None,
    };
    let events = decide(basis, &case, &request, reference)?;
    for step in request.steps() {
        if let Step::IdentifyChild(child) = step {
            people::identify(tx, child.person, &child.identity).await?;
        }
    }
    let Addition { batch, added, case, rows, .. } = Addition::of(basis, &request, case, read.head, events)?;
    batch.run(tx).await?;
    if let Some(along) = &request.along {
        along.carry_out(tx, request.actor.person).await?;
    }
    if erase::carry_out(tx, request.case, &added).await? {
        let case = Case::replay(history::read(tx, request.case).await?.recorded);
        rows.refresh(tx, request.case, &case, basis).await?;
    }
    let reference = case.reference().ok_or(Error::NotFound)?;
    repeated::keep_result(tx, &request, key, case.version()).await?;
    Ok(Receipt { case: request.case, reference, version: case.version(), repeated: false })
}

/// Refuses an actor who may not record this. What they may not know of looks as if it did not exist.
fn admit(case: &Case, request: &Request) -> Result<(), Error> {
    let starts = request.starts_in().is_some();
    if case.version() == 0 && !starts {
        return Err(Error::NotFound);
    }
    let may =
        request.commands().try_for_each(|command| case::permits(&request.actor, case, &command.step.kind()));
    may.map_err(|Denied| {
        let knows = case.version() == 0 || case::may_read(&request.actor, case);
        if knows { Denied.into() } else { Error::NotFound }
    })
}

fn decide(
    basis: &Basis,
    case: &Case,
    request: &Request,
    reference: Option<Reference>,
) -> Result<Vec<Event>, Error> {
    let partnership = case.partnership().or(request.starts_in());
    let setting = Setting {
        today: request.today,
        calendar: basis.calendar(),
        rules: basis.rules(partnership),
        by: request.actor.person,
        operator: request.actor.operator,
        reference,
    };
    Ok(case::decide_all(case, request.commands().cloned(), &setting)?)
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

/// Who was first, and when.
async fn conflict(tx: &mut Tx, case: CaseId) -> Result<Error, Error> {
    let read = history::read(tx, case).await?;
    let Some(last) = read.recorded.last() else { return Ok(Error::NotFound) };
    let name = people::person(tx, last.by).await?.and_then(|person| person.name);
    let who = name
        .unwrap_or_else(|| if last.by.0.is_nil() { "The operator".to_owned() } else { last.by.to_string() });
    Ok(Conflict { who, when: last.at, version: last.seq }.into())
}
