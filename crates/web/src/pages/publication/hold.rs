//! Holding publication, for a trial, an inquest or the family.

use calendar::NaiveDate;
use case::decisions::Question as Decided;
use case::publication::PublicationHold;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::HOME;
use super::exceptional::{PANEL_TOLD, SECRETARY_OF_STATE_TOLD, agreement, still_to_inform};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, day, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

const REASON: Question<String> = text(Word::Reason, "Why does publication wait?")
    .short("Why publication waits")
    .missing("Enter why publication waits")
    .hint("2 or 3 sentences. The National Panel and the Secretary of State are told this. Do not use names of children or families");
const DECIDED: Question<When> =
    happened_on("When was it decided?", "Date of the decision").short("Decided on");
const REVIEW_ON: Question<NaiveDate> = day("review_on", "When will the hold be looked at again?")
    .short("Looked at again")
    .called("Date to look at the hold again")
    .hint("For example, 27 6 2026. The service reminds the business unit");

pub(super) struct Hold;

impl Form for Hold {
    fn page(&self) -> Page {
        Page::new(StepKind::HoldPublication, "/publication/hold", HOME, "Hold publication")
            .button("Hold publication")
            .checked("Check and hold publication")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        Intro::say(agreement(open, Decided::HoldPublication)).and(
            "The six months do not stop. Once the National Panel has been told why, the review is shown as late and \
             explained.",
        )
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(REASON).ask(DECIDED).ask(REVIEW_ON).ask(PANEL_TOLD).ask(SECRETARY_OF_STATE_TOLD)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::HoldPublication(PublicationHold {
            review_on: read.of(&REVIEW_ON),
            panel_told: read.of(&PANEL_TOLD),
            secretary_of_state_told: read.of(&SECRETARY_OF_STATE_TOLD),
        })
        .into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let nothing = "Nothing can be published until the hold is ended.".to_owned();
        let due = deadline_text::due(after, ClockKey::Lcspr, "The review is still due");
        [nothing].into_iter().chain(due).collect()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let next = recorded.iter().find_map(|command| match &command.step {
            Step::HoldPublication(hold) => deadline_text::together([
                Some(format!("Look at it again on {}.", date::weekday(hold.review_on))),
                still_to_inform(hold.panel_told, hold.secretary_of_state_told),
            ]),
            _ => None,
        });
        Flash::new("Publication is held").next(next)
    }
}
