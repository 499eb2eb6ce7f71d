//! The end of a national or thematic review.

use case::{Command, Step, Word, Words};

use super::HOME;
use crate::answers::Answers;
use crate::asked::{Asked, Question, Section, said_when};
use crate::case_form::{Form, Said};
use crate::fields::Fields;
use crate::open_case::OpenCase;
use crate::reading::today;

/// Its end.
pub(super) struct NationalEnd;

impl Form for NationalEnd {
    fn path(&self) -> String {
        "/panel/national/end".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the end of the national review".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let review = open.case.panel.open_national_review();
        review.map(|review| format!("The Panel commissioned a {}.", review.kind)).into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "Record the end"
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
            .rows(3)
            .hint("1 or 2 sentences, with where its report can be read");
        vec![Section::plain(vec![Question::new("outcome", outcome), asked.when("on", "When did it end?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let outcome = fields.text("outcome", "Enter how it ended");
        let on = fields.known_when("on", "Date it ended", open.today);
        Some(Command { on, step: Step::EndNationalReview, words: Words::none().and(Word::Outcome, outcome) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("outcome", "How it ended", answers.one("outcome")),
            Said::new("on", "Ended on", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("The end of the national review is recorded".to_owned(), None)
    }
}
