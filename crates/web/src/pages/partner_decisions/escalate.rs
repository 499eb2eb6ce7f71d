//! The partners disagree, and take it higher.

use case::decisions::{Escalation, EscalationLevel, Question as Asks};
use case::{Command, Step, StepKind, When, Word};

use super::question::disputed;
use super::{HOME, READERS};
use crate::case_view::OpenCase;
use crate::form::question::{Offer, Question, choice, happened_on, line, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const ABOUT: Question<Asks> = choice("question", "What do the partners not agree on?")
    .short("About")
    .missing("Select what the partners do not agree on");
const LEVEL: Question<EscalationLevel> =
    choice("level", "To whom is it taken?").short("Taken to").missing("Select to whom it is taken");
const WHO: Question<String> = line(Word::Who, "Who exactly?")
    .short("Who")
    .missing("Enter who the disagreement is taken to")
    .hint("Name and job title of those who are asked");
const REASON: Question<String> = text(Word::Reason, "What do the partners not agree on, and why?")
    .short("What is not agreed")
    .missing("Enter what the partners do not agree on")
    .hint(READERS);
const ON: Question<When> = happened_on("When was it taken higher?", "Date it was taken higher").short("Date");

/// Taking a disagreement higher.
pub(super) struct Escalate;

/// Asks which question it is about, unless there is only one that it can be.
pub(super) fn ask_which<'a>(among: &[Asks], about: Question<Asks>) -> Questions<'a> {
    Questions::new().ask_if(among.len() != 1, about.among(among.iter().map(Offer::of)))
}

/// The question that it is about: the only one, or the one that was chosen.
pub(super) fn which(among: &[Asks], about: &Question<Asks>, read: &Read<'_>) -> Asks {
    match among {
        [only] => *only,
        _ => read.of(about),
    }
}

impl Form for Escalate {
    fn page(&self) -> Page {
        let path = format!("{HOME}/escalate");
        Page::new(StepKind::Escalate, path, HOME, "Take the disagreement higher")
            .button("Record that it was taken higher")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !disputed(&open.case).is_empty()
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let about = match disputed(&open.case).as_slice() {
            [only] => Some(format!("The partners do not agree on {only}.")),
            _ => None,
        };
        let may = "Every partner may still record a decision. The deadline does not change.".to_owned();
        about.into_iter().chain([may]).collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        ask_which(&disputed(&open.case), ABOUT).ask(LEVEL).ask(WHO).ask(REASON).ask(ON)
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let question = which(&disputed(&open.case), &ABOUT, read);
        Step::Escalate(Escalation { question, level: read.of(&LEVEL) }).into()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let Some(Step::Escalate(taken)) = recorded.first().map(|command| &command.step) else {
            return Flash::new("Disagreement taken higher");
        };
        let next = "Record how it ended when you know. Every partner may still decide.".to_owned();
        Flash::new(format!("Disagreement taken to the {}", taken.level)).next(next)
    }
}
