//! What came of a disagreement that was taken higher.

use case::decisions::{EscalationEnd, Question as Asks};
use case::{Command, Step, StepKind, When, Word};

use super::escalate::{ask_which, which};
use super::question::escalated;
use super::{HOME, READERS};
use crate::case_view::OpenCase;
use crate::form::question::{Question, YesOrNo, choice, happened_on, text, yes_or_no};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ABOUT: Question<Asks> = choice("question", "What did the partners not agree on?")
    .short("About")
    .missing("Select what the partners did not agree on");
const RESOLVED: Question<bool> = yes_or_no(
    "resolved",
    "Is the disagreement settled?",
    &YesOrNo("The partners agree now", "It ended and the partners still do not agree"),
)
.short("Settled?")
.missing("Select whether the disagreement is settled");
const OUTCOME: Question<String> = text(Word::Outcome, "What was the outcome?")
    .short("Outcome")
    .missing("Enter how the escalation ended")
    .hint(READERS);
const ON: Question<When> = happened_on("When did it end?", "Date it ended").short("Date");

/// The end of an escalation.
pub(super) struct EndEscalation;

impl Form for EndEscalation {
    fn page(&self) -> Page {
        let path = format!("{HOME}/escalate/end");
        Page::new(StepKind::EndEscalation, path, HOME, "Record how the disagreement ended")
            .button("Record how it ended")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !escalated(&open.case).is_empty()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        ask_which(&escalated(&open.case), ABOUT).ask(RESOLVED).ask(OUTCOME).ask(ON)
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let question = which(&escalated(&open.case), &ABOUT, read);
        Step::EndEscalation(EscalationEnd { question, resolved: read.of(&RESOLVED) }).into()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let is_settled =
            |command: &Command| matches!(&command.step, Step::EndEscalation(end) if end.resolved);
        if recorded.iter().any(is_settled) {
            let next = "Partners who decide otherwise now record a new decision with a reason.".to_owned();
            return Flash::new("The disagreement is settled").next(next);
        }
        Flash::new("The escalation ended without agreement")
    }
}
