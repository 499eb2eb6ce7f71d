//! After sending it is found that the incident does not meet the criteria.

use case::notification::Reclassification;
use case::{Command, Move, Step, When, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The reclassification.
pub(super) struct Reclassify;

impl Form for Reclassify {
    fn path(&self) -> String {
        "/notification/reclassify".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record that the incident does not meet the criteria".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["A notified case always goes on to a rapid review, unless it is found later that the criteria were not met. The \
              council decides that with its partners, and the National Panel is told."
            .to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the reclassification"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::Reclassify(Reclassification { panel_told: When::NotKnown, panel_acknowledged: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Reclassify).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "Why does the incident not meet the criteria?")
            .hint("Everyone with access to the case reads this. Do not use names of children or families");
        let who =
            asked.line("decided_by", "Who decided for the council?").strong().hint("Name and job title");
        let acknowledged = asked
            .date("panel_acknowledged", "When did the Panel acknowledge it? (optional)")
            .hint("For example, 27 3 2026. Leave it empty if the Panel has not");
        vec![
            Section::under(
                "The decision",
                vec![
                    Question::new("reason", reason),
                    Question::new("decided_by", who),
                    asked.when("on", "When was it decided?"),
                ],
            ),
            Section::under(
                "The National Panel",
                vec![
                    asked.when("panel_told", "When was the Panel told?"),
                    Question::new("panel_acknowledged", acknowledged),
                ],
            ),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why the incident does not meet the criteria");
        let who = fields.line("decided_by", "Enter who decided for the council");
        let on = fields.known_when("on", "Date of the decision", open.today);
        let panel_told = fields.known_when("panel_told", "Date the Panel was told", open.today);
        let acknowledged = fields.when("panel_acknowledged", "Date the Panel acknowledged it");
        let panel_acknowledged = Some(acknowledged).filter(|when| *when != When::NotKnown);
        let step = Step::Reclassify(Reclassification { panel_told, panel_acknowledged });
        Some(Command { on, step, words: Words::none().and(Word::DecidedBy, who).and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("decided_by", "Who decided", answers.one("decided_by")),
            Said::new("on", "Date of the decision", said_when(answers, "on")),
            Said::new("panel_told", "Panel told", said_when(answers, "panel_told")),
            Said::new(
                "panel_acknowledged",
                "Panel acknowledged it",
                said_when(answers, "panel_acknowledged"),
            ),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the reclassification")
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "The rapid review falls away. Every stage that is still open reads “Not needed”.".to_owned(),
            "The reason shows on the case for everyone who may read the notification.".to_owned(),
            "We do not tell the Panel for you.".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "No rapid review is needed. Another kind of review can be started.".to_owned();
        ("Reclassification recorded".to_owned(), Some(next))
    }
}
