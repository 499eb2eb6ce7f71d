//! Reminding every agency whose answer is due or late.

use case::{Command, OrganisationId, Step, StepKind, When};

use super::{HOME, asked, contacts, remind};
use crate::case_view::OpenCase;
use crate::form::question::{Offer, Question, several_of};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::grammar::{and, several};

const AGENCIES: Question<Vec<OrganisationId>> = several_of("agencies", "Which agencies are reminded?")
    .short("Agencies")
    .missing("Select the agencies to remind")
    .not_offered("Select from the agencies that are offered")
    .large();

/// Reminding all that are due.
pub(super) struct RemindAll;

/// The requests that are due or late and reach somebody by letter.
pub(super) fn due(open: &OpenCase) -> Vec<asked::Asked<'_>> {
    let all = asked::all(open).into_iter();
    all.filter(|asked| asked.is_due() && contacts::can_be_reached(open, asked.agency)).collect()
}

impl Form for RemindAll {
    fn page(&self) -> Page {
        Page::new(StepKind::ChaseAgency, "/agencies/remind", HOME, "Send reminders")
            .button("Send the reminders")
            .checked("Check and send the reminders")
            .showing_emails()
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        (!open.case.agencies.requests.is_empty()).then_some(StepKind::ChaseAgency)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed() && !due(open).is_empty()
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let unreached: Vec<_> = asked::all(open)
            .into_iter()
            .filter(|asked| asked.is_due() && !contacts::can_be_reached(open, asked.agency))
            .map(|asked| asked.name)
            .collect();
        let says =
            format!("No email reaches {}: nobody there can open the case. Phone them.", and(&unreached));
        (!unreached.is_empty()).then_some(says).into_iter().collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let due = due(open);
        let offer = |asked: &asked::Asked<'_>| Offer::new(&asked.agency, &asked.name).hint(asked.standing());
        let all = due.iter().map(|asked| asked.agency).collect();
        Questions::new().ask(AGENCIES.among(due.iter().map(offer)).starting(all))
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let mut agencies = read.of(&AGENCIES);
        agencies.sort_unstable();
        agencies.dedup();
        let grants = contacts::grants(open, &agencies);
        Recording::each(agencies.into_iter().map(remind::chase), When::Day(open.today)).then(grants)
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        remind::lines(open, after)
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let sent = recorded.iter().filter(|command| matches!(command.step, Step::ChaseAgency(_))).count();
        Flash::new(format!("Reminders sent to {}", several(sent, "agency", "agencies")))
    }
}
