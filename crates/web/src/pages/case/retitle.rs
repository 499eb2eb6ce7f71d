//! Changing the local title of a case.

use case::{Case, Command, Step, StepKind, Word};

use crate::case_view::OpenCase;
use crate::form::question::{Question, line};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const TITLE: Question<String> = line(Word::Title, "Local title")
    .missing("Enter a title that identifies nobody")
    .hint("A short working title that identifies nobody, such as “Infant, serious harm at home”. No names, initials, dates of birth, schools or streets")
    .plain();

/// The new title.
pub(crate) struct Retitle;

impl Form for Retitle {
    fn page(&self) -> Page {
        Page::new(StepKind::Retitle, "/retitle", "", "Change the title of the case").button("Save the title")
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(TITLE)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        Some(TITLE.put(&case.title, Answers::default()))
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::Retitle.into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Title changed")
    }
}
