//! What came of a point of advice.

use case::panel::AdvicePointDone;
use case::{Command, Fact, Step, Word, Words};

use super::HOME;
use crate::answers::Answers;
use crate::asked::{Asked, Question, Section, said_when};
use crate::case_form::{Form, Said};
use crate::entries::{Entries, wrote};
use crate::fields::Fields;
use crate::open_case::OpenCase;
use crate::reading::today;

/// The end of the point of advice of this number.
pub(super) struct AdviceDone(u16);

impl AdviceDone {
    /// The form for the point that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number.parse().ok().map(Self)
    }
}

impl Form for AdviceDone {
    fn path(&self) -> String {
        format!("/panel/advice/{}/done", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Record that advice {} is dealt with", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let entries = Entries::of(&open.case);
        let is_it = |fact: &Fact| matches!(fact, Fact::AdvicePointRecorded(point) if point.number == self.0);
        entries.last(is_it).map(|(_, event)| wrote(event, Word::Text)).into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "Record as dealt with"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.panel.advice.get(&self.0)?;
        Some(Step::FinishAdvicePoint(AdvicePointDone { number: self.0 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.panel.advice.get(&self.0).is_some_and(|(_, finished)| finished.is_none())
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let outcome = asked
            .text("outcome", "What came of it?")
            .rows(3)
            .hint("1 or 2 sentences. Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("outcome", outcome),
            asked.when("on", "When was it dealt with?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let outcome = fields.text("outcome", "Enter what came of it");
        let on = fields.known_when("on", "Date it was dealt with", open.today);
        let step = Step::FinishAdvicePoint(AdvicePointDone { number: self.0 });
        Some(Command { on, step, words: Words::none().and(Word::Outcome, outcome) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("outcome", "What came of it", answers.one("outcome")),
            Said::new("on", "Dealt with on", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (format!("Advice {} is recorded as dealt with", self.0), None)
    }
}
