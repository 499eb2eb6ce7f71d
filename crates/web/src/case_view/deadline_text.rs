//! Whether a deadline was met, and what is due next, in sentences for the page after recording.

use case::{ClockKey, ClockState, Course};

use crate::case_view::OpenCase;
use crate::text::date;

/// “The rapid review is due Tuesday 31 March 2026.” where that clock runs; else nothing.
pub(crate) fn due(open: &OpenCase, key: ClockKey, is_due: &str) -> Option<String> {
    let clocks = open.clocks();
    let clock = clocks.iter().find(|clock| clock.key == key)?;
    match (clock.course, clock.due_date()) {
        (Course::Open, Some(due)) => Some(format!("{is_due} {}.", date::weekday(due))),
        (Course::Open, None) => {
            clock.due.as_ref().err().map(|why| format!("{is_due} on a day that cannot be worked out: {why}."))
        }
        _ => None,
    }
}

/// “Met with 2 working days to spare.” of the deadline by which something was to be sent.
pub(crate) fn met(open: &OpenCase, key: ClockKey) -> Option<String> {
    let clocks = open.clocks();
    let clock = clocks.iter().find(|clock| clock.key == key)?;
    Some(match clock.state(open.today, open.calendar()) {
        ClockState::Met { early: 0, .. } => "Met on the last day.".to_owned(),
        ClockState::Met { on, early } => {
            let least = if on.day().is_some() { "" } else { "at least " };
            format!("Met with {least}{} to spare.", date::working_days(early))
        }
        ClockState::DoneLate { by: 0, .. } => "Sent late.".to_owned(),
        ClockState::DoneLate { on, by } => {
            let least = if on.day().is_some() { "" } else { "at least " };
            format!("Sent {least}{} late.", date::working_days(by))
        }
        ClockState::Done { why, .. } => format!("Whether that was in time cannot be said: {why}."),
        _ => return None,
    })
}

/// Sentences one after the other.
pub(crate) fn together(sentences: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let all: Vec<_> = sentences.into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(" "))
}
