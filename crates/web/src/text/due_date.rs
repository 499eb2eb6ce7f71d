//! A date with how it stands, as lists show it.

use calendar::{Calendar, Due, NaiveDate};
use case::{Clock, ClockKey, ClockKind, Course};
use chrono::Datelike;

use super::clock::urgency;
use super::date;
use super::grammar::lower_first;
use crate::components::ContextualDate;

/// “Friday 27 March”, with the year where it is another than today's, which the page says.
pub(crate) fn bold(due: NaiveDate, today: NaiveDate) -> String {
    if due.year() == today.year() { date::weekday_without_year(due) } else { date::weekday(due) }
}

/// A date that a list knows without the case: only its key and the day.
pub(crate) fn of_row(
    clock: &str,
    due: NaiveDate,
    today: NaiveDate,
    calendar: &Calendar,
) -> Option<ContextualDate> {
    let clock = clock_of_row(clock.parse().ok()?, due);
    let words = clock.words(today, calendar);
    let note = if clock.key.is_minimum() {
        words
    } else {
        format!("{}, {}", clock.key.label(), lower_first(&words))
    };
    let edge = urgency(&clock.state(today, calendar));
    Some(ContextualDate::new(bold(due, today), note, edge).datetime(due.to_string()))
}

/// The clock of which a list holds the key and the date.
pub(crate) fn clock_of_row(key: ClockKey, due: NaiveDate) -> Clock<'static> {
    let kind = match key {
        ClockKey::PanelReply | ClockKey::PartnersTold => ClockKind::Expected,
        key if key.statutory().is_some() => ClockKind::Statutory,
        _ => ClockKind::Local,
    };
    Clock {
        key,
        kind,
        rule_set: None,
        rule: None,
        task: None,
        count: None,
        start: None,
        due: Ok(Due { date: due, provisional: false }),
        judged: false,
        course: Course::Open,
        explained: None,
        other_reading: None,
        easement: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_row_says_what_is_due_and_how_it_stands() {
        let (calendar, today) = (Calendar::shipped(), day(2026, 3, 26));
        let text = |clock, due| of_row(clock, due, today, &calendar).unwrap().to_string();
        let rapid_review = text("rapid-review", day(2026, 3, 31));
        assert!(rapid_review.contains("Tuesday 31 March<"), "{rapid_review}");
        assert!(rapid_review.contains("Rapid review, 3 working days left"), "{rapid_review}");
        assert!(text("lcspr", day(2025, 9, 10)).contains("Wednesday 10 September 2025"));
        assert!(text("panel-reply", day(2026, 3, 19)).contains("past what was expected"));
        assert!(of_row("nonsense", today, today, &calendar).is_none());
    }
}
