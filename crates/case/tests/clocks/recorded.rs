//! Cases as they are recorded, with everything that follows from each step.

use calendar::Calendar;
use case::consideration::{BroughtIn, CaseKind, KnownDate};
use case::keeping::{Correction, StrikeOut};
use case::notification::Notification;
use case::{
    Case, Clock, Command, Event, Fact, KeyDate, Recorded, Reference, Rules, Setting, Stage, Step, Word,
    Words, clocks, decide,
};
use chrono::DateTime;

use crate::told::{CALENDAR, day, key, partnership, person, when};

/// A case that is recorded step by step by the rules and bank holidays of its time.
#[derive(Clone)]
pub(crate) struct Record {
    pub(crate) case: Case,
    pub(crate) rules: Rules,
    pub(crate) calendar: Calendar,
    pub(crate) operator: bool,
}

impl Record {
    pub(crate) fn new() -> Self {
        let (rules, calendar) = (Rules::shipped().clone(), CALENDAR.clone());
        Self { case: Case::new(), rules, calendar, operator: false }
    }

    /// A serious incident taken over at this stage.
    pub(crate) fn brought_in(self, stage: Stage, aware: &str, known: &[(KeyDate, &str)]) -> Self {
        self.step("2026-03-20", bring_in(stage, aware, known), title()).0
    }

    /// Records a step; gives what was recorded, too.
    #[track_caller]
    pub(crate) fn step(mut self, on: &str, step: Step, words: Words) -> (Self, Vec<Event>) {
        let setting = Setting {
            today: day("2026-11-02"),
            calendar: &self.calendar,
            rules: &self.rules,
            by: person(),
            operator: self.operator,
            reference: Some(Reference { year: 2026, serial: 1 }),
        };
        let command = Command { on: when(on), step, words };
        let events = decide(&self.case, command, &setting).unwrap_or_else(|refused| panic!("{refused}"));
        for event in events.clone() {
            let seq = self.case.version() + 1;
            self.case.apply(Recorded { seq, at: DateTime::UNIX_EPOCH, by: person(), event });
        }
        (self, events)
    }

    /// The notification was sent.
    #[track_caller]
    pub(crate) fn notified(self, on: &str) -> (Self, Vec<Event>) {
        self.step(on, notification(), sent())
    }

    /// The latest entry of this kind was wrong, and should have been this, or nothing.
    #[track_caller]
    pub(crate) fn corrected(self, kind: &str, on: &str, with: Option<Step>) -> (Self, Vec<Event>) {
        let entry = self.case.history().iter().rev().find(|entry| entry.event.fact.kind() == kind);
        let entry = entry.expect("it was recorded").seq;
        let words = match &with {
            Some(Step::BringIn(_)) => title(),
            Some(Step::Notify(_)) => sent(),
            _ => Words::none(),
        };
        let words = words.and(Word::Correction, "A slip of the pen");
        let step = match with {
            Some(with) => Step::Correct(Correction { entry, with: Box::new(with) }),
            None => Step::StrikeOut(StrikeOut { entry }),
        };
        self.step(on, step, words)
    }

    #[track_caller]
    pub(crate) fn clock(&self, name: &str) -> Clock<'_> {
        let all = clocks(&self.case, &self.rules, &self.calendar);
        all.into_iter().find(|clock| clock.key == key(name)).expect("there is such a clock")
    }
}

pub(crate) fn bring_in(stage: Stage, aware: &str, known: &[(KeyDate, &str)]) -> Step {
    let known = known.iter().map(|(what, on)| KnownDate { what: *what, on: when(on) }).collect();
    Step::BringIn(BroughtIn {
        partnership: partnership(),
        kind: CaseKind::SeriousIncident,
        stage,
        incident: when("not known"),
        aware: when(aware),
        known,
    })
}

pub(crate) fn notification() -> Step {
    Step::Notify(Notification { time: None, told: Vec::new(), told_others: Vec::new() })
}

fn title() -> Words {
    Words::none().and(Word::Title, "Infant, serious harm at home").and(Word::Source, "Paper file")
}

fn sent() -> Words {
    Words::none().and(Word::Reference, "SIN 1").and(Word::DecidedBy, "Notifier of the council")
}

/// The judgements among these entries: clock, due, done.
pub(crate) fn judgements(events: &[Event]) -> Vec<String> {
    let judgement = |event: &Event| match &event.fact {
        Fact::ClockJudged(judged) => {
            Some(format!("{} due {} done {}", judged.clock, judged.due, judged.done))
        }
        Fact::JudgementWithdrawn(withdrawn) => Some(format!("{} open again", withdrawn.clock)),
        _ => None,
    };
    events.iter().filter_map(judgement).collect()
}

/// The rule sets pinned among these entries.
pub(crate) fn pinned(events: &[Event]) -> Vec<String> {
    let name = |event: &Event| match &event.fact {
        Fact::RuleSetPinned(pinned) => Some(pinned.rule_set.clone()),
        _ => None,
    };
    events.iter().filter_map(name).collect()
}
