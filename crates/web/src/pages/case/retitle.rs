//! Changing the local title of a case.

use case::{Case, Command, Step, When, Word, Words};

use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(crate) struct Retitle;

impl Form for Retitle {
    fn path(&self) -> String {
        "/retitle".to_owned()
    }

    fn home(&self) -> &'static str {
        ""
    }

    fn heading(&self) -> String {
        "Change the title of the case".to_owned()
    }

    fn button(&self) -> &'static str {
        "Save the title"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::Retitle)
    }

    fn fits(&self, _open: &OpenCase) -> bool {
        true
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        Some(Answers::default().and("title", case.title.as_str()))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let title = asked
            .line("title", "Local title")
            .hint("A short working title that identifies nobody, such as “Infant, serious harm at home”. No names, initials, dates of birth, schools or streets");
        vec![Section::plain(vec![Question::new("title", title)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let title = fields.line("title", "Enter a title that identifies nobody");
        Some(Command {
            on: When::Day(open.today),
            step: Step::Retitle,
            words: Words::none().and(Word::Title, title),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("title", "Local title", answers.one("title"))]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Title changed".to_owned(), None)
    }
}

#[cfg(test)]
#[path = "retitle_tests.rs"]
mod tests;
