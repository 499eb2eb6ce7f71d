//! What the independent scrutineer says of the review: a comment, not a decision.

use case::{Command, Stage, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const COMMENT: Question<String> = text(Word::Comment, "What did the independent scrutineer say?")
    .short("Comment")
    .missing("Enter what the scrutineer said")
    .hint("Everyone who may read the rapid review reads this. Do not use names of children or families")
    .rows(8);
const ON: Question<When> = happened_on("When?", "Date of the comment").short("Date");

/// The scrutineer's comment.
pub(super) struct Scrutineer;

impl Form for Scrutineer {
    fn page(&self) -> Page {
        let heading = "Record the scrutineer’s comment";
        Page::new(StepKind::CommentAsScrutineer, "/rapid-review/scrutineer", HOME, heading)
            .button("Record the comment")
            .intro(
                "The independent scrutineer comments and decides nothing. Each comment stands beside those before it.",
            )
    }

    fn fits(&self, open: &OpenCase) -> bool {
        matches!(
            open.case.stage,
            Stage::RapidReviewOpen
                | Stage::AgencyReturns
                | Stage::RapidReviewMeeting
                | Stage::PartnerDecision
                | Stage::PartnersReconsidering
        )
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(COMMENT).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::CommentAsScrutineer.into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("The scrutineer’s comment is recorded")
    }
}
