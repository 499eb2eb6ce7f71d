//! Turning from the review to the actions.

use case::{Command, Move, Step, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(super) struct Begin;

impl Form for Begin {
    fn path(&self) -> String {
        "/actions/begin".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Turn to the actions".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["The review is over, and what follows is carrying its recommendations out. Actions can be opened before and after.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Turn to the actions"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::OpenActions)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::OpenActions).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        vec![Section::plain(vec![asked.when("on", "When did the partnership turn to the actions?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date", open.today);
        Some(Command { on, step: Step::OpenActions, words: Words::none() })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("on", "Date", said_when(answers, "on"))]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("The case has turned to its actions".to_owned(), Some(super::left(after)))
    }
}
