//! Turning from doing the actions to the evidence of their effect.

use case::{Command, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::grammar::and;

const REASON: Question<String> = text(
    Word::Reason,
    "Why is the effect looked at while actions are not done?",
)
.short("Why before all is done")
.missing("Enter why the effect is looked at while actions are not done")
.hint(
    "2 or 3 sentences. Everyone with access to the case reads this. Do not use names of children or families",
)
.rows(3);
const ON: Question<When> = happened_on("When did the partnership turn to the evidence?", "Date");

/// Turning to it.
pub(super) struct Impact;

impl Form for Impact {
    fn page(&self) -> Page {
        Page::new(StepKind::ReviewImpact, "/actions/impact", HOME, "Turn to the evidence of effect")
            .button("Turn to the evidence")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        Intro::say(match not_done(open).as_slice() {
            [] => "Every action is done.".to_owned(),
            [number] => format!("Action {number} is not done."),
            numbers => format!("Actions {} are not done.", and(numbers)),
        })
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask_if(!not_done(open).is_empty(), REASON).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::ReviewImpact.into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "Judge the effect of each action, then close the case.".to_owned();
        Flash::new("The case has turned to the evidence of effect").next(next)
    }
}

/// The numbers of the actions that are neither done nor closed.
fn not_done(open: &OpenCase) -> Vec<u16> {
    let open = open.case.actions.open().filter(|action| action.done.is_none());
    open.map(|action| action.action.number).collect()
}
