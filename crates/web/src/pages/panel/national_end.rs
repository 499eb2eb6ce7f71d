//! Recording how a national or thematic review ended.

use case::{Command, Stage, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const OUTCOME: Question<String> = text(Word::Outcome, "How did it end?")
    .short("How it ended")
    .missing("Enter how the review ended")
    .hint("What it found for this case, and where it is published. Do not use names of children or families");
const ON: Question<When> = happened_on("When did it end?", "Date it ended").short("Date");

pub(super) struct NationalEnd;

impl Form for NationalEnd {
    fn page(&self) -> Page {
        let heading = "Record the end of the national or thematic review";
        Page::new(StepKind::EndNationalReview, "/panel/national/end", HOME, heading)
            .button("Record the end of the review")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.panel.open_national_review().is_some()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(OUTCOME).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::EndNationalReview.into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let is_next = after.case.stage == Stage::NationalReview;
        Flash::new("End of the national or thematic review recorded")
            .next(is_next.then(|| "Start an LCSPR, or turn to the actions.".to_owned()))
    }
}
