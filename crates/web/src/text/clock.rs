//! Clocks on a page: how near they are, what missing them means, and what they count from.

use calendar::{Calendar, NaiveDate};
use case::{Clock, ClockKind, ClockState, KeyDate, Start};

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
pub(crate) fn kind(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Statutory => "Statutory deadline",
        ClockKind::Expected => "Expected date, not a deadline",
        ClockKind::Local => "Local milestone",
    }
}

/// “Rapid review due Tuesday 31 March 2026”; where there is no date, why not.
pub(crate) fn heading(clock: &Clock<'_>, names: &Names, today: NaiveDate) -> String {
    let name = names.clock(clock.key, clock.task);
    match clock.due_date() {
        Some(due) if clock.is_open() && due < today => format!("{name} was due {}", date::weekday(due)),
        Some(due) if clock.is_open() => format!("{name} due {}", date::weekday(due)),
        Some(due) => format!("{name}, {}", date::day(due)),
        None => name,
    }
}

/// “3 working days left · Statutory deadline”.
pub(crate) fn note(clock: &Clock<'_>, today: NaiveDate, calendar: &Calendar) -> String {
    format!("{} · {}", clock.words(today, calendar), kind(clock.kind))
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

/// The due date with its weekday, and the day to plan for where that is no working day: “Saturday 18 April 2026. Plan for
/// Friday 17 April 2026”.
pub(crate) fn due(clock: &Clock<'_>, calendar: &Calendar) -> Option<String> {
    let due = date::weekday(clock.due_date()?);
    Some(match clock.plan_for(calendar) {
        Some(plan) if clock.is_open() => format!("{due}. Plan for {}", date::weekday(plan)),
        _ => due,
    })
}
