//! Reminding one agency, by a letter that is read before it is sent.

use case::agencies::AgencyConcerned;
use case::{Command, OrganisationId, Step, When, Words};

use super::{HOME, contacts, is_open, path};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Section};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// Reminding an agency.
pub(super) struct Remind(pub(super) OrganisationId);

/// The command that reminds an agency today.
pub(super) fn command(open: &OpenCase, agency: OrganisationId) -> Command {
    let step = Step::ChaseAgency(AgencyConcerned { agency });
    Command { on: When::Day(open.today), step, words: Words::none() }
}

/// Which agencies are reminded by what comes after, other than before.
pub(super) fn lines(open: &OpenCase, after: &OpenCase) -> Vec<String> {
    let before = &open.case.agencies.requests;
    let now = after.case.agencies.requests.iter().filter(|(id, request)| before.get(id) != Some(request));
    let reminded: Vec<_> = now.map(|(agency, _)| *agency).collect();
    let names = crate::form::common::named(open, &reminded);
    let first = format!("It is recorded that {names} was reminded");
    [first].into_iter().chain(contacts::lines(open, after, &reminded)).collect()
}

impl Form for Remind {
    fn path(&self) -> String {
        path(self.0, "/remind")
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn back(&self) -> String {
        path(self.0, "")
    }

    fn heading(&self) -> String {
        "Send a reminder".to_owned()
    }

    fn button(&self) -> &'static str {
        "Send the reminder"
    }

    fn is_kept(&self) -> bool {
        false
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.agencies.requests.get(&self.0)?;
        Some(command(open, self.0).step)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_open(open, self.0)
    }

    fn sections(&self, _open: &OpenCase, _asked: Asked<'_>) -> Vec<Section> {
        Vec::new()
    }

    fn read(&self, open: &OpenCase, _fields: &mut Fields<'_>) -> Option<Command> {
        Some(command(open, self.0))
    }

    fn then(&self, open: &OpenCase, _answers: &Answers) -> Vec<Command> {
        contacts::grants(open, &[self.0])
    }

    fn said(&self, _open: &OpenCase, _answers: &Answers) -> Vec<Said> {
        Vec::new()
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and send the reminder")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        lines(open, after)
    }

    fn shows_letters(&self) -> bool {
        true
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let due = after.case.agencies.requests.get(&self.0).map(|request| request.asked.due);
        let due = due.map(|due| format!("The answer {}.", date::due(due, after.today)));
        (format!("Reminder recorded for {}", after.names().organisation(self.0)), due)
    }
}
