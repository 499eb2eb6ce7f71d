//! Who was told of the incident.

use case::notification::PartiesTold;
use case::terms::Partner;
use case::{Command, OrganisationId, Step, StepKind, When};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::common::{concerned, offers};
use crate::form::question::{Question, choices, happened_on, several_of};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const PARTNERS: Question<Vec<Partner>> =
    choices("partners", "Which statutory partners were told?").short("Partners told");
const OTHERS: Question<Vec<OrganisationId>> =
    several_of("others", "Which other organisations or areas?").short("Others told");
const ON: Question<When> = happened_on("When were they told?", "Date they were told").short("Date");

/// Telling partners and others.
pub(super) struct Told;

impl Form for Told {
    fn page(&self) -> Page {
        let (path, heading) = ("/notification/told", "Record who was told of the incident");
        Page::new(StepKind::TellParties, path, HOME, heading).button("Record who was told")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(PARTNERS).ask(OTHERS.among(offers(concerned(open)))).ask(ON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::TellParties(PartiesTold { partners: read.of(&PARTNERS), others: read.of(&OTHERS) }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Recorded who was told")
    }
}
