//! Withdrawing a request, so that nobody waits for an answer.

use case::agencies::AgencyConcerned;
use case::{Command, OrganisationId, Step, When, Word, Words};

use super::{HOME, is_open, path};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Withdrawing a request.
pub(super) struct Withdraw(pub(super) OrganisationId);

impl Form for Withdraw {
    fn path(&self) -> String {
        path(self.0, "/withdraw")
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn back(&self) -> String {
        path(self.0, "")
    }

    fn heading(&self) -> String {
        "Withdraw the request".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![
            "The agency sees that nothing is wanted any more, and no longer sees who the children are. \
              No email is sent: tell them. It can be asked again later."
                .to_owned(),
        ]
    }

    fn button(&self) -> &'static str {
        "Withdraw the request"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.agencies.requests.get(&self.0)?;
        Some(Step::WithdrawRequest(AgencyConcerned { agency: self.0 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_open(open, self.0)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "Why is the request withdrawn?")
            .rows(3)
            .hint("1 or 2 sentences. The agency reads this. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("reason", reason)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why the request is withdrawn");
        let step = Step::WithdrawRequest(AgencyConcerned { agency: self.0 });
        Some(Command { on: When::Day(open.today), step, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("reason", "Why", answers.one("reason"))]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (format!("Request to {} withdrawn", after.names().organisation(self.0)), None)
    }
}
