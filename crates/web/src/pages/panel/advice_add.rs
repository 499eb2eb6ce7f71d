//! Adding points of advice, which are then followed up.

use case::panel::AdvicePoint;
use case::{Command, Stage, Step, Word, Words};

use super::{HOME, advice, optional_day};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// One more point.
pub(super) struct AddAdvice;

impl Form for AddAdvice {
    fn path(&self) -> String {
        "/panel/advice/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Add a point of advice".to_owned()
    }

    fn button(&self) -> &'static str {
        "Add point of advice"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::RecordAdvicePoint(AdvicePoint { number: advice::next_number(&open.case), due: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let has_replied = open.case.stage > Stage::SubmittedToPanel || !open.case.panel.responses.is_empty();
        has_replied && !open.case.is_closed()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked
            .text("text", "What does the National Panel advise?")
            .hint("1 or 2 sentences. Do not use names of children or families");
        let due = asked.date("due", "When is something due on it? (optional)").hint("For example, 27 6 2026");
        vec![Section::plain(vec![
            Question::new("text", text),
            asked.when("on", "When did it advise this?"),
            Question::new("due", due),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter what the National Panel advises");
        let on = fields.known_when("on", "Date of the advice", open.today);
        let due = optional_day::read(fields, "due", "Due date", on);
        let number = advice::next_number(&open.case);
        let step = Step::RecordAdvicePoint(AdvicePoint { number, due });
        Some(Command { on, step, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("text", "What it advises", answers.one("text")),
            Said::new("on", "Date of the advice", said_when(answers, "on")),
            Said::new("due", "Due", said_when(answers, "due")),
        ]
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let Step::RecordAdvicePoint(point) = &command.step else {
            return ("Point of advice added".to_owned(), None);
        };
        let due = point.due.map(|due| format!("It is due {}.", date::weekday(due)));
        (format!("Point of advice {} added", point.number), due)
    }
}
