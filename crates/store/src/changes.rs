//! What administrators changed of people, organisations and settings, in ids and codes: names are in one place
//! only, from which they can be erased.

use case::PersonId;
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::tx::{execute, fetch_all};
use crate::{Error, Tx};

/// One change that an administrator made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The id of the change.
    pub id: Uuid,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The person who made it.
    pub by: PersonId,
    /// What was done, as a code such as `role_given`.
    pub what: String,
    /// To whom or what it was done, as JSON of ids and codes.
    pub facts: String,
}

/// Adds a change. It belongs in the transaction that makes the change.
pub async fn add(tx: &mut Tx, change: &Change) -> Result<(), Error> {
    execute!(
        tx,
        "insert into admin_change (id, at, by_id, what, facts) values ($1, $2, $3, $4, $5)",
        change.id,
        change.at.trunc_subsecs(6),
        change.by.0,
        &change.what,
        &change.facts,
    )?;
    Ok(())
}

/// Later than any change: the end of the year 9999, the last time that both databases order correctly.
const LATEST: DateTime<Utc> = DateTime::from_timestamp(253_402_300_799, 0).expect("a time");

/// Up to `limit` changes, the latest first, before the last one of the page before.
pub async fn list(tx: &mut Tx, before: Option<&Change>, limit: usize) -> Result<Vec<Change>, Error> {
    let (at, id) = before.map_or((LATEST, Uuid::max()), |change| (change.at, change.id));
    let rows = fetch_all!(
        tx,
        (Uuid, DateTime<Utc>, Uuid, String, String),
        "select id, at, by_id, what, facts from admin_change where (at, id) < ($1, $2)
         order by at desc, id desc limit $3",
        at,
        id,
        i64::try_from(limit).unwrap_or(i64::MAX),
    )?;
    let change = |(id, at, by, what, facts)| Change { id, at, by: PersonId(by), what, facts };
    Ok(rows.into_iter().map(change).collect())
}
