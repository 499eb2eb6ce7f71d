//! Recording the reply to the Panel’s question, after which the wait for the Panel begins anew.

use case::{ClockKey, Command, Move, Step, Word, Words};

use super::{HOME, correspondence};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The reply.
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
        let asked = correspondence::open_question(&open.case).filter(|asked| !asked.is_empty());
        let asked = asked.map(|asked| format!("The National Panel asked: {asked}"));
        let sent = "We do not send it for you. Send the answer first, then record it here.".to_owned();
        asked.into_iter().chain([sent]).collect()
    }

    fn button(&self) -> &'static str {
        "Record the answer"
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
        let text = asked.text("text", "What was the National Panel answered?").hint(
            "2 or 3 sentences. Everyone who may read about the National Panel reads this. Do not use names of children or families",
        );
        vec![Section::plain(vec![Question::new("text", text), asked.when("on", "When was it answered?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter what the National Panel was answered");
        let on = fields.known_when("on", "Date of the answer", open.today);
        Some(Command { on, step: Step::AnswerPanelQuery, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("text", "What it was answered", answers.one("text")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = deadline_text::due(after, ClockKey::PanelReply, "A reply is expected by");
        ("Answer to the National Panel recorded".to_owned(), next)
    }
}
