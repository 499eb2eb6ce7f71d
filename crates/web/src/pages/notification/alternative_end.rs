//! Ending the other review, with what was learnt.

use case::{Command, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const LEARNING: Question<String> = text(Word::Learning, "What was learnt?")
    .missing("Enter what was learnt")
    .hint("What should change, and for whom. Everyone with access to the case reads this")
    .rows(8);
const ON: Question<When> =
    happened_on("When did the review finish?", "Date the review finished").short("Finished");

/// The end of the other review.
pub(super) struct AlternativeEnd;

impl Form for AlternativeEnd {
    fn page(&self) -> Page {
        let (path, heading) = ("/notification/alternative/end", "Finish the other review");
        Page::new(StepKind::FinishAlternativeReview, path, HOME, heading).button("Record as finished")
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(LEARNING).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::FinishAlternativeReview.into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "Turn what was learnt into actions.".to_owned();
        Flash::new("Other review recorded as finished").next(next)
    }
}
