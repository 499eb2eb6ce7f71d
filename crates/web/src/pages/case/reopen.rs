//! Taking up a closed case again.

use case::{Command, Step, StepKind, Word};

use super::close::still_open;
use crate::case_view::{OpenCase, header};
use crate::form::question::{Question, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why is the case taken up again?")
    .short("Reason")
    .missing("Enter why the case is taken up again")
    .hint("2 or 3 sentences. Everyone with access to the case can read it. Do not use names of children or families");

/// Reopening, which says why.
pub(crate) struct Reopen;

impl Form for Reopen {
    fn page(&self) -> Page {
        Page::new(StepKind::Reopen, "/reopen", "", "Reopen the case")
            .button("Reopen the case")
            .checked("Check and reopen the case")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        Intro::say(format!("{}.", header::closed(&open.case)))
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(REASON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::Reopen.into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let stage = format!("The case stands at “{}” again.", after.case.stage);
        let kept = "That it was closed, and when, stays in the history.".to_owned();
        [stage, kept].into_iter().chain(still_open(after)).collect()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Case reopened")
    }
}
