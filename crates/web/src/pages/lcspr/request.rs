//! The partners ask the reviewer in writing.

use case::{Command, Step, StepKind, When, Word};

use super::asking::READERS;
use super::{HOME, is_under_way};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ON: Question<When> = happened_on("When was it sent?", "Date of the request").short("Date");
const TEXT: Question<String> = text(Word::Text, "What was the reviewer asked?")
    .short("What was asked")
    .missing("Enter what the reviewer was asked in writing")
    .hint(READERS);

/// One written request.
pub(super) struct Request;

impl Form for Request {
    fn page(&self) -> Page {
        let heading = "Record a written request to the reviewer";
        Page::new(StepKind::RequestInWriting, "/lcspr/requests/new", HOME, heading)
            .button("Record the request")
            .intro("We do not send it for you: record here what the reviewer was asked in writing.")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_under_way(open)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(ON).ask(TEXT)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::RequestInWriting.into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Written request recorded")
    }
}
