//! The partners ask the reviewer in writing.

use case::{Command, Step, Word, Words};

use super::asking::READERS;
use super::{HOME, is_under_way};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// One written request.
pub(super) struct Request;

impl Form for Request {
    fn path(&self) -> String {
        "/lcspr/requests/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record a written request to the reviewer".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["We do not send it for you: record here what the reviewer was asked in writing.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the request"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::RequestInWriting)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_under_way(open)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked.text("text", "What was the reviewer asked?").hint(READERS);
        vec![Section::plain(vec![asked.when("on", "When was it sent?"), Question::new("text", text)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date of the request", open.today);
        let text = fields.text("text", "Enter what the reviewer was asked in writing");
        Some(Command { on, step: Step::RequestInWriting, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("on", "Date", said_when(answers, "on")),
            Said::new("text", "What was asked", answers.one("text")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Written request recorded".to_owned(), None)
    }
}
