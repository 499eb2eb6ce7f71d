//! Reminding one agency, by a letter that is read before it is sent.

use case::agencies::AgencyConcerned;
use case::{Command, OrganisationId, Step, StepKind};

use super::{contacts, is_open, path, was_asked};
use crate::case_view::OpenCase;
use crate::form::common::named;
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

/// Reminding an agency.
pub(super) struct Remind(pub(super) OrganisationId);

/// The step that reminds an agency.
pub(super) fn chase(agency: OrganisationId) -> Step {
    Step::ChaseAgency(AgencyConcerned { agency })
}

/// Which agencies are reminded by what comes after, other than before.
pub(super) fn lines(open: &OpenCase, after: &OpenCase) -> Vec<String> {
    let reminded = contacts::changed(open, after);
    let were = if reminded.len() == 1 { "was" } else { "were" };
    let first = format!("It is recorded that {} {were} reminded", named(open, &reminded));
    [first].into_iter().chain(contacts::lines(open, after, &reminded)).collect()
}

impl Form for Remind {
    fn page(&self) -> Page {
        Page::new(StepKind::ChaseAgency, path(self.0, "/remind"), path(self.0, ""), "Send a reminder")
            .button("Send the reminder")
            .checked("Check and send the reminder")
            .showing_emails()
            .without_draft()
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        was_asked(open, self.0).then_some(StepKind::ChaseAgency)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_open(open, self.0)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new()
    }

    fn step(&self, open: &OpenCase, _read: &Read<'_>) -> Recording {
        Recording::from(chase(self.0)).then(contacts::grants(open, &[self.0]))
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        lines(open, after)
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let due = after.case.agencies.requests.get(&self.0).map(|request| request.asked.due);
        let due = due.map(|due| format!("The answer {}.", date::due(due, after.today)));
        Flash::new(format!("Reminder recorded for {}", after.names().organisation(self.0))).next(due)
    }
}
