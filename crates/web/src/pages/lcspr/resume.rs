//! The review goes on after a hold.

use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::HOME;
use super::asking::READERS;
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ON: Question<When> = happened_on("From when?", "Date the review resumes").short("From");
const REASON: Question<String> = text(Word::Reason, "Why does the review resume?")
    .short("Why")
    .missing("Enter why the review resumes")
    .hint(READERS)
    .rows(3);

/// The end of a hold.
pub(super) struct Resume;

impl Form for Resume {
    fn page(&self) -> Page {
        Page::new(StepKind::ResumeLcspr, "/lcspr/resume", HOME, "Resume the review")
            .button("Record that the review resumes")
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(ON).ask(REASON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::ResumeLcspr.into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next =
            deadline_text::due(after, ClockKey::Lcspr, "The review is to be completed and published by");
        Flash::new("Recorded that the review resumes").next(next)
    }
}
