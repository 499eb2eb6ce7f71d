//! What became of an email about a case, in words.

use case::reminders::Occasion;
use store::reminders::{Reminder, State};

use super::date;
use super::grammar::upper_first;
use crate::components::{Cell, Tag, Tone};
use crate::names::Names;

/// On what occasion it was written: “2 working days before Thursday 26 March 2026”; nothing for news.
pub(crate) fn occasion(reminder: &Reminder) -> Option<String> {
    let days = |days: u16| date::working_days(days.into());
    let due = date::weekday(reminder.key.due);
    if reminder.entry.is_some() || reminder.key.clock.parse::<case::ClockKey>().is_err() {
        return None;
    }
    Some(match reminder.occasion().ok()? {
        Occasion::MonthsBefore(1) => format!("1 month before {due}"),
        Occasion::MonthsBefore(months) => format!("{months} months before {due}"),
        Occasion::Before(before) => format!("{} before {due}", days(before)),
        Occasion::OnTheDay => format!("On the day, {due}"),
        Occasion::Overdue(after) => format!("{} after {due}", days(after)),
    })
}

/// What became of it, and why.
fn fate(reminder: &Reminder) -> String {
    let why = upper_first(reminder.reason.as_deref().unwrap_or_default());
    let when = reminder.settled_at.map(date::day_and_time).unwrap_or_default();
    match reminder.state {
        State::Waiting if reminder.tries > 0 => {
            let tries =
                if reminder.tries == 1 { "once".to_owned() } else { format!("{} times", reminder.tries) };
            format!("Tried {tries}, and again {}. {why}", date::day_and_time(reminder.next_try_at))
        }
        State::Waiting => format!("Leaves {}", date::day_and_time(reminder.next_try_at)),
        State::Claimed | State::Sending => "Is leaving now".to_owned(),
        State::Sent => when,
        State::Uncertain => {
            format!(
                "{when}. The mail server gave no answer, so it was not sent again. Ask whether it arrived."
            )
        }
        State::Withdrawn | State::PassedOver => format!("{when}. {why}").trim_start_matches(". ").to_owned(),
        State::Failed | State::Bounced => format!("{when}. {why}"),
    }
}

/// To whom it was, its state, and when and why: what every list of emails ends with.
pub(crate) fn cells(names: &Names, reminder: &Reminder) -> [Cell; 3] {
    // Under no id it is kept why nobody was told.
    let to = reminder.key.recipient;
    let to = if to.0.is_nil() { "Nobody".to_owned() } else { names.person(to) };
    [Cell::text(to), Cell::html(tag(reminder.state)), Cell::text(fate(reminder))]
}

/// The columns of these cells.
pub(crate) const COLUMNS: [&str; 3] = ["To", "State", "When and why"];

/// The state in one or two words.
fn tag(state: State) -> Tag {
    match state {
        State::Waiting | State::Claimed | State::Sending => Tag::new("Waiting").tone(Tone::Yellow),
        State::Sent => Tag::new("Sent").tone(Tone::Green),
        State::Uncertain => Tag::new("Uncertain").tone(Tone::Red),
        State::Withdrawn => Tag::new("Withdrawn"),
        State::PassedOver => Tag::new("Not sent"),
        State::Failed => Tag::new("Not delivered").tone(Tone::Red),
        State::Bounced => Tag::new("Came back").tone(Tone::Red),
    }
}
