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
    /// They opened it.
    Opened,
    /// It was found by a search.
    Searched,
    /// They took it out of the record, with others.
    Exported,
}

/// One reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What was read of.
    pub case: CaseId,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub person: PersonId,
    /// How: `opened`, `searched` or `exported`.
    pub what: String,
}

impl Why {
    fn code(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Searched => "searched",
            Self::Exported => "exported",
        }
    }
}

/// Notes that `person` reads of these cases. On the disk when it answers: what cannot be noted is not shown.
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
