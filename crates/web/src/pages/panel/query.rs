//! Recording that the Panel asked for something, without a letter that says more.

use case::panel::PanelQuery;
use case::{ClockKey, Command, Move, Step, Word, Words};

use super::{HOME, optional_day};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// A question of the Panel.
pub(super) struct Query;

impl Form for Query {
    fn path(&self) -> String {
        "/panel/query".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record what the National Panel asked for".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["For a question that came on its own. A letter that asks for more information is recorded as a response."
            .to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the question"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::RecordPanelQuery(PanelQuery { due: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Query).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked
            .text("text", "What did the National Panel ask for?")
            .hint("2 or 3 sentences. Do not use names of children or families");
        let due = asked
            .date("due", "When does it want a reply? (optional)")
            .hint("For example, 27 4 2026. Leave it empty if it set no date");
        vec![Section::plain(vec![
            Question::new("text", text),
            asked.when("on", "When did it ask?"),
            Question::new("due", due),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter what the National Panel asked for");
        let on = fields.known_when("on", "Date it asked", open.today);
        let due = optional_day::read(fields, "due", "Date of the reply", on);
        let step = Step::RecordPanelQuery(PanelQuery { due });
        Some(Command { on, step, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("text", "What it asked for", answers.one("text")),
            Said::new("on", "Date", said_when(answers, "on")),
            Said::new("due", "Reply wanted by", said_when(answers, "due")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = deadline_text::due(after, ClockKey::PanelQueryReply, "The reply is due");
        ("Question of the National Panel recorded".to_owned(), next)
    }
}
