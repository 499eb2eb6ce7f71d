//! Private addresses from which calendar programs fetch dates, and what each calendar was last told.

use calendar::NaiveDate;
use case::{CaseId, PersonId};
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::tx::{execute, fetch_all, fetch_optional};
use crate::{Digest, Error, Tx};

/// The address of one person, by the digest of its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Whose it is.
    pub person: PersonId,
    /// Which dates it holds, as a code.
    pub holds: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// When a calendar program fetched it last.
    pub fetched_at: Option<DateTime<Utc>>,
}

/// One date as a calendar was last told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The case.
    pub case: CaseId,
    /// The key of the clock.
    pub clock: String,
    /// The date.
    pub due: NaiveDate,
    /// How often it was changed since it was first told.
    pub sequence: i64,
    /// Whether it was taken back.
    pub is_cancelled: bool,
    /// When it was changed last.
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

/// Whose address has this token.
pub async fn find(tx: &mut Tx, token: Digest) -> Result<Option<Feed>, Error> {
    let found = fetch_optional!(
        tx,
        Row,
        "select person_id, holds, made_at, fetched_at from calendar_feed where token_hash = $1",
        &token.0[..],
    )?;
    Ok(found.map(feed))
}

/// Stops the address of a person, and forgets what their calendar was told.
pub async fn stop(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    execute!(tx, "delete from calendar_feed where person_id = $1", person.0)?;
    execute!(tx, "delete from calendar_entry where person_id = $1", person.0)?;
    Ok(())
}

/// Notes when a calendar program fetched it.
pub async fn fetched(tx: &mut Tx, person: PersonId, at: DateTime<Utc>) -> Result<(), Error> {
    execute!(
        tx,
        "update calendar_feed set fetched_at = $1 where person_id = $2",
        at.trunc_subsecs(6),
        person.0,
    )?;
    Ok(())
}

/// What the calendar of a person was last told.
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

/// Keeps what a calendar is told of one date from now on.
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

/// Forgets the dates that were taken back before this time: every calendar has heard of it.
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
