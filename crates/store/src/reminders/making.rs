//! Finding what a pass has to look at, making reminders, and withdrawing them.

use std::collections::{BTreeMap, BTreeSet};

use calendar::NaiveDate;
use case::reminders::Kind;
use case::{CaseId, PartnershipId};
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::Key;
use crate::batch::{Batch, Value};
use crate::tx::{execute, fetch_all};
use crate::{Error, Tx, code};

/// A running clock, by its date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockDue {
    /// The day it is due.
    pub due: NaiveDate,
    /// The case it runs in.
    pub case: CaseId,
    /// The key of the clock, such as `rapid-review`.
    pub clock: String,
}

/// Up to `limit` running clocks of a partnership that are due from `first` to `last`, in order, after the last one
/// of the page before, whoever may see them.
pub async fn due_between(
    tx: &mut Tx,
    partnership: PartnershipId,
    (first, last): (NaiveDate, NaiveDate),
    after: Option<&ClockDue>,
    limit: usize,
) -> Result<Vec<ClockDue>, Error> {
    let (due, case, clock) =
        after.map_or((first, Uuid::nil(), ""), |after| (after.due, after.case.0, after.clock.as_str()));
    let rows = fetch_all!(
        tx,
        (NaiveDate, Uuid, String),
        "select due, case_id, clock from clock_row
         where partnership_id = $1 and (due, case_id, clock) > ($2, $3, $4) and due <= $5
         order by due, case_id, clock limit $6",
        partnership.0,
        due,
        case,
        clock,
        last,
        i64::try_from(limit).unwrap_or(i64::MAX),
    )?;
    Ok(rows.into_iter().map(|(due, case, clock)| ClockDue { due, case: CaseId(case), clock }).collect())
}

/// The clocks and occasions for which reminders were made for the days from `from` to `today` and not withdrawn.
pub async fn made_between(
    tx: &mut Tx,
    (from, today): (NaiveDate, NaiveDate),
) -> Result<BTreeSet<(ClockDue, String)>, Error> {
    let rows = fetch_all!(
        tx,
        (NaiveDate, Uuid, String, String),
        "select distinct due, case_id, clock, occasion from reminder
         where day >= $1 and day <= $2 and state <> 'withdrawn'",
        from,
        today,
    )?;
    let key = |(due, case, clock, occasion)| (ClockDue { due, case: CaseId(case), clock }, occasion);
    Ok(rows.into_iter().map(key).collect())
}

/// The cases of a partnership in which something was recorded since a time.
pub async fn changed_since(
    tx: &mut Tx,
    partnership: PartnershipId,
    since: DateTime<Utc>,
) -> Result<Vec<CaseId>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid,),
        "select case_id from case_row where partnership_id = $1 and updated_at >= $2",
        partnership.0,
        since.trunc_subsecs(6),
    )?;
    Ok(rows.into_iter().map(|(case,)| CaseId(case)).collect())
}

/// A reminder to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What makes it unique.
    pub key: Key,
    /// The partnership whose case it is.
    pub partnership: PartnershipId,
    /// The number of the entry that is news; none for a clock.
    pub entry: Option<u32>,
    /// The day on which it is to be sent.
    pub day: NaiveDate,
    /// The kind of clock or news.
    pub kind: Kind,
    /// Whether it is sent.
    pub fate: Fate,
}

/// Whether a reminder is sent once it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is sent from this time on.
    Waits(DateTime<Utc>),
    /// It is kept with the reason why it is not sent.
    PassedOver(String),
}

