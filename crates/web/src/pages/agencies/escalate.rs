//! Taking a late answer to a named senior person of the agency.

use case::agencies::AgencyConcerned;
use case::{Command, OrganisationId, Step, StepKind, When, Word};

use super::{is_open, path, was_asked};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, line};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const WHO: Question<String> =
    line(Word::Who, "Who was told?").missing("Enter who was told").hint("Name and job title");
const ON: Question<When> = happened_on("When were they told?", "Date they were told").short("Date");

/// Taking it to a senior person.
pub(super) struct Escalate(pub(super) OrganisationId);

impl Form for Escalate {
    fn page(&self) -> Page {
        let heading = "Record that the late answer was taken to a senior person";
        Page::new(StepKind::EscalateReturn, path(self.0, "/escalate"), path(self.0, ""), heading)
            .button("Record who was told")
            .intro("We send nothing: record here whom you spoke or wrote to.")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        was_asked(open, self.0).then_some(StepKind::EscalateReturn)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_open(open, self.0)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(WHO).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::EscalateReturn(AgencyConcerned { agency: self.0 }).into()
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        let who = recorded.iter().find_map(|command| command.words.get(Word::Who)).unwrap_or_default();
        let name = after.names().organisation(self.0);
        Flash::new(format!("Recorded that the late answer of {name} was taken to {who}"))
    }
}
