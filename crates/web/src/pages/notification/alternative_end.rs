//! Ending the other review, with what was learnt.

use case::{Command, Move, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The end of the other review.
pub(super) struct AlternativeEnd;

impl Form for AlternativeEnd {
    fn path(&self) -> String {
        "/notification/alternative/end".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Finish the other review".to_owned()
    }

    fn button(&self) -> &'static str {
        "Record as finished"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::FinishAlternativeReview)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::FinishAlternative).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let learning = asked
            .text("learning", "What was learnt?")
            .rows(8)
            .hint("What should change, and for whom. Everyone with access to the case reads this");
        vec![Section::plain(vec![
            Question::new("learning", learning),
            asked.when("on", "When did the review finish?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let learning = fields.text("learning", "Enter what was learnt");
        let on = fields.known_when("on", "Date the review finished", open.today);
        Some(Command {
            on,
            step: Step::FinishAlternativeReview,
            words: Words::none().and(Word::Learning, learning),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("learning", "What was learnt", answers.one("learning")),
            Said::new("on", "Finished", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (
            "Other review recorded as finished".to_owned(),
            Some("Turn what was learnt into actions.".to_owned()),
        )
    }
}
