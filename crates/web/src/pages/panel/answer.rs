//! The answer to what the Panel asked for.

use case::{Command, Fact, Move, Step, Word, Words};

use super::HOME;
use crate::answers::Answers;
use crate::asked::{Asked, Question, Section, said_when};
use crate::case_form::{Form, Said};
use crate::entries::{Entries, wrote};
use crate::fields::Fields;
use crate::open_case::OpenCase;
use crate::reading::today;

/// The answer.
pub(super) struct Reply;

impl Form for Reply {
    fn path(&self) -> String {
        "/panel/answer".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the answer to the National Panel".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let entries = Entries::of(&open.case);
        let query = entries.last(|fact| matches!(fact, Fact::PanelQueried(_)));
        let query =
            query.map(|(_, event)| format!("The Panel asked on {}: {}", event.on, wrote(event, Word::Text)));
        query.into_iter().chain(["We do not send it for you.".to_owned()]).collect()
    }

    fn button(&self) -> &'static str {
        "Record the answer as sent"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::AnswerPanelQuery)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::AnswerQuery).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked
            .text("text", "What was the Panel answered?")
            .rows(4)
            .hint("In short. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("text", text), asked.when("on", "When was the answer sent?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter what the Panel was answered");
        let on = fields.known_when("on", "Date the answer was sent", open.today);
        Some(Command { on, step: Step::AnswerPanelQuery, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("text", "The answer", answers.one("text")),
            Said::new("on", "Sent on", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the answer to the National Panel")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let expected =
            crate::met::due(after, case::ClockKey::PanelReply, "A reply of the Panel is expected by");
        expected.into_iter().chain(["Nothing is sent to anybody.".to_owned()]).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let expected =
            crate::met::due(after, case::ClockKey::PanelReply, "A reply of the Panel is expected by");
        ("The answer to the National Panel is recorded".to_owned(), expected)
    }
}
