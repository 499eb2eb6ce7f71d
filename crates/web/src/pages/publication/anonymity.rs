//! Checking the report for anything by which somebody could be recognised.

use case::publication::{AnonymityCheck, AnonymityPoint};
use case::{Case, Command, Fact, Step, Words};

use super::{HOME, is_before_publication, unchecked};
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::Checkboxes;
use crate::form::asked::{Asked, Question, Section, and_when, capital, code, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::and;

/// The check.
pub(super) struct Anonymity;

/// What to look for at a point.
fn hint(point: AnonymityPoint) -> &'static str {
    match point {
        AnonymityPoint::Names => "Of the child, the family, friends and everyone who worked with them",
        AnonymityPoint::Dates => "Dates that say who it was, such as of a birth, a death or a trial",
        AnonymityPoint::Ages => "Exact ages, also of brothers and sisters",
        AnonymityPoint::Places => "Streets, small places and the names of buildings",
        AnonymityPoint::Schools => "Names of schools, nurseries and clubs",
        AnonymityPoint::RareCircumstances => {
            "Anything so rare that people nearby or the press would recognise it"
        }
        AnonymityPoint::FamilyRead => "Or was offered to, and what they said was considered",
    }
}

impl Form for Anonymity {
    fn path(&self) -> String {
        "/publication/anonymity".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the anonymity check".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let version = open.case.lcspr.latest_draft().map(|draft| draft.version);
        let which = version.map(|version| format!("The latest version of the report is version {version}."));
        let all = "All of it must be checked before the full report is published.";
        which.into_iter().chain([all.to_owned()]).collect()
    }

    fn button(&self) -> &'static str {
        "Save the check"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::CheckAnonymity(AnonymityCheck { checked: Vec::new() }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let is_written = open.case.lcspr.latest_draft().is_some() || case::lcspr::taken_over(&open.case);
        is_written && is_before_publication(&open.case)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        self.recorded(&open.case).unwrap_or_else(|| today(open))
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let entries = Entries::of(case);
        let (_, event) = entries.last(|fact| matches!(fact, Fact::AnonymityChecked(_)))?;
        let Fact::AnonymityChecked(check) = &event.fact else { return None };
        let answers = and_when(Answers::default(), "on", event.on);
        Some(check.checked.iter().fold(answers, |answers, point| answers.and("checked", code(point))))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let boxes = Checkboxes::new("checked", "What has been checked?")
            .strong()
            .hint("Tick what no longer identifies anybody. The rest stays on the list as still to check")
            .error(asked.problems.of("checked"));
        let boxes = AnonymityPoint::ALL.iter().fold(boxes, |boxes, point| {
            boxes.item(asked.choice("checked", &code(point), &capital(point)).hint(hint(*point)))
        });
        vec![Section::plain(vec![
            Question::new("checked", boxes),
            asked.when("on", "When was it last checked?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let checked: Vec<AnonymityPoint> = fields.choices("checked");
        if checked.is_empty() {
            fields.problems.add("checked", "Select what was checked");
        }
        let on = fields.known_when("on", "Date of the check", open.today);
        Some(Command { on, step: Step::CheckAnonymity(AnonymityCheck { checked }), words: Words::none() })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let checked = AnonymityPoint::ALL.iter().filter(|point| answers.has("checked", &code(*point)));
        let checked: Vec<_> = checked.map(|point| point.label()).collect();
        vec![
            Said::new("checked", "Checked", capital(&and(&checked))),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        match unchecked(&after.case).as_slice() {
            [] => ("Anonymity checked in full".to_owned(), None),
            left => ("Anonymity check saved".to_owned(), Some(format!("Still to check: {}.", and(left)))),
        }
    }
}
