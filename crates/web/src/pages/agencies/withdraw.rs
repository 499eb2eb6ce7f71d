//! Withdrawing a request, so that nobody waits for an answer.

use case::agencies::AgencyConcerned;
use case::{Command, OrganisationId, Step, StepKind, Word};

use super::{is_open, path, was_asked};
use crate::case_view::OpenCase;
use crate::form::question::{Question, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why is the request withdrawn?")
    .short("Why")
    .missing("Enter why the request is withdrawn")
    .hint("1 or 2 sentences. The agency reads this. Do not use names of children or families")
    .rows(3);

/// Withdrawing a request.
pub(super) struct Withdraw(pub(super) OrganisationId);

impl Form for Withdraw {
    fn page(&self) -> Page {
        let heading = "Withdraw the request";
        Page::new(StepKind::WithdrawRequest, path(self.0, "/withdraw"), path(self.0, ""), heading)
            .button("Withdraw the request")
            .intro(
                "The agency sees that nothing is wanted any more, and no longer sees who the children are. \
                 No email is sent: tell them. It can be asked again later.",
            )
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        was_asked(open, self.0).then_some(StepKind::WithdrawRequest)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_open(open, self.0)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(REASON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::WithdrawRequest(AgencyConcerned { agency: self.0 }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new(format!("Request to {} withdrawn", after.names().organisation(self.0)))
    }
}
