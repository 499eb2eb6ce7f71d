//! Turning from doing the actions to the evidence of their effect.

use case::{Command, Move, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::and;

/// The form.
pub(super) struct Impact;

impl Form for Impact {
    fn path(&self) -> String {
        "/actions/impact".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Turn to the evidence of effect".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        match not_done(open).as_slice() {
            [] => vec!["Every action is done.".to_owned()],
            [number] => vec![format!("Action {number} is not done.")],
            numbers => vec![format!("Actions {} are not done.", and(numbers))],
        }
    }

    fn button(&self) -> &'static str {
        "Turn to the evidence"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::ReviewImpact)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::ReviewImpact).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let on = asked.when("on", "When did the partnership turn to the evidence?");
        if not_done(open).is_empty() {
            return vec![Section::plain(vec![on])];
        }
        let reason = asked
            .text("reason", "Why is the effect looked at while actions are not done?")
            .rows(3)
            .hint("2 or 3 sentences. Everyone with access to the case reads this. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("reason", reason), on])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let words = if not_done(open).is_empty() {
            Words::none()
        } else {
            let missing = "Enter why the effect is looked at while actions are not done";
            Words::none().and(Word::Reason, fields.text("reason", missing))
        };
        let on = fields.known_when("on", "Date", open.today);
        Some(Command { on, step: Step::ReviewImpact, words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reason", "Why before all is done", answers.one("reason")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Judge the effect of each action, then close the case.".to_owned();
        ("The case has turned to the evidence of effect".to_owned(), Some(next))
    }
}

/// The numbers of the actions that are neither done nor closed.
fn not_done(open: &OpenCase) -> Vec<u16> {
    let open = open.case.actions.open().filter(|action| action.done.is_none());
    open.map(|action| action.action.number).collect()
}
