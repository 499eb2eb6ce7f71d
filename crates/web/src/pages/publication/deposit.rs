//! The copy of the report in the national repository of the NSPCC.

use case::{Command, Stage, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, line};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const REFERENCE: Question<String> = line(Word::Reference, "What is the repository’s number or name for it?")
    .short("Number or name")
    .missing("Enter the repository’s number or name for the copy")
    .hint("As the NSPCC acknowledged it");
const ON: Question<When> = happened_on("When was it sent?", "Date the copy was sent").short("Sent on");

pub(super) struct Deposit;

/// Whether there is a final report of which a copy can be given.
pub(super) fn has_final_report(open: &OpenCase) -> bool {
    let case = &open.case;
    let is_final = case.lcspr.agreed.is_some() || case::lcspr::taken_over(case);
    is_final && case.stage >= Stage::FinalReportAgreed
}

impl Form for Deposit {
    fn page(&self) -> Page {
        let heading = "Record the copy in the national repository";
        Page::new(StepKind::DepositCopy, "/publication/deposit", HOME, heading).button("Record the copy").intro(
            "The NSPCC keeps the national repository of case reviews. It can also publish a report without naming the \
             partnership. The partnership sends the report itself.",
        )
    }

    fn fits(&self, open: &OpenCase) -> bool {
        has_final_report(open) && !open.case.publication.deposited
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(REFERENCE).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::DepositCopy.into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Copy in the national repository recorded")
    }
}
