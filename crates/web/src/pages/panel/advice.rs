//! A point of advice, to be followed up.

use case::panel::AdvicePoint;
use case::{Command, Step, Word, Words};

use super::HOME;
use crate::answers::Answers;
use crate::asked::{Asked, Question, Section, said_when};
use crate::case_form::{Form, Said};
use crate::fields::Fields;
use crate::open_case::OpenCase;
use crate::reading::today;

/// A new point of advice.
pub(super) struct Advice;

fn next_number(open: &OpenCase) -> u16 {
    open.case.panel.advice.keys().next_back().map_or(1, |last| last.saturating_add(1))
}

impl Form for Advice {
    fn path(&self) -> String {
        "/panel/advice/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Add a point of advice from the National Panel".to_owned()
    }

    fn button(&self) -> &'static str {
        "Add the point of advice"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::RecordAdvicePoint(AdvicePoint { number: next_number(open), due: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.panel.responses.is_empty() && !open.case.is_closed()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked
            .text("text", "What does the Panel advise?")
            .rows(3)
            .hint("In your own words. Do not use names of children or families");
        let due =
            asked.date("due", "By when should it be dealt with? (optional)").hint("For example, 27 3 2026");
        vec![Section::plain(vec![
            Question::new("text", text),
            Question::new("due", due),
            asked.when("on", "When did the Panel say so?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter what the Panel advises");
        let due = fields.optional_day("due", "Date by which it should be dealt with");
        let on = fields.known_when("on", "Date of the advice", open.today);
        let step = Step::RecordAdvicePoint(AdvicePoint { number: next_number(open), due });
        Some(Command { on, step, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("text", "What it advises", answers.one("text")),
            Said::new("due", "Dealt with by", said_when(answers, "due")),
            Said::new("on", "Said on", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let number = after.case.panel.advice.keys().next_back().copied().unwrap_or(1);
        let key = case::ClockKey::AdvicePoint(number);
        (format!("Point of advice {number} added"), crate::met::due(after, key, "It is due"))
    }
}
