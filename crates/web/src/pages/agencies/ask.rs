//! Asking agencies for summaries: several at once, each by its own letter.

use calendar::NaiveDate;
use case::agencies::AgencyRequest;
use case::{Command, Fact, KeyDate, OrganisationId, Stage, Step, When, Words};

use super::sectors::{SECTORS, chosen, offered};
use super::{HOME, contacts};
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::{Checkboxes, Radios};
use crate::form::asked::{Asked, Question, Section, and_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::named;
use crate::form::data::Answers;
use crate::form::date_input as dates;
use crate::form::parse::Fields;
use crate::text::date;
use crate::text::grammar::several;

/// Working days to answer, where the rapid review says nothing of it.
const USUAL: u32 = 5;

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

fn step(agency: OrganisationId, due: NaiveDate, chronology: bool) -> Step {
    Step::AskAgency(AgencyRequest { agency, due, chronology })
}

fn wants_chronology(answers: &Answers) -> bool {
    answers.has("chronology", "yes")
}

impl Form for Ask {
    fn path(&self) -> String {
        "/agencies/ask".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Ask agencies for information".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let mut intro = vec![
            "Each agency gets an email with a link. It says nothing about the child or the family."
                .to_owned(),
        ];
        if SECTORS.iter().all(|(name, ..)| offered(open, name).is_empty()) {
            intro.push("Every agency that is known here has been asked.".to_owned());
        }
        let missing = "An agency that is not listed is first added in the settings";
        intro.push(if open.visitor.is(case::Role::BusinessUnitManager) {
            format!("{missing}, under Agencies.")
        } else {
            format!("{missing}, by the manager of the business unit.")
        });
        intro
    }

    fn button(&self) -> &'static str {
        "Send the requests"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(step(OrganisationId(uuid::Uuid::nil()), open.today, false))
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

    fn begin(&self, open: &OpenCase) -> Answers {
        and_when(Answers::default(), "due", When::Day(due(open)))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let sectors = SECTORS.iter().map(|(name, legend, _)| (*name, *legend, offered(open, name)));
        let boxes = sectors.filter(|(.., of)| !of.is_empty()).map(|(name, legend, of)| {
            let boxes = Checkboxes::new(name, legend).error(asked.problems.of(name)).strong().small();
            let boxes = of.into_iter().fold(boxes, |boxes, one| {
                let contact = contacts::names(open, one.id);
                boxes.item(asked.choice(name, &one.id.to_string(), &one.name).hint(contact))
            });
            Question::new(name, boxes)
        });
        let when = asked
            .date("due", "When are the answers wanted?")
            .hint(format!("We suggest {}", with_working_day(open, due(open))));
        let chronology = Radios::new("chronology", "Is a chronology wanted too?").strong().inline();
        let chronology = chronology
            .error(asked.problems.of("chronology"))
            .item(asked.choice("chronology", "yes", "Yes"))
            .item(asked.choice("chronology", "no", "No"));
        vec![
            Section::under("Which agencies?", boxes.collect()),
            Section::under(
                "What is wanted?",
                vec![Question::new("due", when), Question::new("chronology", chronology)],
            ),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let agencies = chosen(fields.answers());
        let all: Vec<_> =
            SECTORS.iter().flat_map(|(name, ..)| offered(open, name)).map(|one| one.id).collect();
        let first = SECTORS.iter().map(|(name, ..)| *name).find(|name| !offered(open, name).is_empty());
        if agencies.is_empty() {
            fields.problems.add(first.unwrap_or_default(), "Select the agencies to ask");
        } else if agencies.iter().any(|agency| !all.contains(agency)) {
            let message = "Select from the agencies that are offered. One of yours has been asked already";
            fields.problems.add(first.unwrap_or_default(), message);
        }
        let due = fields.day("due", "Date the answers are wanted");
        if let Some(due) = due.filter(|due| *due < open.today) {
            let message =
                format!("The date the answers are wanted ({}) must be today or later", date::day(due));
            fields.problems.add_at("due", "due-day", message);
        }
        let answers = fields.answers();
        if !answers.has("chronology", "yes") && !answers.has("chronology", "no") {
            fields.problems.add("chronology", "Select whether a chronology is wanted too");
        }
        let step = step(*agencies.first()?, due?, wants_chronology(answers));
        Some(Command { on: When::Day(open.today), step, words: Words::none() })
    }

    fn then(&self, open: &OpenCase, answers: &Answers) -> Vec<Command> {
        let Ok(Some(When::Day(due))) = dates::read(answers, "due", "") else { return Vec::new() };
        let (agencies, on) = (chosen(answers), When::Day(open.today));
        let others = agencies.iter().skip(1).map(|agency| step(*agency, due, wants_chronology(answers)));
        let others = others.map(|step| Command { on, step, words: Words::none() });
        others.chain(contacts::grants(open, &agencies)).collect()
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let due = match dates::read(answers, "due", "") {
            Ok(Some(When::Day(due))) => with_working_day(open, due),
            _ => String::new(),
        };
        let wanted = if wants_chronology(answers) { "A summary and a chronology" } else { "A summary" };
        vec![
            Said::new("agencies", "Agencies", named(open, &chosen(answers))),
            Said::new("due", "Wanted by", due),
            Said::new("chronology", "What is wanted", wanted),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and send the requests")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let before = &open.case.agencies.requests;
        let now = after.case.agencies.requests.iter().filter(|(id, request)| before.get(id) != Some(request));
        let asked: Vec<_> = now.map(|(agency, _)| *agency).collect();
        let many = several(asked.len(), "agency is", "agencies are");
        let first = format!("{many} asked, and the emails below go out");
        [first].into_iter().chain(contacts::lines(open, after, &asked)).collect()
    }

    fn shows_letters(&self) -> bool {
        true
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        self.done_all(after, command, &[])
    }

    fn done_all(&self, _after: &OpenCase, first: &Command, then: &[Command]) -> (String, Option<String>) {
        let more = then.iter().filter(|command| matches!(command.step, Step::AskAgency(_))).count();
        let due = match &first.step {
            Step::AskAgency(asked) => Some(format!("Summaries are due {}.", date::weekday(asked.due))),
            _ => None,
        };
        (format!("Requests sent to {}", several(1 + more, "agency", "agencies")), due)
    }
}
