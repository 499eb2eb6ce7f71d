//! The review begins with its first meeting.

use case::lcspr::LcsprStart;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::HOME;
use super::asking::READERS;
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, happened_on, text, yes_no};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ON: Question<When> = happened_on("When was the first meeting?", "Date of the first meeting");
const FAMILY_PLAN: Question<bool> = yes_no("family_plan", "Is there a plan for contact with the family?")
    .short("Plan for the family")
    .missing("Select whether there is a plan for contact with the family");
const POLICE_CONTACT: Question<bool> = yes_no("police_contact", "Were police and prosecutors contacted?")
    .short("Police and prosecutors")
    .missing("Select whether police and prosecutors were contacted");
const REASON: Question<String> =
    text(Word::Reason, "If either is not so, why? (optional)").short("Why not").hint(READERS).rows(3);

/// The first meeting.
pub(super) struct Begin;

impl Form for Begin {
    fn page(&self) -> Page {
        Page::new(StepKind::BeginLcspr, "/lcspr/begin", HOME, "Record that the review has begun")
            .button("Record that the review has begun")
            .intro("From then on the reviewer reads what agencies returned.")
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(ON).ask(FAMILY_PLAN).ask(POLICE_CONTACT).ask(REASON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let start =
            LcsprStart { family_plan: read.of(&FAMILY_PLAN), police_contact: read.of(&POLICE_CONTACT) };
        Step::BeginLcspr(start).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next =
            deadline_text::due(after, ClockKey::Lcspr, "The review is to be completed and published by");
        Flash::new("Recorded that the review has begun").next(next)
    }
}
