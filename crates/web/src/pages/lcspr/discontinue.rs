//! The three partners stop the review.

use case::decisions::Question as Decided;
use case::lcspr::Discontinuation;
use case::{Command, Step, StepKind, When, Word};

use super::asking::{PANEL_TOLD, READERS};
use super::{HOME, agreement};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ON: Question<When> =
    happened_on("When was it stopped?", "Date the review was stopped").short("Stopped");
const REASON: Question<String> = text(Word::Reason, "Why is the review stopped?")
    .short("Why")
    .missing("Enter why the review is stopped")
    .hint(READERS);
const LEARNING: Question<String> = text(Word::Learning, "What learning is kept, and how is it used?")
    .short("Learning that is kept")
    .missing("Enter what learning is kept")
    .hint("It stays with the case. Do not use names of children or families");

/// The end of a review that is not completed.
pub(super) struct Discontinue;

impl Form for Discontinue {
    fn page(&self) -> Page {
        Page::new(StepKind::DiscontinueLcspr, "/lcspr/discontinue", HOME, "Stop the review")
            .button("Record that the review is stopped")
            .intro(
                "Only the three statutory partners together can stop an LCSPR. It cannot be started again.",
            )
            .checked("Check and record that the review is stopped")
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let partners = agreement::beside(open, Decided::Discontinue);
        Questions::new().ask(partners).ask(ON).ask(REASON).ask(LEARNING).ask(PANEL_TOLD)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::DiscontinueLcspr(Discontinuation { panel_told: read.of(&PANEL_TOLD) }).into()
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "The 6 months end. Nothing is published.".to_owned(),
            "The learning and its actions stay with the case.".to_owned(),
            "Nothing is sent to anybody. Tell the Panel yourselves.".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "Turn the learning that is kept into actions.".to_owned();
        Flash::new("Recorded that the review is stopped").next(next)
    }
}
