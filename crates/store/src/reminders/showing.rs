//! What became of reminders, for people.

use std::collections::BTreeMap;

use case::{Actor, Area, CaseId, PersonId, Role, may_see};
use chrono::{DateTime, SubsecRound, Utc};

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

/// The area of the case that a reminder speaks of.
fn area(reminder: &Reminder, of: &case::Case) -> Area {
    match reminder.entry.and_then(|entry| of.entry(entry)) {
        Some(recorded) => Area::of(&recorded.event.fact),
        None => reminder.key.clock.parse().map_or(Area::Overview, Area::of_clock),
    }
}

/// The last `limit` reminders to a person, the latest first.
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

/// The last `limit` reminders that did not arrive, or may not have, in each partnership whose business unit `actor`
/// works in, of the cases they may see.
pub async fn in_trouble(tx: &mut Tx, actor: &Actor, limit: usize) -> Result<Vec<Reminder>, Error> {
    let mut found = Vec::new();
    for partnership in people::partnerships(tx).await? {
        let business_unit = |role| matches!(role, Role::BusinessUnit | Role::BusinessUnitManager);
        let works_there = actor.roles_in(partnership.id).any(|held| business_unit(held.role));
        if !actor.operator && !works_there {
            continue;
        }
        let rows = fetch_all!(
            &mut *tx,
            StoredReminder,
            with_columns!(
                "select ",
                " from reminder where partnership_id = $1 and state in ('uncertain', 'failed', 'bounced')
                 order by settled_at desc, id limit $2"
            ),
            partnership.id.0,
            i64::try_from(limit).unwrap_or(i64::MAX),
        )?;
        found.extend(read(rows)?);
    }
    let mut cases = sight::Cases::default();
    cases.read(tx, found.iter().map(|reminder| reminder.key.case)).await?;
    found.retain(|reminder| cases.show(actor, reminder.key.case, Area::Overview));
    Ok(found)
}

/// How many reminders there are in each state.
pub async fn counts(tx: &mut Tx) -> Result<BTreeMap<State, u64>, Error> {
    let rows = fetch_all!(tx, (String, i64), "select state, count(*) from reminder group by state")?;
    let count = |(state, count): (String, i64)| Ok((code::read(&state)?, count.unsigned_abs()));
    rows.into_iter().map(count).collect()
}

/// Says that the letter with this `Message-ID` came back. Answers which reminders travelled in it.
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
