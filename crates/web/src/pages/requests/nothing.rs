//! The answer that nothing is held, which is an answer too.

use case::agencies::{AgencyReturn, Holds};
use case::{Command, OrganisationId, Step, When, Word, Words};

use super::own;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, name_and_post};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Nothing is held.
pub(super) struct NothingHeld(pub(super) OrganisationId);

impl NothingHeld {
    fn answer(&self) -> Step {
        Step::ReturnSummary(AgencyReturn { agency: self.0, holds: Holds::Nothing, chronology: false })
    }
}

impl Form for NothingHeld {
    fn path(&self) -> String {
        format!("{}/nothing", own::path(self.0))
    }

    fn home(&self) -> &'static str {
        "/requests"
    }

    fn back(&self) -> String {
        own::path(self.0)
    }

    fn heading(&self) -> String {
        "Say that you hold nothing".to_owned()
    }

    fn button(&self) -> &'static str {
        "Send: we hold nothing"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        own::speaks_for(open, self.0).then(|| self.answer())
    }

    fn fits(&self, open: &OpenCase) -> bool {
        own::is_open(open, self.0)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        Answers::default().and("decided_by", name_and_post(&open.visitor))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let searched = asked.text("summary", "Which records did you search? (optional)").rows(3).hint(
            "For example, the names of your systems and the years. Do not use names of children or families",
        );
        let who = asked.line("decided_by", "Who signed this answer off?").strong().hint("Name and job title");
        vec![Section::plain(vec![Question::new("decided_by", who), Question::new("summary", searched)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let who = fields.line("decided_by", "Enter who signed this answer off");
        let searched = fields.optional_text("summary");
        let words = and_word(Words::none().and(Word::DecidedBy, who), Word::Summary, searched);
        Some(Command { on: When::Day(open.today), step: self.answer(), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("decided_by", "Signed off by", answers.one("decided_by")),
            Said::new("summary", "Records searched", answers.one("summary")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Answer sent: nothing held".to_owned(), Some(own::AFTERWARDS.to_owned()))
    }
}
