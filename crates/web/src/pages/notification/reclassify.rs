//! After sending it is found that the incident does not meet the criteria.

use case::notification::Reclassification;
use case::{Command, Step, StepKind, When, Word};

use super::HOME;
use super::decision::DECIDED_BY;
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, known_day, text, when};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why does the incident not meet the criteria?")
    .short("Why")
    .missing("Enter why the incident does not meet the criteria")
    .hint("Everyone with access to the case reads this. Do not use names of children or families");
const ON: Question<When> = happened_on("When was it decided?", "Date of the decision");
const PANEL_TOLD: Question<When> =
    known_day("panel_told", "When was the Panel told?").short("Panel told").called("Date the Panel was told");
const ACKNOWLEDGED: Question<When> =
    when("panel_acknowledged", "When did the Panel acknowledge it? (optional)")
        .short("Panel acknowledged it")
        .called("Date the Panel acknowledged it")
        .hint("For example, 27 3 2026. Leave it empty if the Panel has not");

/// The reclassification.
pub(super) struct Reclassify;

impl Form for Reclassify {
    fn page(&self) -> Page {
        let heading = "Record that the incident does not meet the criteria";
        Page::new(StepKind::Reclassify, "/notification/reclassify", HOME, heading)
            .button("Record the reclassification")
            .checked("Check and record the reclassification")
            .intro(
                "A notified case always goes on to a rapid review, unless it is found later that the criteria were not met. The \
                 council decides that with its partners, and the National Panel is told.",
            )
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let decision = Questions::new().under("The decision").ask(REASON).ask(DECIDED_BY).ask(ON);
        decision.under("The National Panel").ask(PANEL_TOLD).ask(ACKNOWLEDGED)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::Reclassify(Reclassification {
            panel_told: read.of(&PANEL_TOLD),
            panel_acknowledged: Some(read.of(&ACKNOWLEDGED)).filter(|when| *when != When::NotKnown),
        })
        .into()
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "The rapid review falls away. Every stage that is still open reads “Not needed”.".to_owned(),
            "The reason shows on the case for everyone who may read the notification.".to_owned(),
            "We do not tell the Panel for you.".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "No rapid review is needed. Another kind of review can be started.".to_owned();
        Flash::new("Reclassification recorded").next(next)
    }
}
