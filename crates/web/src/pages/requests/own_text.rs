//! The summary of an agency in a text of its own.

use case::{Command, OrganisationId, Step, When, Word, Words};

use super::{own, summary};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::common::name_and_post;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::pages::agencies::questions;

/// A summary as the agency wrote it.
pub(super) struct OwnText(pub(super) OrganisationId);

impl Form for OwnText {
    fn path(&self) -> String {
        format!("{}/own-text", own::path(self.0))
    }

    fn home(&self) -> &'static str {
        "/requests"
    }

    fn back(&self) -> String {
        own::path(self.0)
    }

    fn heading(&self) -> String {
        "Hand in your own text".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![questions::READERS.to_owned()]
    }

    fn button(&self) -> &'static str {
        "Send the summary"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        own::speaks_for(open, self.0).then(|| summary::answer(self.0, false))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        own::is_open(open, self.0)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        Answers::default().and("decided_by", name_and_post(&open.visitor))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked
            .text("summary", "Your agency’s summary")
            .rows(25)
            .hint("Paste it from your document. Tables and pictures are not kept");
        vec![Section::plain(vec![Question::new("summary", text)]), summary::ending(open, self.0, asked)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("summary", "Enter your agency’s summary");
        let who = fields.line("decided_by", "Enter who signed it off");
        let chronology = fields.is_ticked("chronology");
        let words = Words::none().and(Word::Summary, text).and(Word::DecidedBy, who);
        Some(Command { on: When::Day(open.today), step: summary::answer(self.0, chronology), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("summary", "Summary", answers.one("summary")),
            Said::new("decided_by", "Signed off by", answers.one("decided_by")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Summary sent".to_owned(), Some(own::AFTERWARDS.to_owned()))
    }
}