/// Makes reminders. One that is there already stays as it is, unless it was withdrawn: then it is true again.
pub async fn make(tx: &mut Tx, now: DateTime<Utc>, made: &[Made]) -> Result<(), Error> {
    let now = now.trunc_subsecs(6);
    let rows: BTreeMap<Uuid, &Made> = made.iter().map(|made| (made.key.id(), made)).collect();
    let row = |(id, made): (&Uuid, &&Made)| {
        let Made { key, partnership, entry, day, kind, fate } = *made;
        let (state, reason, next) = match fate {
            Fate::Waits(from) => ("waiting", None, from.trunc_subsecs(6)),
            Fate::PassedOver(reason) => ("passed_over", Some(reason.clone()), now),
        };
        let kind = code::of(kind)?;
        Ok::<_, Error>([
            Value::Id(*id),
            Value::Id(key.case.0),
            Value::Id(partnership.0),
            Value::Text(key.clock.clone()),
            Value::MaybeDay(Some(key.due)),
            Value::Text(key.occasion.clone()),
            Value::Id(key.recipient.0),
            Value::MaybeNumber(entry.map(i64::from)),
            Value::MaybeDay(Some(*day)),
            Value::Text(kind),
            Value::Text(state.to_owned()),
            Value::MaybeText(reason),
            Value::Time(now),
            Value::Time(next),
            Value::Number(0),
        ])
    };
    let rows = rows.iter().map(row).collect::<Result<Vec<_>, _>>()?;
    one_at_a_time(tx).await?;
    let mut batch = Batch::default();
    batch.insert(
        "reminder (id, case_id, partnership_id, clock, due, occasion, recipient_id, entry, day, kind, state, reason,
             made_at, next_try_at, tries)",
        rows,
        "on conflict (id) do update set state = excluded.state, reason = excluded.reason,
             next_try_at = excluded.next_try_at, tries = 0, settled_at = null, letter_id = null, message_id = null
         where reminder.state = 'withdrawn'",
    );
    batch.run(tx).await
}

/// A reminder has two keys, and PostgreSQL forgives a row that is there already by one of them. Two processes that make the
/// same one at once could meet at the other, so they take turns; on SQLite whoever writes has its turn anyway.
async fn one_at_a_time(tx: &mut Tx) -> Result<(), Error> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("select pg_advisory_xact_lock(hashtext('reminder'))").execute(&mut **tx).await?;
    }
    Ok(())
}

/// Passes over a reminder that waits while a later one of the same clock waits for the same person.
pub async fn pass_over_earlier(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, Error> {
    Ok(execute!(
        tx,
        "update reminder set state = 'passed_over', reason = 'A later one about the same date took its place.',
             settled_at = $1
         where state = 'waiting' and entry is null and kind not in ('digest', 'not_delivered', 'draft_ends') and exists (
             select 1 from reminder later
             where later.case_id = reminder.case_id and later.clock = reminder.clock and later.due = reminder.due
                 and later.recipient_id = reminder.recipient_id and later.day > reminder.day
                 and later.state = 'waiting')",
        now.trunc_subsecs(6),
    )?)
}

/// How many reminders were withdrawn, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Withdrawn {
    /// Because the due date moved.
    pub moved: u64,
    /// Because the clock no longer runs.
    pub over: u64,
}

/// Withdraws what waits and is no longer true, because the clock no longer runs or has another due date.
pub async fn withdraw(tx: &mut Tx, now: DateTime<Utc>) -> Result<Withdrawn, Error> {
    let now = now.trunc_subsecs(6);
    let over = execute!(
        &mut *tx,
        "update reminder set state = 'withdrawn', reason = 'It was done, or is no longer needed.', settled_at = $1
         where state = 'waiting' and entry is null and kind not in ('digest', 'not_delivered', 'draft_ends') and not exists (
             select 1 from clock_row c where c.case_id = reminder.case_id and c.clock = reminder.clock)",
        now,
    )?;
    let moved = execute!(
        tx,
        "update reminder set state = 'withdrawn', reason = 'The due date moved.', settled_at = $1
         where state = 'waiting' and entry is null and kind not in ('digest', 'not_delivered', 'draft_ends') and not exists (
             select 1 from clock_row c
             where c.case_id = reminder.case_id and c.clock = reminder.clock and c.due = reminder.due)",
        now,
    )?;
    Ok(Withdrawn { moved, over })
}

/// Waits until no other pass is writing. On SQLite there is only one writer.
///
/// Two passes that write the same rows in different orders would deadlock.
pub async fn in_turn(tx: &mut Tx) -> Result<(), Error> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("select pg_advisory_xact_lock($1)").bind(PASS).execute(&mut **tx).await?;
    }
    Ok(())
}

/// The number of the lock that passes take.
const PASS: i64 = 0x0052_454d_494e_4445;
