//! Something done at once to keep a child safe. Whoever works on the case may record it, at any time.

use case::{Command, Step, Word, Words};

use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// An immediate safety action.
pub(super) struct Safety;

impl Form for Safety {
    fn path(&self) -> String {
        "/rapid-review/safety".to_owned()
    }

    /// An agency may record one and sees nothing else of the rapid review, so everybody goes back to the case.
    fn home(&self) -> &'static str {
        ""
    }

    fn heading(&self) -> String {
        "Record an immediate safety action".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["What keeps a child safe is done at once, and is not saved for the report.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record safety action"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::TakeSafetyAction)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked.text("text", "What was done to keep a child safe?").hint(
            "2 or 3 sentences: what, for whom, and who sees to it. It stands in the report. Do not use names of children or families",
        );
        vec![Section::plain(vec![Question::new("text", text), asked.when("on", "When was it done?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter what was done to keep a child safe");
        let on = fields.known_when("on", "Date it was done", open.today);
        Some(Command { on, step: Step::TakeSafetyAction, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("text", "What was done", answers.one("text")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (
            "Safety action recorded".to_owned(),
            Some("The rapid review page lists it, and so does the report.".to_owned()),
        )
    }
}
