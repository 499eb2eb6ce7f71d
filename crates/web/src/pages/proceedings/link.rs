//! Linking another review of the same events: one elsewhere, or a case here.

use case::proceedings::{LinkedReview, LinkedReviewKind};
use case::{Command, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, choice, happened_on, line, named_line, text};
use crate::form::{Answers, Form, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

const KIND: Question<LinkedReviewKind> = choice("kind", "What kind of review is it?")
    .short("Kind of review")
    .missing("Select what kind of review it is");
const CASE: Question<String> = named_line("case", "If it is a case here, its reference (optional)")
    .short("Case here")
    .hint("For example, 2026-014")
    .width(10);
const REFERENCE: Question<String> =
    line(Word::Reference, "If it is a review elsewhere, its reference or name (optional)")
        .short("Reference")
        .hint("Do not use names of children or families");
const COMMENT: Question<String> = text(Word::Comment, "What should be known about it? (optional)")
    .short("Comment")
    .hint("For example, who leads it. Do not use names of children or families")
    .rows(3);
const ON: Question<When> =
    happened_on("Since when is it known?", "Date it became known").short("Known since");

/// A link to another review.
pub(super) struct Link;

impl Form for Link {
    fn page(&self) -> Page {
        Page::new(StepKind::LinkReview, "/proceedings/link", HOME, "Link another review")
            .button("Link the review")
            .naming_another_case(CASE.name)
            .intro(
                "A link gives nobody access to another case: who may not open it sees only that there is one.",
            )
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(KIND).ask(CASE).ask(REFERENCE).ask(COMMENT).ask(ON)
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        let is_written = |question| read.maybe(question).is_none_or(|text: String| !text.is_empty());
        match open.other {
            None if is_written(&CASE) => {
                problems.add(CASE.name, "Enter the reference of a case that you can open, such as 2026-014");
            }
            Some(other) if other == open.id => {
                problems.add(CASE.name, "Enter the reference of another case: this is the case itself");
            }
            _ => {}
        }
        if !is_written(&CASE) && !is_written(&REFERENCE) {
            problems.add(REFERENCE.name, "Enter the reference of the other review, or of the case here");
        }
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::LinkReview(LinkedReview { kind: read.of(&KIND), case: open.other }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Review linked")
    }
}
