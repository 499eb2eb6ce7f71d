//! The summary of an agency, in six questions.

use case::agencies::{AgencyReturn, Holds};
use case::{Command, OrganisationId, Step, When, Word};

use super::own;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::Checkboxes;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::common::name_and_post;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::pages::agencies::{questions, returned};

/// The summary.
pub(super) struct Summary(pub(super) OrganisationId);

/// The step that returns a summary.
pub(super) fn answer(agency: OrganisationId, chronology: bool) -> Step {
    Step::ReturnSummary(AgencyReturn { agency, holds: Holds::Information, chronology })
}

/// Who signs it off, and whether a chronology goes with it.
pub(super) fn ending(open: &OpenCase, agency: OrganisationId, asked: Asked<'_>) -> Section {
    let who = asked.line("decided_by", "Who signed it off?").strong().hint("Name and job title");
    let request = open.case.agencies.requests.get(&agency);
    let chronology = request.filter(|request| request.asked.chronology).map(|_| {
        let boxes = Checkboxes::new("chronology", "Chronology")
            .error(asked.problems.of("chronology"))
            .hint("It is wanted too. Send it to the business unit by secure email")
            .small()
            .item(asked.choice("chronology", "yes", "We have sent a chronology"));
        Question::new("chronology", boxes)
    });
    let questions = chronology.into_iter().chain([Question::new("decided_by", who)]);
    Section::under("Before you send it", questions.collect())
}

impl Form for Summary {
    fn path(&self) -> String {
        format!("{}/summary", own::path(self.0))
    }

    fn home(&self) -> &'static str {
        "/requests"
    }

    fn back(&self) -> String {
        own::path(self.0)
    }

    fn heading(&self) -> String {
        "Write your agency’s summary".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![questions::READERS.to_owned()]
    }

    fn button(&self) -> &'static str {
        "Send the summary"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        own::speaks_for(open, self.0).then(|| answer(self.0, false))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        own::is_open(open, self.0)
    }

    /// What was sent before, where the answer was opened again.
    fn begin(&self, open: &OpenCase) -> Answers {
        let entries = Entries::of(&open.case);
        let before = returned::last(&entries, self.0).map(questions::answers).unwrap_or_default();
        before.and("decided_by", name_and_post(&open.visitor))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        questions::sections(asked).into_iter().chain([ending(open, self.0, asked)]).collect()
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let words = questions::read(fields, true);
        let who = fields.line("decided_by", "Enter who signed it off");
        let chronology = fields.is_ticked("chronology");
        let (on, step) = (When::Day(open.today), answer(self.0, chronology));
        Some(Command { on, step, words: words.and(Word::DecidedBy, who) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let who = Said::new("decided_by", "Signed off by", answers.one("decided_by"));
        questions::said(answers).into_iter().chain([who]).collect()
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Summary sent".to_owned(), Some(own::AFTERWARDS.to_owned()))
    }
}
