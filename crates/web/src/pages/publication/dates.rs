//! The day of publication and the dates that hang on it.

use calendar::NaiveDate;
use case::{Clock, ClockKey, Course, KeyDate, When};

use crate::case_view::{OpenCase, deadline_text};
use crate::components::{ContextualDate, Html, SummaryList, SummaryRow, Urgency};
use crate::text::grammar::lower_first;
use crate::text::task::Task;
use crate::text::{clock, date};

fn with<T>(open: &OpenCase, key: ClockKey, read: impl FnOnce(&Clock<'_>) -> Option<T>) -> Option<T> {
    open.clocks().iter().find(|clock| clock.key == key).and_then(read)
}

/// Until when the review has to be published, while that runs.
pub(super) fn lcspr_due(open: &OpenCase) -> Option<NaiveDate> {
    with(open, ClockKey::Lcspr, |clock| clock.due_date().filter(|_| clock.is_open()))
}

/// “at least 7 working days before”.
pub(super) fn copies_before(open: &OpenCase) -> Option<String> {
    with(open, ClockKey::Copies, |clock| clock.count)
        .map(|count| format!("at least {} before", count.words()))
}

/// Until when what is published has to stay online; before publication by the day that is planned.
pub(super) fn online_until(open: &OpenCase) -> Option<NaiveDate> {
    let planned = open.case.publication.planned;
    with(open, ClockKey::Online, |clock| match clock.course {
        Course::NotStarted => clock.count?.due(planned?, open.calendar()).ok().map(|due| due.date),
        _ => clock.due_date(),
    })
}

/// “Keep it online until at least Thursday 15 April 2027.”, once there is such a day.
pub(super) fn keep_online(open: &OpenCase) -> Option<String> {
    let until = with(open, ClockKey::Online, |of| clock::due(of, open.calendar()).filter(|_| of.is_open()));
    match until {
        Some(until) => Some(format!("Keep it online until at least {until}.")),
        None => deadline_text::due(open, ClockKey::Online, "Keep it online until at least"),
    }
}

/// How a clock of publication stands, as a sentence: “Copies before publication: met, 2 working days early.”
pub(super) fn stands(open: &OpenCase, key: ClockKey) -> Option<String> {
    with(open, key, |clock| {
        let words = lower_first(&clock.words(open.today, open.calendar()));
        Some(format!("{}: {words}.", open.names().clock(clock.key, clock.task)))
    })
}

/// What follows from the day that is planned.
pub(super) fn hanging_on_the_plan(open: &OpenCase) -> Option<String> {
    let planned = open.case.publication.planned?;
    let late = lcspr_due(open).filter(|due| planned > *due).map(|due| {
        format!("That is after the review is due, {}: record the delay under Deadlines.", date::weekday(due))
    });
    let copies = with(open, ClockKey::Copies, |clock| clock.due_date().filter(|_| clock.is_open()));
    let copies = copies.map(|due| {
        let day = date::weekday(due);
        if due < open.today {
            format!(
                "Copies to the National Panel and the Secretary of State would be late: they were due {day}."
            )
        } else {
            format!("Copies to the National Panel and the Secretary of State are due {day}.")
        }
    });
    let online = online_until(open).map(|until| {
        format!("Keep the report online until at least {}.", clock::at_least(until, open.calendar()))
    });
    deadline_text::together([late, copies, online])
}

/// The day of publication, and under it the dates that hang on it, each with the way to its working.
pub(super) fn first(open: &OpenCase) -> Html {
    let rows = [
        row(open, ClockKey::Copies, "Copies to the National Panel and the Secretary of State", "By"),
        row(open, ClockKey::Online, "Keep online until at least", ""),
        row(open, ClockKey::Lcspr, "The review has to be published", "By"),
    ];
    let list = rows.into_iter().flatten().fold(SummaryList::new(), SummaryList::row);
    Html::of(day(open)).then(list)
}

fn day(open: &OpenCase) -> ContextualDate {
    let published = open.case.dates.get(KeyDate::Published).filter(|_| open.case.publication.online);
    match (published, open.case.publication.planned) {
        (Some(When::Day(day)), _) => {
            ContextualDate::new(date::day(day), "Published", Urgency::Met).datetime(day.to_string())
        }
        (Some(when), _) => ContextualDate::new(date::when(when), "Published", Urgency::Met),
        (None, _) if super::is_before_publication(&open.case) && open.case.publication.hold.is_some() => {
            ContextualDate::new("Publication is held", "No day is planned while it waits", Urgency::Normal)
        }
        (None, Some(day)) if super::is_before_publication(&open.case) => {
            ContextualDate::new(date::weekday(day), "Planned publication date", Urgency::Normal)
                .datetime(day.to_string())
        }
        (None, _) if super::is_before_publication(&open.case) => {
            ContextualDate::new("No publication date yet", "Two other dates hang on it", Urgency::NotStarted)
        }
        (None, _) => ContextualDate::new("Nothing is online", open.case.stage.label(), Urgency::NotNeeded),
    }
}

fn row(open: &OpenCase, key: ClockKey, name: &str, by: &str) -> Option<SummaryRow> {
    with(open, key, |of| {
        let words = of.words(open.today, open.calendar());
        let says = match (of.course, of.due_date()) {
            (Course::Open, Some(_)) => {
                let due = clock::due(of, open.calendar()).unwrap_or_default();
                [format!("{by} {due}").trim().to_owned(), words, notes(open, of)].join("\n")
            }
            (Course::NotStarted, _) if key == ClockKey::Online => match online_until(open) {
                Some(until) => {
                    format!("{}\nIf it is published as planned", clock::at_least(until, open.calendar()))
                }
                None => words,
            },
            _ => words,
        };
        let row = SummaryRow::new(name, says.trim());
        let working = open.address(&format!("/deadlines/{key}"));
        Some(row.second("How this was worked out", working, format!("({})", lower_first(name))))
    })
}

/// What is not counted before publication.
fn notes(open: &OpenCase, of: &Clock<'_>) -> String {
    if of.key != ClockKey::Copies {
        return String::new();
    }
    let (names, calendar) = (open.names(), open.calendar());
    let task = Task { case: &open.case, clock: of, names, calendar, today: open.today, chases: false };
    task.notes().join(". ")
}
