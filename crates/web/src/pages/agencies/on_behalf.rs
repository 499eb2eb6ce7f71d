//! What an agency returned by other means, recorded by the business unit.

use case::agencies::{AgencyReturn, Holds};
use case::{Command, OrganisationId, Step, StepKind, When, Word};

use super::{is_open, path, questions, was_asked};
use crate::case_view::OpenCase;
use crate::form::asked::code;
use crate::form::question::{Question, choice, happened_on, line, tick};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const HOLDS: Question<Holds> = choice("holds", "What did the agency find in its records?")
    .short("Answer")
    .missing("Select what the agency found in its records");
const ON: Question<When> = happened_on("When did the answer come?", "Date the answer came").short("Date");
const SIGNED_OFF_BY: Question<String> = line(Word::DecidedBy, "Who signed it off?")
    .short("Signed off by")
    .missing("Enter who signed it off")
    .hint("Name and job title");
const CHRONOLOGY: Question<bool> =
    tick("chronology", "Chronology", "A chronology came with it").small().plain();

/// What came from an agency.
pub(super) struct OnBehalf(pub(super) OrganisationId);

impl Form for OnBehalf {
    fn page(&self) -> Page {
        let (kind, heading) = (StepKind::ReturnSummary(self.0), "Record what the agency returned");
        Page::new(kind, path(self.0, "/return"), path(self.0, ""), heading)
            .button("Record the answer")
            .intro("For an answer that came by secure email, on paper or by phone.")
    }

    /// An agency that records its own answer does it on its own page.
    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        let is_theirs = was_asked(open, self.0) && open.is_business_unit();
        is_theirs.then_some(StepKind::ReturnSummary(self.0))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_open(open, self.0)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        let is_held = answers.has(HOLDS.name, &code(&Holds::Information));
        let first = Questions::new().ask(HOLDS).ask(ON).ask(SIGNED_OFF_BY).ask(CHRONOLOGY);
        questions::ask(first, is_held, None)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let (holds, chronology) = (read.of(&HOLDS), read.of(&CHRONOLOGY));
        Step::ReturnSummary(AgencyReturn { agency: self.0, holds, chronology }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let waiting = after.case.agencies.requests.values().filter(|request| request.is_open()).count();
        let next = match waiting {
            0 => "Every agency that was asked has answered.".to_owned(),
            1 => "1 agency has not answered yet.".to_owned(),
            more => format!("{more} agencies have not answered yet."),
        };
        Flash::new(format!("Answer of {} recorded", after.names().organisation(self.0))).next(next)
    }
}
