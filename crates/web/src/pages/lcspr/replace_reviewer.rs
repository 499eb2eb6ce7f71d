//! Another reviewer takes over.

use case::lcspr::ReviewerReplaced;
use case::{Command, Move, Step, Word, Words};

use super::asking::READERS;
use super::{HOME, who};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The change.
pub(super) struct ReplaceReviewer;

impl Form for ReplaceReviewer {
    fn path(&self) -> String {
        "/lcspr/replace-reviewer".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Replace the reviewer".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![
            "Check first that the new reviewer is independent of the agencies under review.".to_owned(),
            "The review begins anew with the new reviewer’s first meeting. The 6 months go on.".to_owned(),
        ]
    }

    fn button(&self) -> &'static str {
        "Record the new reviewer"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::ReplaceReviewer(ReviewerReplaced { reviewer: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::ReplaceReviewer).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let mut questions = who::questions(open, asked);
        let reason = asked.text("reason", "Why is the reviewer replaced?").rows(3).hint(READERS);
        questions.extend([Question::new("reason", reason), asked.when("on", "From when?")]);
        vec![Section::plain(questions)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let (reviewer, who) = who::read(open, fields);
        let reason = fields.text("reason", "Enter why the reviewer is replaced");
        let on = fields.known_when("on", "Date of the change", open.today);
        let words = Words::none().and(Word::Who, who).and(Word::Reason, reason);
        Some(Command { on, step: Step::ReplaceReviewer(ReviewerReplaced { reviewer }), words })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reviewer", "New reviewer", who::said(open, answers)),
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("on", "From", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the new reviewer")
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "Whoever was the reviewer no longer sees the case, unless they are on its list of access."
                .to_owned(),
            "The 6 months go on as before.".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Record when the review has begun with the new reviewer.".to_owned();
        ("New reviewer recorded".to_owned(), Some(next))
    }
}
