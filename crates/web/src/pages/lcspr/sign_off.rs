//! The final version, signed off by the three partners.

use case::decisions::Question as Decided;
use case::lcspr::FinalReport;
use case::{ClockKey, Command, Move, Stage, Step, Words};

use super::{HOME, agreement};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::{Checkboxes, Choice};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The sign-off.
pub(super) struct SignOff;

/// The version that can be signed off: the latest.
fn version(open: &OpenCase) -> Option<u16> {
    open.case.lcspr.latest_draft().map(|draft| draft.version)
}

/// What a final report must have, as the boxes say it.
const CONTENT: [(&str, &str, &str); 2] = [
    (
        "improvements",
        "The report summarises the improvements it recommends",
        "Check that the report summarises the improvements it recommends",
    ),
    (
        "reasons",
        "The report analyses why actions were taken or not taken",
        "Check that the report analyses why actions were taken or not taken",
    ),
];

impl Form for SignOff {
    fn path(&self) -> String {
        "/lcspr/sign-off".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the sign-off of the report".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let which = version(open).map(|version| format!("This is about version {version}, the latest."));
        which.into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "Record the sign-off"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let version = version(open).unwrap_or(1);
        Some(Step::AgreeFinalReport(FinalReport { version, improvements: true, reasons: true }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let again = matches!(open.case.stage, Stage::FinalReportAgreed | Stage::PrePublication)
            && version(open) != open.case.lcspr.agreed;
        let first = open.case.stage.after(Move::AgreeFinalReport).is_some();
        version(open).is_some() && (first || again)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let mut questions = vec![Question::new("agreement", agreement::shown(open, Decided::SignOff))];
        for (name, label, _) in CONTENT {
            let legend = if name == "improvements" { "Improvements" } else { "Reasons" };
            let ticked = asked.answers.has(name, "yes");
            let check = Checkboxes::new(name, legend).strong().error(asked.problems.of(name));
            questions.push(Question::new(name, check.item(Choice::new("yes", label).chosen(ticked))));
        }
        questions.push(asked.when("on", "When was it signed off?"));
        vec![Section::plain(questions)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let [improvements, reasons] = CONTENT.map(|(name, _, missing)| {
            let ticked = fields.is_ticked(name);
            if !ticked && fields.problems.of(name).is_none() {
                fields.problems.add(name, missing);
            }
            ticked
        });
        let on = fields.known_when("on", "Date of the sign-off", open.today);
        let report = FinalReport { version: version(open)?, improvements, reasons };
        Some(Command { on, step: Step::AgreeFinalReport(report), words: Words::none() })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let checked = |name: &str| if answers.has(name, "yes") { "Checked" } else { "" };
        vec![
            Said::new("improvements", "Improvements summarised", checked("improvements")),
            Said::new("reasons", "Reasons analysed", checked("reasons")),
            Said::new("on", "Date of the sign-off", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the sign-off")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let partners = agreement::sentences(after, Decided::SignOff);
        let due = deadline_text::due(after, ClockKey::Lcspr, "The report is to be published by");
        let copies = "Before publication a copy goes to the Panel and the Secretary of State.".to_owned();
        partners.into_iter().chain(due).chain([copies, "Nothing is sent to anybody.".to_owned()]).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = deadline_text::due(after, ClockKey::Lcspr, "The report is to be published by");
        ("Sign-off of the report recorded".to_owned(), next)
    }
}
