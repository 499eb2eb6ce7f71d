//! The answer that nothing is held, which is an answer too.

use case::agencies::{AgencyReturn, Holds};
use case::{Command, OrganisationId, Step, StepKind, Word};

use super::own;
use crate::case_view::OpenCase;
use crate::form::common::name_and_post;
use crate::form::question::{Question, line, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const SIGNED_OFF_BY: Question<String> = line(Word::DecidedBy, "Who signed this answer off?")
    .short("Signed off by")
    .missing("Enter who signed this answer off")
    .hint("Name and job title");
const SEARCHED: Question<String> = text(Word::Summary, "Which records did you search? (optional)")
    .short("Records searched")
    .hint("For example, the names of your systems and the years. Do not use names of children or families")
    .rows(3);

pub(super) struct NothingHeld(pub(super) OrganisationId);

impl Form for NothingHeld {
    fn page(&self) -> Page {
        let home = own::path(self.0);
        let heading = "Say that you hold nothing";
        Page::new(StepKind::ReturnSummary(self.0), format!("{home}/nothing"), home, heading)
            .button("Send: we hold nothing")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        own::speaks_for(open, self.0).then_some(StepKind::ReturnSummary(self.0))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        own::is_open(open, self.0)
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(SIGNED_OFF_BY.starting(name_and_post(&open.visitor))).ask(SEARCHED)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::ReturnSummary(AgencyReturn { agency: self.0, holds: Holds::Nothing, chronology: false }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Answer sent: nothing held").next(own::AFTERWARDS.to_owned())
    }
}
