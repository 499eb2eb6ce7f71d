//! The summary of an agency in a text of its own.

use case::{Command, OrganisationId, StepKind, Word};

use super::{own, summary};
use crate::case_view::OpenCase;
use crate::form::question::{Question, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::pages::agencies::questions;
use crate::session::Flash;

const SUMMARY: Question<String> = text(Word::Summary, "Your agency’s summary")
    .short("Summary")
    .missing("Enter your agency’s summary")
    .hint("Paste it from your document. Tables and pictures are not kept")
    .rows(25);

pub(super) struct OwnText(pub(super) OrganisationId);

impl Form for OwnText {
    fn page(&self) -> Page {
        let home = own::path(self.0);
        let path = format!("{home}/own-text");
        Page::new(StepKind::ReturnSummary(self.0), path, home, "Hand in your own text")
            .intro(questions::READERS)
            .button("Send the summary")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        own::speaks_for(open, self.0).then_some(StepKind::ReturnSummary(self.0))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        own::is_open(open, self.0)
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        summary::ending(open, self.0, Questions::new().ask(SUMMARY))
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        summary::answer(self.0, read)
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        summary::sent()
    }
}
