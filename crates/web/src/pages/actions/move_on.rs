//! Giving an action another due date, with the reason.

use case::actions::ActionMoved;
use case::{Command, Step, When, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(super) struct MoveOn(pub(super) u16);

impl Form for MoveOn {
    fn path(&self) -> String {
        format!("/actions/{}/move", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Change the due date of action {}", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let due = open.case.actions.actions.get(&self.0).map(|action| action.action.due);
        due.map(|due| super::is_due("It", due, open.today)).into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "Change the due date"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::MoveAction(ActionMoved { number: self.0, due: open.today }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_open(open, self.0)
    }

    fn begin(&self, _open: &OpenCase) -> Answers {
        Answers::default()
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let due = asked.date("due", "When is it due now?").hint("For example, 27 6 2026");
        let reason = asked
            .text("reason", "Why does the date change?")
            .rows(3)
            .hint("2 or 3 sentences. Everyone who may read the action reads this. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("due", due), Question::new("reason", reason)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let due = fields.day("due", "Due date");
        let reason = fields.text("reason", "Enter why the date changes");
        let step = Step::MoveAction(ActionMoved { number: self.0, due: due? });
        Some(Command { on: When::Day(open.today), step, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("due", "Due", said_when(answers, "due")),
            Said::new("reason", "Why", answers.one("reason")),
        ]
    }

    fn next(&self) -> String {
        format!("/actions/{}", self.0)
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let Step::MoveAction(moved) = &command.step else { return (String::new(), None) };
        let due = super::is_due("It", moved.due, after.today);
        (format!("Due date of action {} changed", self.0), Some(due))
    }
}
