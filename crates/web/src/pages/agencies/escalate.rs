//! Taking a late answer to a named senior person of the agency.

use case::agencies::AgencyConcerned;
use case::{Command, OrganisationId, Step, Word, Words};

use super::{HOME, is_open, path};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Taking it to a senior person.
pub(super) struct Escalate(pub(super) OrganisationId);

impl Form for Escalate {
    fn path(&self) -> String {
        path(self.0, "/escalate")
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn back(&self) -> String {
        path(self.0, "")
    }

    fn heading(&self) -> String {
        "Record that the late answer was taken to a senior person".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["We send nothing: record here whom you spoke or wrote to.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record who was told"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.agencies.requests.get(&self.0)?;
        Some(Step::EscalateReturn(AgencyConcerned { agency: self.0 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_open(open, self.0)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let who = asked.line("who", "Who was told?").strong().hint("Name and job title");
        vec![Section::plain(vec![Question::new("who", who), asked.when("on", "When were they told?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let who = fields.line("who", "Enter who was told");
        let on = fields.known_when("on", "Date they were told", open.today);
        let step = Step::EscalateReturn(AgencyConcerned { agency: self.0 });
        Some(Command { on, step, words: Words::none().and(Word::Who, who) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("who", "Who was told", answers.one("who")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let who = command.words.get(Word::Who).unwrap_or_default();
        let name = after.names().organisation(self.0);
        (format!("Recorded that the late answer of {name} was taken to {who}"), None)
    }
}
