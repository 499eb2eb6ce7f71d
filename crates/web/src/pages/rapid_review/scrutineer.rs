//! What the independent scrutineer says of the review: a comment, not a decision.

use case::{Command, Stage, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The scrutineer's comment.
pub(super) struct Scrutineer;

impl Form for Scrutineer {
    fn path(&self) -> String {
        "/rapid-review/scrutineer".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the scrutineer’s comment".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["The independent scrutineer comments and decides nothing. Each comment stands beside those before it.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the comment"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::CommentAsScrutineer)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        matches!(
            open.case.stage,
            Stage::RapidReviewOpen
                | Stage::AgencyReturns
                | Stage::RapidReviewMeeting
                | Stage::PartnerDecision
                | Stage::PartnersReconsidering
        )
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let comment = asked.text("comment", "What did the independent scrutineer say?").rows(8).hint(
            "Everyone who may read the rapid review reads this. Do not use names of children or families",
        );
        vec![Section::plain(vec![Question::new("comment", comment), asked.when("on", "When?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let comment = fields.text("comment", "Enter what the scrutineer said");
        let on = fields.known_when("on", "Date of the comment", open.today);
        Some(Command {
            on,
            step: Step::CommentAsScrutineer,
            words: Words::none().and(Word::Comment, comment),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("comment", "Comment", answers.one("comment")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("The scrutineer’s comment is recorded".to_owned(), None)
    }
}
