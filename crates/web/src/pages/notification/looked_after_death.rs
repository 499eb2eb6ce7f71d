//! The death of a looked-after child where neither abuse nor neglect is known or suspected: notified, and no rapid review.

use case::consideration::CaseKind;
use case::notification::LookedAfterDeath;
use case::terms::Abuse;
use case::{ClockKey, Command, Step, StepKind};

use super::HOME;
use super::sent::{SENT_BY, SENT_ON, SENT_REFERENCE};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::common::name_and_post;
use crate::form::question::{Question, choice};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ABUSE: Question<Abuse> = choice("abuse", "Is abuse or neglect known or suspected?")
    .short("Abuse or neglect")
    .missing("Select whether abuse or neglect is known or suspected");

/// The notification of the death.
pub(super) struct LookedAfter;

impl Form for LookedAfter {
    fn page(&self) -> Page {
        let heading = "Record the notification of a looked-after child’s death";
        Page::new(StepKind::NotifyLookedAfterDeath, "/notification/looked-after-death", HOME, heading)
            .button("Record the notification of the death")
            .checked("Check and record the notification of the death")
            .intro(
                "The death goes to the Secretary of State and Ofsted. The rule is for deaths only; serious harm is notified as a \
                 serious incident.",
            )
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let decided = open.case.consideration.notifiable.as_ref().map(|decision| decision.abuse);
        match open.case.kind {
            Some(CaseKind::CareLeaverDeath) => false,
            Some(CaseKind::LookedAfterDeath) => decided.is_none_or(|abuse| abuse == Abuse::NotSuspected),
            _ => decided == Some(Abuse::NotSuspected),
        }
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let who = SENT_BY.starting(name_and_post(&open.visitor));
        Questions::new().ask(ABUSE).ask(SENT_ON).ask(SENT_REFERENCE).ask(who)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::NotifyLookedAfterDeath(LookedAfterDeath { abuse: read.of(&ABUSE) }).into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        what_ends(after, "If abuse or neglect is suspected later, a serious incident can still be notified.")
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        recorded(after)
    }
}

/// That no rapid review follows a death that was notified, and what may still come.
pub(super) fn what_ends(after: &OpenCase, later: &str) -> Vec<String> {
    let met = deadline_text::met(after, ClockKey::Notification)
        .map(|met| format!("The deadline of the notification ends. {met}"));
    let no_review = "No rapid review follows. Its stages read “Not needed”.";
    met.into_iter().chain([no_review, later].map(str::to_owned)).collect()
}

/// What the next page says of it.
pub(super) fn recorded(after: &OpenCase) -> Flash {
    let met = deadline_text::met(after, ClockKey::Notification);
    let next = deadline_text::together([met, Some("No rapid review is needed.".to_owned())]);
    Flash::new("Notification of the death recorded").next(next)
}
