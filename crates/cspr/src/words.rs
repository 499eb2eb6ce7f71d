//! How clocks are put into words.

use calendar::{Calendar, NaiveDate};
use case::rules::{Direction, Unit};
use case::{Clock, ClockKind, ClockState, Count};
use chrono::{Datelike, Months};
use serde_json::{Value, json};

use crate::names::Names;
use crate::output;

/// From how many working days on a wait is told in months.
const LONG: u32 = 30;

/// How a clock stands, such as `3 working days left` or `5 months left`.
pub(crate) fn state(clock: &Clock<'_>, today: NaiveDate, calendar: &Calendar) -> String {
    let state = clock.state(today, calendar);
    let words = match (&state, clock.due_date()) {
        (ClockState::NotStarted, _) => not_started(clock),
        (ClockState::Running { left }, Some(due)) if *left > LONG => months_left(today, due),
        _ => state.to_string(),
    };
    if clock.is_provisional() && clock.is_open() { format!("{words}, provisional") } else { words }
}

/// A clock with its date and how it stands, in one line.
pub(crate) fn in_a_line(clock: &Clock<'_>, names: &Names, today: NaiveDate, calendar: &Calendar) -> String {
    let due = clock.due_date().map_or_else(String::new, |due| format!(" by {}", output::day(due)));
    format!("{}{due}. {}", names.clock(clock.key, clock.task), state(clock, today, calendar))
}

/// Such as `3 working days` or `6 calendar months`.
pub(crate) fn limit(count: Count) -> String {
    let unit = match count.unit {
        Unit::None => return count.unit.label().to_owned(),
        unit => unit.label(),
    };
    let unit = if count.limit == 1 { unit.trim_end_matches('s') } else { unit };
    format!("{} {unit}", count.limit)
}

/// Which way a count goes, such as `after`.
pub(crate) fn direction(count: Count) -> &'static str {
    match count.direction {
        Direction::After => "after",
        Direction::Before => "before",
    }
}

/// What missing a clock's date means, in a word.
pub(crate) fn kind(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Statutory => "statutory",
        ClockKind::Expected => "expected",
        ClockKind::Local => "local",
    }
}

/// What missing a date means, as people say it.
pub(crate) fn kind_in_full(kind: &str) -> &str {
    match kind {
        "statutory" => "Statutory deadline",
        "expected" => "Expected",
        "local" => "Local milestone",
        other => other,
    }
}

/// A clock for another program to read.
pub(crate) fn clock_json(clock: &Clock<'_>, today: NaiveDate, calendar: &Calendar) -> Value {
    json!({
        "clock": clock.key,
        "label": clock.label(),
        "kind": kind(clock.kind),
        "due": clock.due_date(),
        "provisional": clock.is_provisional(),
        "judged": clock.judged,
        "open": clock.is_open(),
        "state": clock.state(today, calendar).name(),
        "words": state(clock, today, calendar),
    })
}

fn not_started(clock: &Clock<'_>) -> String {
    match (clock.count, clock.rule) {
        (Some(count), Some(rule)) if count.unit != Unit::None => {
            format!("Not started. {} {} {}", limit(count), direction(count), rule.starts)
        }
        _ => ClockState::NotStarted.to_string(),
    }
}

fn months_left(today: NaiveDate, due: NaiveDate) -> String {
    let (years, months) =
        (due.year() - today.year(), due.month0().cast_signed() - today.month0().cast_signed());
    let apart = u32::try_from(years * 12 + months).unwrap_or(0);
    let not_whole = today.checked_add_months(Months::new(apart)).is_none_or(|then| then > due);
    match apart - u32::from(not_whole && apart > 0) {
        1 => "1 month left".to_owned(),
        months => format!("{months} months left"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_left_are_whole_months() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        assert_eq!(months_left(day(1, 15), day(6, 15)), "5 months left");
        assert_eq!(months_left(day(1, 16), day(6, 15)), "4 months left");
        assert_eq!(months_left(day(1, 31), day(3, 1)), "1 month left");
    }
}
