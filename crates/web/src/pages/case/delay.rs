//! Recording why a statutory date is or will be missed. The first date stays.

use case::proceedings::{Delay, StatutoryClock};
use case::{Area, Case, Clock, ClockKey, Command, Step, When, Word, Words};

use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// The form for one time limit in law.
pub(crate) struct DelayForm {
    key: ClockKey,
    limit: StatutoryClock,
}

impl DelayForm {
    /// The form for a clock; none where its delay is nobody's to explain.
    pub(crate) fn of(key: ClockKey) -> Option<Self> {
        key.statutory().map(|limit| Self { key, limit })
    }

    /// For the clock of this key.
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        key.parse().ok().and_then(Self::of)
    }

    fn delay(&self, expected: When, panel_told: When, secretary_of_state_told: When) -> Step {
        Step::ExplainDelay(Delay { clock: self.limit, expected, panel_told, secretary_of_state_told })
    }
}

impl Form for DelayForm {
    fn path(&self) -> String {
        format!("/deadlines/{}/delay", self.key)
    }

    fn home(&self) -> &'static str {
        "/deadlines"
    }

    fn heading(&self) -> String {
        format!("Record a delay: {}", self.limit)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let clocks = open.clocks();
        let first = clocks.iter().find(|clock| clock.key == self.key).and_then(Clock::due_date);
        let first =
            first.map(|due| format!("The first due date, {}, stays on the record.", date::weekday(due)));
        let duty = "A statutory deadline cannot be moved. This records why it is or will be missed, and who was told.";
        first.into_iter().chain([duty.to_owned()]).collect()
    }

    fn button(&self) -> &'static str {
        "Record the delay"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.shows(Area::of_clock(self.key))
            .then(|| self.delay(When::NotKnown, When::NotKnown, When::NotKnown))
    }

    fn fits(&self, _open: &OpenCase) -> bool {
        true
    }

    /// The dates of the delay as it was last explained. Why is asked anew.
    fn recorded(&self, case: &Case) -> Option<Answers> {
        let delay = case.proceedings.delays.get(&self.limit)?;
        let dates = [
            ("expected", delay.expected),
            ("panel_told", delay.panel_told),
            ("secretary_of_state_told", delay.secretary_of_state_told),
        ];
        let boxes = dates.into_iter().flat_map(|(name, when)| {
            ["day", "month", "year"]
                .into_iter()
                .zip(crate::form::date_input::boxes(when))
                .map(move |(part, value)| (format!("{name}-{part}"), value))
        });
        Some(boxes.fold(Answers::default(), |answers, (name, value)| answers.and(&name, value)))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let partly = "For example, 27 3 2026. Leave out the day if only the month is known";
        let reason = asked
            .text("reason", "Why is the date missed, or going to be?")
            .hint("2 or 3 sentences. Everyone with access to the case can read it. Do not use names of children or families");
        let expected = asked.date("expected", "When will it be done? (optional)").hint(partly);
        let panel = asked.date("panel_told", "When was the National Panel told? (optional)").hint(partly);
        let secretary = asked
            .date("secretary_of_state_told", "When was the Secretary of State told? (optional)")
            .hint(partly);
        vec![Section::plain(vec![
            Question::new("reason", reason),
            Question::new("expected", expected),
            Question::new("panel_told", panel),
            Question::new("secretary_of_state_told", secretary),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why the date is or will be missed");
        let expected = fields.when("expected", "Date it will be done");
        let panel_told = fields.when("panel_told", "Date the National Panel was told");
        let told = fields.when("secretary_of_state_told", "Date the Secretary of State was told");
        Some(Command {
            on: When::Day(open.today),
            step: self.delay(expected, panel_told, told),
            words: Words::none().and(Word::Reason, reason),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let when = |name, label| Said::new(name, label, said_when(answers, name));
        vec![
            Said::new("reason", "Why", answers.one("reason")),
            when("expected", "Will be done"),
            when("panel_told", "National Panel told"),
            when("secretary_of_state_told", "Secretary of State told"),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let clocks = after.clocks();
        let first = clocks.iter().find(|clock| clock.key == self.key).and_then(Clock::due_date);
        (
            format!("Delay recorded: {}", self.limit),
            first.map(|due| format!("The first due date, {}, stays.", date::weekday(due))),
        )
    }
}

#[cfg(test)]
#[path = "delay_tests.rs"]
mod tests;
