//! The partners reconsider, because the Panel disagrees with the local decision.

use case::{Command, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "What do the partners reconsider, and why?")
    .short("What they reconsider, and why")
    .missing("Enter what the partners reconsider, and why")
    .hint("2 or 3 sentences. Do not use names of children or families");
const ON: Question<When> =
    happened_on("When did they begin to?", "Date they began to reconsider").short("Date");

pub(super) struct Reconsider;

impl Form for Reconsider {
    fn page(&self) -> Page {
        Page::new(StepKind::Reconsider, "/panel/reconsider", HOME, "Ask the partners to reconsider")
            .button("Record that the partners reconsider")
            .leading_to("/panel/what-follows")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.panel.open_disagreement().is_some()
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let said = open.case.panel.open_disagreement();
        let said: Intro =
            said.map(|letter| format!("The National Panel {}.", letter.outcome)).into_iter().collect();
        said.and(
            "Each partner decides again. The decision on an LCSPR stays theirs, and the reasons for departing from the \
             National Panel’s view go to it.",
        )
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(REASON).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::Reconsider.into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "Each of the three partners decides again.".to_owned();
        Flash::new("Recorded that the partners reconsider").next(next)
    }
}
