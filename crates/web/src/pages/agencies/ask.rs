//! Asking agencies for summaries: several at once, each by its own letter.

use calendar::NaiveDate;
use case::agencies::AgencyRequest;
use case::{Command, Fact, KeyDate, Role, Stage, Step, StepKind, When};

use super::{HOME, contacts, sectors};
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::common::named;
use crate::form::date_input;
use crate::form::question::{Question, day, yes_no};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;
use crate::text::grammar::several;

/// Working days to answer, where the rapid review says nothing of it.
const USUAL: u32 = 5;

const DUE: Question<NaiveDate> =
    day("due", "When are the answers wanted?").short("Wanted by").called("Date the answers are wanted");
const CHRONOLOGY: Question<bool> = yes_no("chronology", "Is a chronology wanted too?")
    .short("What is wanted")
    .missing("Select whether a chronology is wanted too");

/// Asking agencies.
pub(super) struct Ask;

/// When answers are wanted: as the rapid review says, or the usual time from today.
fn due(open: &OpenCase) -> NaiveDate {
    let entries = Entries::of(&open.case);
    let opened = entries.last(|fact| matches!(fact, Fact::RapidReviewOpened(_)));
    let planned = opened.and_then(|(_, event)| match &event.fact {
        Fact::RapidReviewOpened(review) => review.returns_due,
        _ => None,
    });
    let usual = open.calendar().working_days_after(open.today, USUAL).map_or(open.today, |due| due.date);
    planned.filter(|planned| *planned >= open.today).unwrap_or(usual)
}

/// “Wednesday 25 March 2026, working day 9 of the rapid review”.
fn with_working_day(open: &OpenCase, due: NaiveDate) -> String {
    let notified = open.case.dates.get(KeyDate::Notified).and_then(When::day);
    let number = notified.and_then(|from| open.calendar().working_days_between(from, due).ok());
    match number.filter(|number| *number > 0) {
        Some(number) => format!("{}, working day {number} after the notification", date::weekday(due)),
        None => date::weekday(due),
    }
}

/// The date that was given, in the middle of answering.
fn given(answers: &Answers) -> Option<NaiveDate> {
    date_input::read(answers, DUE.name, "").ok()??.day()
}

impl Form for Ask {
    fn page(&self) -> Page {
        Page::new(StepKind::AskAgency, "/agencies/ask", HOME, "Ask agencies for information")
            .button("Send the requests")
            .checked("Check and send the requests")
            .showing_emails()
    }

    fn fits(&self, open: &OpenCase) -> bool {
        matches!(
            open.case.stage,
            Stage::Notified
                | Stage::RapidReviewOpen
                | Stage::AgencyReturns
                | Stage::RapidReviewMeeting
                | Stage::AlternativeReview
        )
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let email = "Each agency gets an email with a link. It says nothing about the child or the family.";
        let all = "Every agency that is known here has been asked.";
        let who = if open.visitor.is(Role::BusinessUnitManager) {
            "under Agencies"
        } else {
            "by the manager of the business unit"
        };
        let missing = format!("An agency that is not listed is first added in the settings, {who}.");
        let all = sectors::all_were_asked(open).then(|| all.to_owned());
        [email.to_owned()].into_iter().chain(all).chain([missing]).collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        let usual = due(open);
        let wanted_by = given(answers).map(|due| with_working_day(open, due)).unwrap_or_default();
        let due = DUE
            .hinted(format!("We suggest {}", with_working_day(open, usual)))
            .starting(usual)
            .said_as(wanted_by);
        let wanted =
            if answers.has(CHRONOLOGY.name, "yes") { "A summary and a chronology" } else { "A summary" };
        sectors::ask(open, Questions::new().under("Which agencies?"))
            .says("Agencies", named(open, &sectors::chosen(answers)))
            .under("What is wanted?")
            .ask(due)
            .ask(CHRONOLOGY.said_as(wanted))
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        sectors::check(read, problems);
        if let Some(due) = read.maybe(&DUE).filter(|due| *due < open.today) {
            let due = date::day(due);
            problems.add_date(
                DUE.name,
                format!("The date the answers are wanted ({due}) must be today or later"),
            );
        }
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let (due, chronology) = (read.of(&DUE), read.of(&CHRONOLOGY));
        let agencies = sectors::chosen(read.answers);
        let grants = contacts::grants(open, &agencies);
        let ask = |agency| Step::AskAgency(AgencyRequest { agency, due, chronology });
        Recording::each(agencies.into_iter().map(ask), When::Day(open.today)).then(grants)
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let asked = contacts::changed(open, after);
        let many = several(asked.len(), "agency is", "agencies are");
        let first = format!("{many} asked, and the emails below go out");
        [first].into_iter().chain(contacts::lines(open, after, &asked)).collect()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let due = recorded.iter().filter_map(|command| match &command.step {
            Step::AskAgency(asked) => Some(asked.due),
            _ => None,
        });
        let due: Vec<_> = due.collect();
        let next = due.first().map(|due| format!("Summaries are due {}.", date::weekday(*due)));
        Flash::new(format!("Requests sent to {}", several(due.len(), "agency", "agencies"))).next(next)
    }
}
