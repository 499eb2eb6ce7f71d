//! Recording that a point of advice was dealt with.

use case::panel::AdvicePointDone;
use case::{Command, Step, Word, Words};

use super::{HOME, advice};
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The point of this number.
pub(super) struct Done(pub(super) u16);

impl Done {
    /// The point that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number.parse().ok().map(Self)
    }
}

impl Form for Done {
    fn path(&self) -> String {
        format!("/panel/advice/{}/done", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Deal with point {} of the National Panel’s advice", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let text = advice::text(&Entries::of(&open.case), self.0);
        Some(text).filter(|text| !text.is_empty()).into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "Record as dealt with"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let is_there = open.case.panel.advice.contains_key(&self.0);
        is_there.then_some(Step::FinishAdvicePoint(AdvicePointDone { number: self.0 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.panel.open_advice().any(|point| point.number == self.0)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let outcome = asked
            .text("outcome", "What came of it?")
            .hint("2 or 3 sentences. Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("outcome", outcome),
            asked.when("on", "When was it dealt with?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let outcome = fields.text("outcome", "Enter what came of this point of advice");
        let on = fields.known_when("on", "Date it was dealt with", open.today);
        let step = Step::FinishAdvicePoint(AdvicePointDone { number: self.0 });
        Some(Command { on, step, words: Words::none().and(Word::Outcome, outcome) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("outcome", "What came of it", answers.one("outcome")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = match after.case.panel.open_advice().count() {
            0 => "No point of advice is open.".to_owned(),
            1 => "1 point of advice is still open.".to_owned(),
            open => format!("{open} points of advice are still open."),
        };
        (format!("Point of advice {} recorded as dealt with", self.0), Some(next))
    }
}
