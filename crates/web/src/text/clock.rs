//! Clocks on a page: how near they are, what missing them means, and what they count from.

use calendar::{Calendar, NaiveDate};
use case::{Clock, ClockKey, ClockKind, ClockState, KeyDate, Start};

use crate::components::Urgency;
use crate::names::Names;
use crate::text::date;

/// How many working days before its date a clock stands out.
const SOON: u32 = 2;

/// How near a clock is to its date, or how it ended.
pub(crate) fn urgency(state: &ClockState) -> Urgency {
    match state {
        ClockState::NotStarted => Urgency::NotStarted,
        ClockState::Running { left } if *left <= SOON => Urgency::Soon,
        ClockState::Running { .. } | ClockState::PastExpected { .. } => Urgency::Normal,
        ClockState::DueToday => Urgency::Today,
        ClockState::Overdue { .. } | ClockState::CannotCompute(_) => Urgency::Overdue,
        ClockState::Met { .. } | ClockState::Kept { .. } => Urgency::Met,
        ClockState::DoneLate { .. }
        | ClockState::CameLater { .. }
        | ClockState::EndedEarly { .. }
        | ClockState::Done { .. } => Urgency::History,
        ClockState::MissedExplained { .. } => Urgency::Explained,
        ClockState::NotNeeded(_) => Urgency::NotNeeded,
    }
}

/// What missing a date means.
pub(crate) fn kind(key: ClockKey, kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Statutory if key.is_minimum() => "Statutory minimum, not a deadline",
        ClockKind::Statutory => "Statutory deadline",
        ClockKind::Expected => "Expected date, not a deadline",
        ClockKind::Local => "Local milestone",
    }
}

/// “Rapid review due Tuesday 31 March 2026”, “Keep the report online until at least Saturday 30 October 2027”.
pub(crate) fn heading(clock: &Clock<'_>, names: &Names, today: NaiveDate) -> String {
    let name = names.clock(clock.key, clock.task);
    match clock.due_date() {
        Some(until) if clock.is_open() && clock.key.is_minimum() => {
            format!("{name} until at least {}", date::weekday(until))
        }
        Some(due) if clock.is_open() && due < today => format!("{name} was due {}", date::weekday(due)),
        Some(due) if clock.is_open() => format!("{name} due {}", date::weekday(due)),
        Some(due) => format!("{name}, {}", date::day(due)),
        None => name,
    }
}

/// “3 working days left · Statutory deadline”.
pub(crate) fn note(clock: &Clock<'_>, today: NaiveDate, calendar: &Calendar) -> String {
    format!("{} · {}", clock.words(today, calendar), kind(clock.key, clock.kind))
}

/// What starts a clock, as the end of a sentence: “the notification was sent on Tuesday 10 March 2026”.
pub(crate) fn started(start: Start) -> String {
    let what = match start.what {
        KeyDate::Notified => "the notification was sent",
        KeyDate::Aware => "the council became aware",
        KeyDate::CriteriaAware => "the council became aware that the criteria are met",
        KeyDate::Submitted => "the rapid review was sent to the National Panel",
        KeyDate::QueryAnswered => "the National Panel’s question was answered",
        other => other.label(),
    };
    match (start.on.day(), start.on) {
        (Some(day), _) => format!("{what} on {}", date::weekday(day)),
        (None, case::When::NotKnown) => format!("{what}, on a date that is not known"),
        (None, when) => format!("{what} in {when}"),
    }
}

/// What a date is to what it belongs to: something is due by it, or lasts until it.
pub(crate) fn by(key: ClockKey) -> &'static str {
    if key.is_minimum() { "Until at least" } else { "Due" }
}

/// The day until which a report has to stay online, and the working day after it where that is none: “Saturday 30 October
/// 2027. Do not take it offline before Monday 1 November 2027”.
pub(crate) fn at_least(until: NaiveDate, calendar: &Calendar) -> String {
    match calendar.first_working_day_on_or_after(until) {
        Ok(day) if day != until => {
            format!("{}. Do not take it offline before {}", date::weekday(until), date::weekday(day))
        }
        _ => date::weekday(until),
    }
}

/// The due date with its weekday, and the day to plan for where that is no working day: “Saturday 18 April 2026. Plan for
/// Friday 17 April 2026”. For a minimum that is the other way round, as [`at_least`] says it.
pub(crate) fn due(clock: &Clock<'_>, calendar: &Calendar) -> Option<String> {
    let date = clock.due_date()?;
    if clock.key.is_minimum() && clock.is_open() {
        return Some(at_least(date, calendar));
    }
    let due = date::weekday(date);
    Some(match clock.plan_for(calendar) {
        Some(plan) if clock.is_open() => format!("{due}. Plan for {}", date::weekday(plan)),
        _ => due,
    })
}
