//! Private addresses from which calendar programs fetch dates, and what each calendar last received.

use calendar::NaiveDate;
use case::{CaseId, PersonId};
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::tx::{execute, fetch_all, fetch_optional};
use crate::{Digest, Error, Tx};

/// The address of one person, kept under the digest of its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The person whose dates it holds.
    pub person: PersonId,
    /// The code of the dates that they chose.
    pub holds: String,
    /// When the address was made.
    pub made_at: DateTime<Utc>,
    /// When a calendar program last fetched it.
    pub fetched_at: Option<DateTime<Utc>>,
}

/// One date as a calendar last received it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The case of the date.
    pub case: CaseId,
    /// The key of the clock, such as `rapid-review`.
    pub clock: String,
    /// The due date.
    pub due: NaiveDate,
    /// How many times it was changed since it was first sent.
    pub sequence: i64,
    /// Whether it was cancelled.
    pub is_cancelled: bool,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
}

type Row = (Uuid, String, DateTime<Utc>, Option<DateTime<Utc>>);

fn feed((person, holds, made_at, fetched_at): Row) -> Feed {
    Feed { person: PersonId(person), holds, made_at, fetched_at }
}

/// Makes a new address for a person. The old one stops at once.
pub async fn make(tx: &mut Tx, token: Digest, feed: &Feed) -> Result<(), Error> {
    execute!(
        tx,
        "insert into calendar_feed (person_id, token_hash, holds, made_at, fetched_at) values ($1, $2, $3, $4, null)
         on conflict (person_id) do update set token_hash = excluded.token_hash, holds = excluded.holds,
             made_at = excluded.made_at, fetched_at = null",
        feed.person.0,
        &token.0[..],
        &feed.holds,
        feed.made_at.trunc_subsecs(6),
    )?;
    Ok(())
}

/// The address of a person, if there is one.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Option<Feed>, Error> {
    let found = fetch_optional!(
        tx,
        Row,
        "select person_id, holds, made_at, fetched_at from calendar_feed where person_id = $1",
        person.0,
    )?;
    Ok(found.map(feed))
}

/// The feed whose address has this token.
pub async fn find(tx: &mut Tx, token: Digest) -> Result<Option<Feed>, Error> {
    let found = fetch_optional!(
        tx,
        Row,
        "select person_id, holds, made_at, fetched_at from calendar_feed where token_hash = $1",
        &token.0[..],
    )?;
    Ok(found.map(feed))
}

/// Stops the address of a person, and forgets what their calendar received.
pub async fn stop(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    execute!(tx, "delete from calendar_feed where person_id = $1", person.0)?;
    execute!(tx, "delete from calendar_entry where person_id = $1", person.0)?;
    Ok(())
}

/// Notes when a calendar program fetched the feed.
pub async fn fetched(tx: &mut Tx, person: PersonId, at: DateTime<Utc>) -> Result<(), Error> {
    execute!(
        tx,
        "update calendar_feed set fetched_at = $1 where person_id = $2",
        at.trunc_subsecs(6),
        person.0,
    )?;
    Ok(())
}

/// What the calendar of a person last received.
pub async fn entries(tx: &mut Tx, person: PersonId) -> Result<Vec<Entry>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, String, NaiveDate, i64, bool, DateTime<Utc>),
        "select case_id, clock, due, sequence, is_cancelled, changed_at from calendar_entry
         where person_id = $1 order by due, case_id, clock",
        person.0,
    )?;
    let entry = |(case, clock, due, sequence, is_cancelled, changed_at)| Entry {
        case: CaseId(case),
        clock,
        due,
        sequence,
        is_cancelled,
        changed_at,
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// Keeps what a calendar receives of one date from now on.
pub async fn keep(tx: &mut Tx, person: PersonId, entry: &Entry) -> Result<(), Error> {
    execute!(
        tx,
        "insert into calendar_entry (person_id, case_id, clock, due, sequence, is_cancelled, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (person_id, case_id, clock) do update set due = excluded.due, sequence = excluded.sequence,
             is_cancelled = excluded.is_cancelled, changed_at = excluded.changed_at",
        person.0,
        entry.case.0,
        &entry.clock,
        entry.due,
        entry.sequence,
        entry.is_cancelled,
        entry.changed_at.trunc_subsecs(6),
    )?;
    Ok(())
}

/// Forgets the dates that were cancelled before this time: every calendar has fetched that.
pub async fn forget_cancelled(tx: &mut Tx, person: PersonId, before: DateTime<Utc>) -> Result<(), Error> {
    execute!(
        tx,
        "delete from calendar_entry where person_id = $1 and is_cancelled = $2 and changed_at < $3",
        person.0,
        true,
        before.trunc_subsecs(6),
    )?;
    Ok(())
}
