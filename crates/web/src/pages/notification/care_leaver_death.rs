//! The death of a care leaver aged 18 to 24: notified, and no rapid review.

use case::consideration::CaseKind;
use case::notification::{AgeBand, CareLeaverDeath};
use case::{Command, Step, StepKind};

use super::HOME;
use super::looked_after_death::{recorded, what_ends};
use super::sent::{SENT_BY, SENT_ON, SENT_REFERENCE};
use crate::case_view::OpenCase;
use crate::form::common::name_and_post;
use crate::form::question::{Question, number};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const AGE: Question<u8> = number("age", "How old was the person?")
    .short("Age")
    .missing("Enter how old the person was")
    .unreadable("Age must be a number of years, such as 19")
    .hint("In years, from 18 to 24")
    .width(2);

/// The notification of the death.
pub(super) struct CareLeaver;

impl Form for CareLeaver {
    fn page(&self) -> Page {
        let heading = "Record the notification of a care leaver’s death";
        Page::new(StepKind::NotifyCareLeaverDeath, "/notification/care-leaver-death", HOME, heading)
            .button("Record the notification of the death")
            .checked("Check and record the notification of the death")
            .intro(
                "The death goes to the Secretary of State and Ofsted, up to the 25th birthday. A care leaver under 18 is a child, \
                 and the ordinary criteria apply.",
            )
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let children = &open.case.notification.children;
        let leaver =
            children.values().any(|one| one.care_leaver || one.age_band == AgeBand::EighteenToTwentyFour);
        leaver || open.case.kind == Some(CaseKind::CareLeaverDeath)
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let who = SENT_BY.starting(name_and_post(&open.visitor));
        Questions::new().ask(AGE).ask(SENT_ON).ask(SENT_REFERENCE).ask(who)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::NotifyCareLeaverDeath(CareLeaverDeath { age: read.of(&AGE) }).into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        what_ends(after, "Another kind of review can be started.")
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        recorded(after)
    }
}
