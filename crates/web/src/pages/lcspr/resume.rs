//! The review goes on after a hold.

use case::{ClockKey, Command, Move, Step, Word, Words};

use super::HOME;
use super::asking::READERS;
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Resuming.
pub(super) struct Resume;

impl Form for Resume {
    fn path(&self) -> String {
        "/lcspr/resume".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Resume the review".to_owned()
    }

    fn button(&self) -> &'static str {
        "Record that the review resumes"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::ResumeLcspr)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Resume).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked.text("reason", "Why does the review resume?").rows(3).hint(READERS);
        vec![Section::plain(vec![asked.when("on", "From when?"), Question::new("reason", reason)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date the review resumes", open.today);
        let reason = fields.text("reason", "Enter why the review resumes");
        Some(Command { on, step: Step::ResumeLcspr, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("on", "From", said_when(answers, "on")),
            Said::new("reason", "Why", answers.one("reason")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next =
            deadline_text::due(after, ClockKey::Lcspr, "The review is to be completed and published by");
        ("Recorded that the review resumes".to_owned(), next)
    }
}
