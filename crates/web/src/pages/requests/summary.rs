//! The summary of an agency, in six questions.

use case::agencies::{AgencyReturn, Holds};
use case::{Command, OrganisationId, Step, StepKind, Word};

use super::own;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::common::name_and_post;
use crate::form::question::{Question, line, tick};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::pages::agencies::{questions, returned};
use crate::session::Flash;

const CHRONOLOGY: Question<bool> = tick("chronology", "Chronology", "We have sent a chronology")
    .hint("It is wanted too. Send it to the business unit by secure email")
    .small()
    .plain()
    .unsaid();
const SIGNED_OFF_BY: Question<String> = line(Word::DecidedBy, "Who signed it off?")
    .short("Signed off by")
    .missing("Enter who signed it off")
    .hint("Name and job title");

pub(super) struct Summary(pub(super) OrganisationId);

/// The questions, and after them whether a chronology goes with the summary and who signs it off.
pub(super) fn ending<'a>(
    open: &'a OpenCase,
    agency: OrganisationId,
    questions: Questions<'a>,
) -> Questions<'a> {
    let is_wanted = open.case.agencies.requests.get(&agency).is_some_and(|request| request.asked.chronology);
    let who = SIGNED_OFF_BY.starting(name_and_post(&open.visitor));
    questions.under("Before you send it").ask_if(is_wanted, CHRONOLOGY).ask(who)
}

/// What a summary records.
pub(super) fn answer(agency: OrganisationId, read: &Read<'_>) -> Recording {
    let chronology = read.of(&CHRONOLOGY);
    Step::ReturnSummary(AgencyReturn { agency, holds: Holds::Information, chronology }).into()
}

/// What is said when it was sent.
pub(super) fn sent() -> Flash {
    Flash::new("Summary sent").next(own::AFTERWARDS.to_owned())
}

impl Form for Summary {
    fn page(&self) -> Page {
        let home = own::path(self.0);
        let path = format!("{home}/summary");
        Page::new(StepKind::ReturnSummary(self.0), path, home, "Write your agency’s summary")
            .intro(questions::READERS)
            .button("Send the summary")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        own::speaks_for(open, self.0).then_some(StepKind::ReturnSummary(self.0))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        own::is_open(open, self.0)
    }

    /// They begin with what was sent before, where the answer was opened again.
    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let entries = Entries::of(&open.case);
        let six = questions::ask(Questions::new(), true, returned::last(&entries, self.0));
        ending(open, self.0, six)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        answer(self.0, read)
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        sent()
    }
}
