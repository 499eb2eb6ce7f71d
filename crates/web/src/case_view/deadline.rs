//! The clock of a case in its box: how much is left, and how its date was worked out.

use askama::Template;
use askama::filters::HtmlSafe;
use case::rules::{Direction, Unit};
use case::{Clock, ClockKey, ClockState, Count, explain};
use chrono::{Months, NaiveDate};

use crate::case_view::OpenCase;
use crate::components::{ClockBox, Day, SummaryList, SummaryRow};
use crate::text::grammar::upper_first;
use crate::text::{clock, working};

/// What opens under a clock.
#[derive(Template)]
#[template(path = "pages/case/working.html")]
struct Opened {
    facts: SummaryList,
    more: Option<String>,
}

impl HtmlSafe for Opened {}

/// The box of one clock.
pub(crate) fn of(open: &OpenCase, running: &Clock<'_>) -> ClockBox {
    let state = running.state(open.today, open.calendar());
    let big = match &state {
        ClockState::CannotCompute(_) => "No date can be worked out".to_owned(),
        ClockState::MissedExplained { .. } => "Missed, and explained".to_owned(),
        _ => running.words(open.today, open.calendar()),
    };
    let mut shown = ClockBox::new(what(open, running), big)
        .strip(strip(running, &state, open.today))
        .sentence(sentence(open, running, &state));
    if let Some(due) = clock::due(running, open.calendar()) {
        shown = shown.due(clock::by(running.key), due);
    }
    let more = running.count.map(|_| open.address(&format!("/deadlines/{}", running.key)));
    shown.working(Opened { facts: facts(open, running), more })
}

/// Everything that a date rests on, a line each.
pub(crate) fn facts(open: &OpenCase, of: &Clock<'_>) -> SummaryList {
    let mut rows = working::start(of);
    match explain(of, open.calendar()) {
        Ok(counted) => rows.extend(working::counted(&counted)),
        Err(why) if !of.judged => rows.push(("Not counted", upper_first(&why.to_string()))),
        Err(_) => {}
    }
    rows.extend(working::due(of, open.calendar()));
    rows.extend(working::rule(of));
    rows.extend(working::other_reading(of));
    rows.into_iter().fold(SummaryList::new(), |list, (key, value)| list.row(SummaryRow::new(key, value)))
}

fn what(open: &OpenCase, of: &Clock<'_>) -> String {
    match of.key {
        ClockKey::RapidReview => "Rapid review to the National Panel".to_owned(),
        ClockKey::Notification => "Notification to the National Panel".to_owned(),
        ClockKey::Lcspr => "LCSPR (local child safeguarding practice review)".to_owned(),
        key => open.names().clock(key, of.task),
    }
}

/// The same as the strip and the numbers, in words.
fn sentence(open: &OpenCase, of: &Clock<'_>, state: &ClockState) -> String {
    let kind = clock::kind(of.key, of.kind);
    let counted = match (of.count, of.start) {
        (Some(count), Some(start)) if count.direction == Direction::Before => {
            format!("{kind}, {} before {}", count.words(), clock::started(start))
        }
        (Some(count), Some(start)) if count.unit == Unit::WorkingDays => {
            format!("{kind}, counted from the day after {}", clock::started(start))
        }
        (Some(count), Some(start)) => format!("{kind}, {} from {}", count.words(), clock::started(start)),
        _ => format!("{kind}, set by hand"),
    };
    let today = position(open, of, state).map(|today| format!("{today} ")).unwrap_or_default();
    let explained = match state {
        ClockState::MissedExplained { .. } | ClockState::CannotCompute(_) => format!(" {state}."),
        _ => String::new(),
    };
    format!("{today}{counted}.{explained}")
}

/// “Today is working day 12 of 15.”
fn position(open: &OpenCase, of: &Clock<'_>, state: &ClockState) -> Option<String> {
    let count = of.count.filter(|count| count.unit == Unit::WorkingDays)?;
    let limit = count.limit;
    let left = match state {
        ClockState::Running { left } => *left,
        ClockState::DueToday => 0,
        _ => return None,
    };
    let at = limit.checked_sub(left)?;
    let is_working = open.calendar().is_working_day(open.today).unwrap_or(true);
    Some(match (at, is_working) {
        (0, _) => format!("The first of {limit} working days is still to come."),
        (at, true) => format!("Today is working day {at} of {limit}."),
        (at, false) => format!("Today is not a working day. {at} of {limit} are used."),
    })
}

/// A box for each working day of a short clock, or each month of a long one.
fn strip(of: &Clock<'_>, state: &ClockState, today: NaiveDate) -> Vec<Day> {
    let Some((count, due)) = of.count.zip(of.due_date()) else { return Vec::new() };
    let (boxes, used) = match count.unit {
        Unit::WorkingDays => match state {
            ClockState::Running { left } => (count.limit, count.limit.saturating_sub(*left)),
            _ => (count.limit, count.limit),
        },
        Unit::CalendarMonths | Unit::Years => months(count, due, today),
        Unit::None => return Vec::new(),
    };
    let runs = matches!(state, ClockState::Running { .. } | ClockState::DueToday);
    let day = |nth: u32| match () {
        () if runs && nth + 1 == used => Day::Today,
        () if nth < used => Day::Used,
        () => Day::Left,
    };
    (0..boxes).map(day).collect()
}

/// How many months there are, and how many have begun.
fn months(count: Count, due: NaiveDate, today: NaiveDate) -> (u32, u32) {
    let all = if count.unit == Unit::Years { count.limit.saturating_mul(12) } else { count.limit };
    let begun = (0..all)
        .filter(|left| due.checked_sub_months(Months::new(left + 1)).is_some_and(|start| start < today));
    (all, u32::try_from(begun.count()).unwrap_or(all))
}
