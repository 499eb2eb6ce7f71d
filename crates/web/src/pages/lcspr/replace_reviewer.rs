//! Another reviewer takes over.

use case::lcspr::ReviewerReplaced;
use case::{Command, Step, StepKind, When, Word};

use super::asking::READERS;
use super::{HOME, who};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why is the reviewer replaced?")
    .short("Why")
    .missing("Enter why the reviewer is replaced")
    .hint(READERS)
    .rows(3);
const ON: Question<When> = happened_on("From when?", "Date of the change").short("From");

/// The change.
pub(super) struct ReplaceReviewer;

impl Form for ReplaceReviewer {
    fn page(&self) -> Page {
        Page::new(StepKind::ReplaceReviewer, "/lcspr/replace-reviewer", HOME, "Replace the reviewer")
            .button("Record the new reviewer")
            .checked("Check and record the new reviewer")
    }

    fn intro(&self, _open: &OpenCase) -> Intro {
        Intro::say("Check first that the new reviewer is independent of the agencies under review.")
            .and("The review begins anew with the new reviewer’s first meeting. The 6 months go on.")
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        who::ask(open, Questions::new()).ask(REASON).ask(ON)
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        who::check(open, read, problems);
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let (reviewer, name) = who::chosen(open, read);
        Recording::from(Step::ReplaceReviewer(ReviewerReplaced { reviewer }))
            .with_words(read.words().and(Word::Who, name))
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "Whoever was the reviewer no longer sees the case, unless they are on its list of access."
                .to_owned(),
            "The 6 months go on as before.".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "Record when the review has begun with the new reviewer.".to_owned();
        Flash::new("New reviewer recorded").next(next)
    }
}
