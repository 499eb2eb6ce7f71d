//! Recording how a national or thematic review ended.

use case::{Command, Stage, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The end of it.
pub(super) struct NationalEnd;

impl Form for NationalEnd {
    fn path(&self) -> String {
        "/panel/national/end".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the end of the national or thematic review".to_owned()
    }

    fn button(&self) -> &'static str {
        "Record the end of the review"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::EndNationalReview)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.panel.open_national_review().is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let outcome = asked
            .text("outcome", "How did it end?")
            .hint("What it found for this case, and where it is published. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("outcome", outcome), asked.when("on", "When did it end?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let outcome = fields.text("outcome", "Enter how the review ended");
        let on = fields.known_when("on", "Date it ended", open.today);
        Some(Command { on, step: Step::EndNationalReview, words: Words::none().and(Word::Outcome, outcome) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("outcome", "How it ended", answers.one("outcome")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = (after.case.stage == Stage::NationalReview)
            .then(|| "Start an LCSPR, or turn to the actions.".to_owned());
        ("End of the national or thematic review recorded".to_owned(), next)
    }
}
