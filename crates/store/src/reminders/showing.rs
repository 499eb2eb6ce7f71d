//! What became of reminders, for people.

use std::collections::{BTreeMap, BTreeSet};

use case::{Actor, Area, CaseId, PartnershipId, PersonId, Role, may_see};
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::{Reminder, State, StoredReminder, read, with_columns};
use crate::tx::{execute, fetch_all};
use crate::{Error, Tx, cases, code, people, sight};

/// Every reminder of a case that `actor` may see, the latest first.
pub async fn of_case(tx: &mut Tx, actor: &Actor, case: CaseId) -> Result<Vec<Reminder>, Error> {
    let of = cases::case(tx, actor, case).await?;
    let rows = fetch_all!(
        tx,
        StoredReminder,
        with_columns!("select ", " from reminder where case_id = $1 order by day desc, made_at desc, id"),
        case.0,
    )?;
    let mut reminders = read(rows)?;
    reminders.retain(|reminder| may_see(actor, &of, area(reminder, &of)));
    Ok(reminders)
}

/// The area of the case that a reminder is about.
fn area(reminder: &Reminder, of: &case::Case) -> Area {
    match reminder.entry.and_then(|entry| of.entry(entry)) {
        Some(recorded) => Area::of(&recorded.event.fact),
        None => reminder.key.clock.parse().map_or(Area::Overview, Area::of_clock),
    }
}

/// The latest `limit` reminders to a person.
pub async fn of_person(tx: &mut Tx, person: PersonId, limit: usize) -> Result<Vec<Reminder>, Error> {
    let rows = fetch_all!(
        tx,
        StoredReminder,
        with_columns!("select ", " from reminder where recipient_id = $1 order by made_at desc, id limit $2"),
        person.0,
        i64::try_from(limit).unwrap_or(i64::MAX),
    )?;
    read(rows)
}

/// The latest `limit` reminders that did not arrive, or may not have, and that nobody has dealt with, in each
/// partnership whose business unit `actor` works in, of the cases they may see.
pub async fn in_trouble(tx: &mut Tx, actor: &Actor, limit: usize) -> Result<Vec<Reminder>, Error> {
    let mut found = Vec::new();
    for partnership in works_for(tx, actor).await? {
        let rows = fetch_all!(
            &mut *tx,
            StoredReminder,
            with_columns!(
                "select ",
                " from reminder
                 where partnership_id = $1 and state in ('uncertain', 'failed', 'bounced') and seen_at is null
                 order by settled_at desc, id limit $2"
            ),
            partnership.0,
            i64::try_from(limit).unwrap_or(i64::MAX),
        )?;
        found.extend(read(rows)?);
    }
    let mut cases = sight::Cases::default();
    cases.read(tx, found.iter().map(|reminder| reminder.key.case)).await?;
    found.retain(|reminder| cases.show(actor, reminder.key.case, Area::Overview));
    Ok(found)
}

/// The partnerships in whose business unit somebody works; all of them for the operator.
async fn works_for(tx: &mut Tx, actor: &Actor) -> Result<BTreeSet<PartnershipId>, Error> {
    if actor.operator {
        return Ok(people::partnerships(tx).await?.into_iter().map(|partnership| partnership.id).collect());
    }
    let business_unit = |role| matches!(role, Role::BusinessUnit | Role::BusinessUnitManager);
    let held = actor.memberships.iter().filter(|held| business_unit(held.role));
    Ok(held.map(|held| held.partnership).collect())
}

/// What failed or came back in a partnership since a time. The states are those of the index, so that it serves.
pub async fn failed_since(
    tx: &mut Tx,
    partnership: PartnershipId,
    since: DateTime<Utc>,
) -> Result<Vec<Reminder>, Error> {
    let rows = fetch_all!(
        tx,
        StoredReminder,
        with_columns!(
            "select ",
            " from reminder
             where partnership_id = $1 and state in ('uncertain', 'failed', 'bounced') and settled_at >= $2
                 and state <> 'uncertain' and kind <> 'not_delivered'
             order by id"
        ),
        partnership.0,
        since.trunc_subsecs(6),
    )?;
    read(rows)
}

/// The reminders that were sent in one email; where there was none, the one with this id.
pub async fn in_letter(tx: &mut Tx, letter: Uuid) -> Result<Vec<Reminder>, Error> {
    let rows = fetch_all!(
        tx,
        StoredReminder,
        with_columns!("select ", " from reminder where letter_id = $1 or id = $1 order by id"),
        letter,
    )?;
    read(rows)
}

/// Notes that somebody dealt with an email that did not arrive. Says whether there was any.
pub async fn see_to(tx: &mut Tx, letter: Uuid, by: PersonId, now: DateTime<Utc>) -> Result<bool, Error> {
    let seen = execute!(
        tx,
        "update reminder set seen_by = $2, seen_at = $3
         where (letter_id = $1 or id = $1) and state in ('uncertain', 'failed', 'bounced') and seen_at is null",
        letter,
        by.0,
        now.trunc_subsecs(6),
    )?;
    Ok(seen > 0)
}

/// A page of the reminders of a partnership in some states, the latest first.
pub async fn of_partnership(
    tx: &mut Tx,
    partnership: PartnershipId,
    states: &[State],
    (skip, limit): (usize, usize),
) -> Result<Vec<Reminder>, Error> {
    let wanted: Vec<String> = states.iter().map(code::of).collect::<Result<_, _>>()?;
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let rows = fetch_all!(
        tx,
        StoredReminder,
        with_columns!(
            "select ",
            " from reminder
             where partnership_id = $1 and ',' || $2 || ',' like '%,' || state || ',%'
             order by made_at desc, id limit $3 offset $4"
        ),
        partnership.0,
        wanted.join(","),
        number(limit),
        number(skip),
    )?;
    read(rows)
}

/// How many reminders of a partnership there are in each state.
pub async fn counts_of(tx: &mut Tx, partnership: PartnershipId) -> Result<BTreeMap<State, u64>, Error> {
    let rows = fetch_all!(
        tx,
        (String, i64),
        "select state, count(*) from reminder where partnership_id = $1 group by state",
        partnership.0,
    )?;
    let count = |(state, count): (String, i64)| Ok((code::read(&state)?, count.unsigned_abs()));
    rows.into_iter().map(count).collect()
}

/// How many reminders there are in each state.
pub async fn counts(tx: &mut Tx) -> Result<BTreeMap<State, u64>, Error> {
    let rows = fetch_all!(tx, (String, i64), "select state, count(*) from reminder group by state")?;
    let count = |(state, count): (String, i64)| Ok((code::read(&state)?, count.unsigned_abs()));
    rows.into_iter().map(count).collect()
}

/// Notes that the email with this `Message-ID` came back. Says which reminders were in it.
pub async fn bounced(
    tx: &mut Tx,
    message_id: &str,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Reminder>, Error> {
    execute!(
        &mut *tx,
        "update reminder set state = 'bounced', reason = $2, settled_at = $3
         where message_id = $1 and state in ('sending', 'sent', 'uncertain')",
        message_id,
        reason,
        now.trunc_subsecs(6),
    )?;
    let rows = fetch_all!(
        tx,
        StoredReminder,
        with_columns!("select ", " from reminder where message_id = $1 and state = 'bounced' order by id"),
        message_id,
    )?;
    read(rows)
}
