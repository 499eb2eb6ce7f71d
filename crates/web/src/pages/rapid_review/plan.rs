//! The partnership's own plan of working days: what it wants done when, beside the one date that is the law.

use askama::Template;
use askama::filters::HtmlSafe;
use calendar::NaiveDate;
use case::rules::{Milestone, Milestones};
use case::{ClockKey, KeyDate, When};

use crate::case_view::OpenCase;
use crate::components::{ContextualDate, DateList, Urgency};
use crate::text::{clock, date};

/// The plan with its dates.
#[derive(Template)]
#[template(path = "pages/rapid_review/plan.html")]
pub(super) struct Plan {
    dates: DateList,
    edit: Option<String>,
}

impl HtmlSafe for Plan {}

fn milestones(open: &OpenCase) -> &Milestones {
    &open.known.basis.rules_of(&open.case).choices().milestones
}

/// Every milestone with its date, its working day and how it stands.
pub(super) fn of(open: &OpenCase) -> Plan {
    let dates = milestones(open).iter().map(|one| dated(open, one)).fold(DateList::new(), DateList::date);
    let held = open.visitor.actor.memberships.iter();
    let edit = held
        .filter(|held| Some(held.partnership) == open.case.partnership())
        .any(|held| matches!(held.role, case::Role::BusinessUnitManager | case::Role::Administrator))
        .then(|| open.case.partnership())
        .flatten();
    Plan { dates, edit: edit.map(|partnership| format!("/admin/plan/{partnership}")) }
}

fn dated(open: &OpenCase, milestone: &Milestone) -> ContextualDate {
    let clocks = open.clocks();
    let key = if milestone.statutory { ClockKey::RapidReview } else { ClockKey::Milestone(milestone.number) };
    let running = clocks.iter().find(|clock| clock.key == key);
    let done = milestone.met_by.and_then(|what| open.case.dates.get(what));
    let (state, urgency) = match (running, done) {
        (Some(running), _) => (
            running.words(open.today, open.calendar()),
            clock::urgency(&running.state(open.today, open.calendar())),
        ),
        (None, Some(When::NotKnown)) => ("Done".to_owned(), Urgency::History),
        (None, Some(on)) => (format!("Done {on}"), Urgency::History),
        (None, None) if day_of(open, milestone).is_none() => {
            ("Counts from the notification, which is not sent yet".to_owned(), Urgency::NotStarted)
        }
        (None, None) => (String::new(), Urgency::History),
    };
    let law = if milestone.statutory { "Statutory deadline" } else { "" };
    let parts = [format!("Working day {}", milestone.working_day), law.to_owned(), state];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let note = format!("{}. {}", milestone.task, parts.join(" · "));
    let due = running.and_then(case::Clock::due_date).or_else(|| day_of(open, milestone));
    match due {
        Some(due) => ContextualDate::new(date::weekday(due), note, urgency).datetime(due.to_string()),
        None => ContextualDate::new("No date yet", note, urgency),
    }
}

/// The day that the plan puts a milestone on.
fn day_of(open: &OpenCase, milestone: &Milestone) -> Option<NaiveDate> {
    let notified = open.case.dates.get(KeyDate::Notified)?.day()?;
    open.calendar().working_days_after(notified, milestone.working_day).ok().map(|due| due.date)
}

/// The day planned for what meets a milestone, such as the meeting.
pub(super) fn planned(open: &OpenCase, what: KeyDate) -> Option<NaiveDate> {
    milestones(open).iter().find(|one| one.met_by == Some(what)).and_then(|one| day_of(open, one))
}

/// The day by which the plan wants the agencies' summaries: the last thing that must be there for the meeting.
pub(super) fn summaries(open: &OpenCase) -> Option<NaiveDate> {
    let before = milestones(open).iter().filter(|one| one.overtaken_by == Some(KeyDate::MeetingHeld));
    before.max_by_key(|one| one.working_day).and_then(|one| day_of(open, one))
}

/// The day by which the plan wants the partners' decisions: what comes after putting the report to them, and is not yet
/// the law. Where that has passed, the day of the law, and at the earliest today.
pub(super) fn decisions(open: &OpenCase) -> NaiveDate {
    let put = milestones(open).iter().find(|one| one.met_by == Some(KeyDate::PartnersAsked));
    let put = put.map_or(0, |one| one.working_day);
    let after = milestones(open).iter().filter(|one| !one.statutory && one.working_day >= put);
    let after = after.filter(|one| one.met_by.is_none()).min_by_key(|one| one.working_day);
    let planned = after.and_then(|one| day_of(open, one)).filter(|day| *day >= open.today);
    let law =
        open.clocks().iter().find(|clock| clock.key == ClockKey::RapidReview).and_then(case::Clock::due_date);
    planned.or(law).unwrap_or(open.today).max(open.today)
}

/// “working day 8” of the rapid review, where a day is one.
pub(super) fn working_day(open: &OpenCase, day: NaiveDate) -> Option<String> {
    let notified = open.case.dates.get(KeyDate::Notified)?.day()?;
    let number = open.calendar().working_days_between(notified, day).ok().filter(|number| *number >= 0)?;
    let is_working = open.calendar().is_working_day(day).unwrap_or(false);
    is_working.then(|| format!("working day {number}"))
}

/// “Friday 20 March 2026, working day 8”.
pub(super) fn day_and_number(open: &OpenCase, day: NaiveDate) -> String {
    match working_day(open, day) {
        Some(number) => format!("{}, {number}", date::weekday(day)),
        None => date::weekday(day),
    }
}
