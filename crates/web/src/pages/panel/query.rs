//! What the Panel asked for, beside a letter or after it.

use case::panel::PanelQuery;
use case::{Command, Move, Step, Word, Words};

use super::HOME;
use crate::answers::Answers;
use crate::asked::{Asked, Question, Section, said_when};
use crate::case_form::{Form, Said};
use crate::fields::Fields;
use crate::open_case::OpenCase;
use crate::reading::today;

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

    fn button(&self) -> &'static str {
        "Record what it asked for"
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
            .text("text", "What did the Panel ask for?")
            .rows(4)
            .hint("In your own words. Do not use names of children or families");
        let due =
            asked.date("due", "When does it want the answer? (optional)").hint("For example, 27 3 2026");
        vec![Section::plain(vec![
            Question::new("text", text),
            Question::new("due", due),
            asked.when("on", "When did it ask?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter what the Panel asked for");
        let due = fields.optional_day("due", "Date the answer is wanted");
        let on = fields.known_when("on", "Date the Panel asked", open.today);
        let step = Step::RecordPanelQuery(PanelQuery { due });
        Some(Command { on, step, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("text", "What it asked for", answers.one("text")),
            Said::new("due", "Answer wanted by", said_when(answers, "due")),
            Said::new("on", "Asked on", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let due = crate::met::due(after, case::ClockKey::PanelQueryReply, "The answer is due");
        ("What the National Panel asked for is recorded".to_owned(), due)
    }
}
