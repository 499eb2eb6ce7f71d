//! The partners reconsider, because the Panel disagreed.

use case::{Command, Move, Step, Word, Words};

use super::HOME;
use crate::answers::Answers;
use crate::asked::{Asked, Question, Section, said_when};
use crate::case_form::{Form, Said};
use crate::fields::Fields;
use crate::open_case::OpenCase;
use crate::reading::today;

/// Beginning to reconsider.
pub(super) struct Reconsider;

impl Form for Reconsider {
    fn path(&self) -> String {
        "/panel/reconsider".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Ask the partners to reconsider".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let letter = open.case.panel.open_disagreement();
        let letter = letter.map(|letter| format!("The Panel {}.", letter.outcome));
        let whose = "The decision stays with the partners. Each of the three decides afresh.".to_owned();
        letter.into_iter().chain([whose]).collect()
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
            .rows(4)
            .hint("2 or 3 sentences. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("reason", reason), asked.when("on", "Since when?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter what the partners reconsider, and why");
        let on = fields.known_when("on", "Date they began", open.today);
        Some(Command { on, step: Step::Reconsider, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reason", "What, and why", answers.one("reason")),
            Said::new("on", "Since", said_when(answers, "on")),
        ]
    }

    fn next(&self) -> String {
        "/decisions".to_owned()
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Change the report if it has to say something else and put it to them again, or record what they decide.";
        ("The partners reconsider".to_owned(), Some(next.to_owned()))
    }
}
