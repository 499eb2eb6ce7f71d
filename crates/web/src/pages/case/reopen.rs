//! Taking up a closed case again.

use case::{Command, Step, When, Word, Words};

use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(crate) struct Reopen;

impl Form for Reopen {
    fn path(&self) -> String {
        "/reopen".to_owned()
    }

    fn home(&self) -> &'static str {
        ""
    }

    fn heading(&self) -> String {
        "Reopen the case".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        vec![format!("{}.", crate::case_view::header::closed(&open.case))]
    }

    fn button(&self) -> &'static str {
        "Reopen the case"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::Reopen)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.is_closed()
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "Why is the case taken up again?")
            .hint("2 or 3 sentences. Everyone with access to the case can read it. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("reason", reason)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why the case is taken up again");
        Some(Command {
            on: When::Day(open.today),
            step: Step::Reopen,
            words: Words::none().and(Word::Reason, reason),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("reason", "Reason", answers.one("reason"))]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and reopen the case")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let left = super::close::still_open(after);
        let stage = format!("The case stands at “{}” again.", after.case.stage);
        let kept = "That it was closed, and when, stays in the history.".to_owned();
        [stage, kept].into_iter().chain(left).collect()
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Case reopened".to_owned(), None)
    }
}

#[cfg(test)]
#[path = "reopen_tests.rs"]
mod tests;
