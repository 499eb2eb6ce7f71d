//! The three partners stop the review.

use case::decisions::Question as Decided;
use case::lcspr::Discontinuation;
use case::{Command, Move, Step, When, Word, Words};

use super::asking::{READERS, date};
use super::{HOME, agreement};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Stopping.
pub(super) struct Discontinue;

impl Form for Discontinue {
    fn path(&self) -> String {
        "/lcspr/discontinue".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Stop the review".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![
            "Only the three statutory partners together can stop an LCSPR. It cannot be started again."
                .to_owned(),
        ]
    }

    fn button(&self) -> &'static str {
        "Record that the review is stopped"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::DiscontinueLcspr(Discontinuation { panel_told: When::NotKnown }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Discontinue).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked.text("reason", "Why is the review stopped?").hint(READERS);
        let learning = asked
            .text("learning", "What learning is kept, and how is it used?")
            .hint("It stays with the case. Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("agreement", agreement::shown(open, Decided::Discontinue)),
            asked.when("on", "When was it stopped?"),
            Question::new("reason", reason),
            Question::new("learning", learning),
            date(
                asked,
                "panel_told",
                "When was the National Panel told? (optional)",
                "Leave empty if it has not been told yet",
            ),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date the review was stopped", open.today);
        let reason = fields.text("reason", "Enter why the review is stopped");
        let learning = fields.text("learning", "Enter what learning is kept");
        let panel_told = fields.when("panel_told", "Date the Panel was told");
        let words = Words::none().and(Word::Reason, reason).and(Word::Learning, learning);
        Some(Command { on, step: Step::DiscontinueLcspr(Discontinuation { panel_told }), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("on", "Stopped", said_when(answers, "on")),
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("learning", "Learning that is kept", answers.one("learning")),
            Said::new("panel_told", "Panel told", said_when(answers, "panel_told")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record that the review is stopped")
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "The 6 months end. Nothing is published.".to_owned(),
            "The learning and its actions stay with the case.".to_owned(),
            "Nothing is sent to anybody. Tell the Panel yourselves.".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Turn the learning that is kept into actions.".to_owned();
        ("Recorded that the review is stopped".to_owned(), Some(next))
    }
}
