//! Deciding to publish neither the report nor the improvements.

use case::decisions::Question as Decided;
use case::publication::PublicationDeclined;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::exceptional::{PANEL_TOLD, SECRETARY_OF_STATE_TOLD, agreement, still_to_inform};
use super::{HOME, dates};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why is nothing published?")
    .short("Why nothing is published")
    .missing("Enter the explanation given to the National Panel")
    .hint("The explanation given to the National Panel and the Secretary of State. Do not use names of children or families");
const DECIDED: Question<When> =
    happened_on("When was it decided?", "Date of the decision").short("Decided on");

pub(super) struct Decline;

impl Form for Decline {
    fn page(&self) -> Page {
        let heading = "Record that nothing is published";
        Page::new(StepKind::DeclineToPublish, "/publication/decline", HOME, heading)
            .button("Record that nothing is published")
            .checked("Check and record that nothing is published")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        Intro::say(
            "Neither the report nor the improvements. The explanation goes to the National Panel and the Secretary \
             of State, and what they say about it must be considered.",
        )
        .and(agreement(open, Decided::NotPublish))
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(REASON).ask(DECIDED).ask(PANEL_TOLD).ask(SECRETARY_OF_STATE_TOLD)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::DeclineToPublish(PublicationDeclined {
            panel_told: read.of(&PANEL_TOLD),
            secretary_of_state_told: read.of(&SECRETARY_OF_STATE_TOLD),
        })
        .into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let learning = "The learning and the actions go on all the same.".to_owned();
        dates::stands(after, ClockKey::Lcspr).into_iter().chain([learning]).collect()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let to_tell = recorded.iter().find_map(|command| match &command.step {
            Step::DeclineToPublish(of) => still_to_inform(of.panel_told, of.secretary_of_state_told),
            _ => None,
        });
        Flash::new("Recorded that nothing is published").next(to_tell)
    }
}
