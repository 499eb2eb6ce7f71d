//! How clocks are put into words.

use calendar::{Calendar, NaiveDate};
use case::{Clock, ClockKind};
use serde_json::{Value, json};

use crate::names::Names;
use crate::output;

/// A clock with its date and how it stands, in one line.
pub(crate) fn in_a_line(clock: &Clock<'_>, names: &Names, today: NaiveDate, calendar: &Calendar) -> String {
    let by = if clock.key.is_minimum() { "until at least" } else { "by" };
    let due = clock.due_date().map_or_else(String::new, |due| format!(" {by} {}", output::day(due)));
    format!("{}{due}. {}", names.clock(clock.key, clock.task), clock.words(today, calendar))
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
        "minimum": clock.key.is_minimum(),
        "label": clock.label(),
        "kind": kind(clock.kind),
        "due": clock.due_date(),
        "provisional": clock.is_provisional(),
        "judged": clock.judged,
        "open": clock.is_open(),
        "state": clock.state(today, calendar).name(),
        "words": clock.words(today, calendar),
    })
}
