//! Starting another kind of review in place of the statutory one.

use calendar::NaiveDate;
use case::consideration::{AlternativeKind, AlternativeReview, CaseKind};
use case::{Command, Stage, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, choice, happened_on, line, optional_day, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const KIND: Question<AlternativeKind> = choice("kind", "Which kind of review?")
    .short("Kind of review")
    .missing("Select which kind of review it is");
const REASON: Question<String> = text(Word::Reason, "Why was this kind of review chosen?")
    .short("Why")
    .missing("Enter why this kind of review was chosen")
    .hint("2 or 3 sentences. Everyone with access to the case reads this. Do not use names of children or families");
const OWNER: Question<String> = line(Word::Who, "Who owns the review?")
    .short("Who owns it")
    .missing("Enter who owns the review")
    .hint("Name and job title, or a group");
const ON: Question<When> =
    happened_on("When does it start, or when did it?", "Date the review starts").short("Start");
const DUE: Question<Option<NaiveDate>> = optional_day("due", "When is it due? (optional)")
    .short("Due")
    .called("Due date")
    .hint("For example, 27 6 2026");

/// Another kind of review.
pub(super) struct Alternative;

impl Form for Alternative {
    fn page(&self) -> Page {
        let (path, heading) = ("/notification/alternative", "Start another kind of review");
        Page::new(StepKind::StartAlternativeReview, path, HOME, heading)
            .button("Start the review")
            .intro("No national deadline runs for it. The due date is the partnership’s own.")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage != Stage::Referred || open.case.kind == Some(CaseKind::LocalLearning)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(KIND).ask(REASON).ask(OWNER).ask(ON).ask(DUE)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let review = AlternativeReview { kind: read.of(&KIND), owner: None, due: read.of(&DUE) };
        Step::StartAlternativeReview(review).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let due = after.case.consideration.alternative.as_ref().and_then(|review| review.due);
        Flash::new("Other review started").next(due.map(|due| format!("It is due {}.", When::Day(due))))
    }
}
