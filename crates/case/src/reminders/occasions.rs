//! The days on which a clock has reminders.

use calendar::{Calendar, OutsideCalendar};
use chrono::{Days, NaiveDate};

use super::{Occasion, Overdue, Plan};

/// For how many days after its due date a clock has reminders. Whoever was reminded for a year knows.
pub const LONGEST_OVERDUE: u64 = 366;

/// The occasions of a clock due on `due` whose day lies from `from` to `today`, in order. The last one is to be
/// sent; the others were passed over.
///
/// # Errors
/// When the calendar does not cover them.
pub fn occasions(
    plan: &Plan,
    due: NaiveDate,
    (from, today): (NaiveDate, NaiveDate),
    calendar: &Calendar,
) -> Result<Vec<(Occasion, NaiveDate)>, OutsideCalendar> {
    let mut found = Vec::new();
    let ahead = plan.before.iter().map(|days| Occasion::ahead(*days));
    for occasion in plan.months_before.iter().map(|months| Occasion::MonthsBefore(*months)).chain(ahead) {
        // Once the due date has passed, no reminder ahead of it is sent.
        if due >= from.checked_sub_days(Days::new(31)).unwrap_or(from) {
            found.push((occasion, occasion.day(due, calendar)?));
        }
    }
    for days in overdue(plan.overdue.as_ref(), due, (from, today), calendar)? {
        let occasion = Occasion::Overdue(days);
        found.push((occasion, occasion.day(due, calendar)?));
    }
    found.retain(|(_, day)| (from..=today).contains(day));
    found.sort_by_key(|(occasion, day)| (*day, occasion.place()));
    found.dedup();
    Ok(found)
}

/// The numbers of working days overdue at which a clock has a reminder between two days.
fn overdue(
    when: Option<&Overdue>,
    due: NaiveDate,
    (from, today): (NaiveDate, NaiveDate),
    calendar: &Calendar,
) -> Result<Vec<u16>, OutsideCalendar> {
    let last = due.checked_add_days(Days::new(LONGEST_OVERDUE)).unwrap_or(due).min(today);
    let Some(when) = when.filter(|_| due < last && from <= last) else { return Ok(Vec::new()) };
    let since = |day| Ok(u16::try_from(calendar.working_days_between(due, day)?).unwrap_or(0));
    // On a day off, a clock is as many days overdue as on the working day before.
    let (first, last) = (since(from)?.max(1), since(last)?);
    let mut days = first..=last;
    Ok(match when {
        Overdue::EachWorkingDay => days.collect(),
        Overdue::On(on) => on.iter().copied().filter(|day| days.contains(day)).collect(),
        Overdue::Every(every) => days.by_ref().filter(|day| day % every == 0).collect(),
    })
}
