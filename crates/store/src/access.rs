//! The log of who read what.

use case::{CaseId, PersonId};
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::batch::{Batch, Value};
use crate::tx::fetch_all;
use crate::{Db, Error, Tx};

/// How somebody came to read of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// They opened the case.
    Opened,
    /// It was found by a search.
    Searched,
    /// They took it out of the record, with others.
    Exported,
    /// The name of a child in it was shown to them.
    Named,
}

/// That somebody read of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The case they read of.
    pub case: CaseId,
    /// When they read of it.
    pub at: DateTime<Utc>,
    /// The person who read it.
    pub person: PersonId,
    /// How: `opened`, `searched`, `exported` or `named`.
    pub what: String,
}

impl Why {
    fn code(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Searched => "searched",
            Self::Exported => "exported",
            Self::Named => "named",
        }
    }
}

/// Notes that `person` reads of these cases. It is on the disk before this answers: what cannot be noted is not
/// shown.
pub async fn note(
    db: &Db,
    person: PersonId,
    now: DateTime<Utc>,
    cases: Vec<CaseId>,
    why: Why,
) -> Result<(), Error> {
    let at = now.trunc_subsecs(6);
    let row = move |case: CaseId| {
        [Value::Id(case.0), Value::Time(at), Value::Id(person.0), Value::Text(why.code().to_owned())]
    };
    let mut batch = Batch::default();
    batch.insert(
        "access_log (case_id, at, person_id, what)",
        cases.into_iter().map(row),
        "on conflict do nothing",
    );
    db.write(move |tx| Box::pin(async move { batch.run(tx).await })).await
}

/// Who read of a case, the latest first.
pub async fn readings(tx: &mut Tx, case: CaseId) -> Result<Vec<Reading>, Error> {
    let rows = fetch_all!(
        tx,
        (DateTime<Utc>, Uuid, String),
        "select at, person_id, what from access_log where case_id = $1 order by at desc, person_id, what",
        case.0,
    )?;
    let reading = |(at, person, what)| Reading { case, at, person: PersonId(person), what };
    Ok(rows.into_iter().map(reading).collect())
}

/// How many openings are looked through to find the different cases among them.
const OPENINGS: i64 = 200;

/// The cases that a person last opened, the latest first, each with the last time. The caller asks whether the
/// person may still know of them.
pub async fn recent(
    tx: &mut Tx,
    person: PersonId,
    limit: usize,
) -> Result<Vec<(CaseId, DateTime<Utc>)>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, DateTime<Utc>),
        "select case_id, at from access_log where person_id = $1 and what = 'opened'
         order by at desc, case_id limit $2",
        person.0,
        OPENINGS,
    )?;
    let mut latest: Vec<(CaseId, DateTime<Utc>)> = Vec::new();
    for (case, at) in rows {
        if latest.len() < limit && !latest.iter().any(|(known, _)| known.0 == case) {
            latest.push((CaseId(case), at));
        }
    }
    Ok(latest)
}
