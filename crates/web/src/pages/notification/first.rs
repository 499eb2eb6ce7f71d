//! When the notification is due, or how it went: what the eye meets first.

use case::rules::Unit;
use case::{Clock, ClockKey, ClockState, Course};

use crate::case_view::OpenCase;
use crate::components::{ContextualDate, Urgency};
use crate::text::{clock, date};

/// The due date with the working day that today is: “Working day 5 of 5. Due today”.
pub(super) fn date(open: &OpenCase) -> ContextualDate {
    let clocks = open.clocks();
    let Some(running) = clocks.iter().find(|clock| clock.key == ClockKey::Notification) else {
        return ContextualDate::new("No deadline", "Nothing is to be notified", Urgency::NotNeeded);
    };
    let state = running.state(open.today, open.calendar());
    let words = running.words(open.today, open.calendar());
    let note = match position(open, running, &state) {
        Some(position) => format!("{position}. {words}"),
        None => words,
    };
    let urgency = clock::urgency(&state);
    match (running.course, running.due_date()) {
        (Course::Open, Some(due)) => {
            ContextualDate::new(date::weekday(due), note, urgency).datetime(due.to_string())
        }
        (Course::Open, None) => ContextualDate::new("No date can be worked out", note, urgency),
        (Course::Ended(_), Some(due)) => {
            ContextualDate::new(format!("Notification, due {}", date::weekday(due)), note, urgency)
        }
        (Course::Ended(_), None) => ContextualDate::new("Notification", note, urgency),
        (Course::NotStarted | Course::NotNeeded(_), _) => ContextualDate::new("No deadline", note, urgency),
    }
}

/// “Working day 5 of 5” while the clock runs.
fn position(open: &OpenCase, running: &Clock<'_>, state: &ClockState) -> Option<String> {
    let limit = running.count.filter(|count| count.unit == Unit::WorkingDays)?.limit;
    let left = match state {
        ClockState::Running { left } => *left,
        ClockState::DueToday => 0,
        _ => return None,
    };
    let at = limit.checked_sub(left).filter(|at| *at > 0)?;
    let is_working = open.calendar().is_working_day(open.today).unwrap_or(true);
    is_working.then(|| format!("Working day {at} of {limit}"))
}
