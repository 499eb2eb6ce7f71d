//! The partners reconsider, because the Panel disagrees with the local decision.

use case::{Command, Move, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The beginning of it.
pub(super) struct Reconsider;

impl Form for Reconsider {
    fn path(&self) -> String {
        "/panel/reconsider".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn next(&self) -> String {
        "/panel/what-follows".to_owned()
    }

    fn heading(&self) -> String {
        "Ask the partners to reconsider".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let said = open.case.panel.open_disagreement();
        let said = said.map(|letter| format!("The National Panel {}.", letter.outcome));
        let next = "Each partner decides again. The decision on an LCSPR stays theirs, and the reasons for departing \
                    from the National Panel’s view go to it."
            .to_owned();
        said.into_iter().chain([next]).collect()
    }

    fn button(&self) -> &'static str {
        "Record that the partners reconsider"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::Reconsider)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Reconsider).is_some() && open.case.panel.open_disagreement().is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "What do the partners reconsider, and why?")
            .hint("2 or 3 sentences. Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("reason", reason),
            asked.when("on", "When did they begin to?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter what the partners reconsider, and why");
        let on = fields.known_when("on", "Date they began to reconsider", open.today);
        Some(Command { on, step: Step::Reconsider, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reason", "What they reconsider, and why", answers.one("reason")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Each of the three partners decides again.".to_owned();
        ("Recorded that the partners reconsider".to_owned(), Some(next))
    }
}
