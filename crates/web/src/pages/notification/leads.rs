//! Sending the referral to the leads of council, NHS integrated care board and police.

use case::consideration::Consideration;
use case::{Command, OrganisationId, Step, StepKind, When};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::common::{members, offers};
use crate::form::question::{Question, happened_on, several_of};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ON: Question<When> =
    happened_on("When was it sent to the three leads?", "Date the referral was sent").short("Date sent");
const ASKED: Question<Vec<OrganisationId>> =
    several_of("asked", "Which other agencies were asked for information? (optional)")
        .short("Other agencies asked");

/// Sending the referral to the three leads.
pub(super) struct Leads;

impl Form for Leads {
    fn page(&self) -> Page {
        let (path, heading) = ("/notification/leads", "Send the referral to the three leads");
        Page::new(StepKind::Consider, path, HOME, heading).button("Record as sent to the leads").intro(
            "Council, NHS integrated care board (ICB) and police each say whether they think the criteria are met. \
             We do not send it for you: record here that it was sent.",
        )
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(ON).ask(ASKED.among(offers(members(open))))
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::Consider(Consideration { asked: read.of(&ASKED) }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "Record what each partner thinks about notifying.".to_owned();
        Flash::new("Referral recorded as sent to the three leads").next(next)
    }
}
