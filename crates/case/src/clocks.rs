//! Every time limit of a case, computed from how it stands, the rules and the bank holidays. Nothing here is stored.

mod count;
mod course;
mod key;
mod local;
mod mover;
mod national;
mod path;
mod state;
mod why;
mod words;

use calendar::{Calendar, Due, Working};
use chrono::NaiveDate;

pub use count::Count;
pub(crate) use course::course_of;
pub use key::{ClockKey, NotAClock};
pub use mover::Mover;
pub(crate) use national::recount;
pub use state::ClockState;
pub use why::{CannotCompute, NotNeeded};

use crate::position::Position;
use crate::rules::{Easement, Rule, RuleSet, Rules};
use crate::{KeyDate, RapidReviewFrom, When};

/// What it means to miss a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockKind {
    /// A national deadline. It never pauses and cannot be moved by hand.
    Statutory,
    /// What may be expected of others; never a breach.
    Expected,
    /// A date the partnership set for itself.
    Local,
}

/// The event that starts a clock, and when that was or is planned to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The event, by its key date.
    pub what: KeyDate,
    /// When, as precisely as it is known.
    pub on: When,
}

/// How far a clock has run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// What starts it has not happened.
    NotStarted,
    /// It has started and what it waits for is not done.
    Open,
    /// What it waited for was done then.
    Ended(When),
    /// It will never have to be met.
    NotNeeded(NotNeeded),
}

/// The rapid review’s due date by the reading of the rule that does not count for this case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherReading {
    /// The event it counts from.
    pub from: RapidReviewFrom,
    /// Its start, once that has happened.
    pub start: Option<Start>,
    /// Where this reading arrives, or why it arrives nowhere.
    pub due: Result<Due, CannotCompute>,
}

/// What the Panel was told about a delay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// When the Panel was told.
    pub panel_told: When,
    /// When it will be done.
    pub expected: When,
}

/// One time limit of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock<'r> {
    /// Which of the case’s clocks it is.
    pub key: ClockKey,
    /// What it means to miss it.
    pub kind: ClockKind,
    /// The rule set that holds for the case; none for a local date.
    pub rule_set: Option<&'r RuleSet>,
    /// The rule it is counted by; none for a local date.
    pub rule: Option<&'r Rule>,
    /// What is to be done, where a local plan says so in its own words.
    pub task: Option<&'r str>,
    /// How it is counted; none where somebody set the date.
    pub count: Option<Count>,
    /// What starts it; none where somebody set the date, or while it has not happened.
    pub start: Option<Start>,
    /// The first due date, which no delay moves.
    pub due: Result<Due, CannotCompute>,
    /// Whether the due date is the recorded one of a clock that was met or missed, which no calendar moves any more.
    pub judged: bool,
    /// How far it has run.
    pub course: Course,
    /// What the Panel was told about a delay, where it was told.
    pub explained: Option<Explained>,
    /// The other reading of the rule; only for the rapid review.
    pub other_reading: Option<OtherReading>,
    /// An easement that held while it ran. It moves no date.
    pub easement: Option<&'r Easement>,
}

/// Every clock of a case: the national ones always, in the order of the process, then the local dates there are.
///
/// In a case that has come to an end none of them is open.
pub fn clocks<'r>(position: &Position, rules: &'r Rules, calendar: &Calendar) -> Vec<Clock<'r>> {
    if position.opened.is_none() {
        return Vec::new();
    }
    let mut clocks = Vec::with_capacity(24);
    national::clocks(position, rules, calendar, &mut clocks);
    local::clocks(position, rules, calendar, &mut clocks);
    clocks
}

/// The clock a case is known by: its earliest open statutory deadline; if there is none, its earliest local or expected
/// date.
///
/// A deadline that cannot be computed comes after those that can. Keeping a report online comes last: there is nothing
/// to be done by its date.
pub fn main_clock<'c, 'r>(clocks: &'c [Clock<'r>]) -> Option<&'c Clock<'r>> {
    let rank = |clock: &&Clock<'r>| match (clock.key, clock.kind, clock.due_date()) {
        (ClockKey::Online, _, date) => (3, date),
        (_, ClockKind::Statutory, date @ Some(_)) => (0, date),
        (_, _, date @ Some(_)) => (1, date),
        (_, _, None) => (2, None),
    };
    clocks.iter().filter(|clock| clock.is_open()).min_by_key(rank)
}

/// How the due date was worked out, day by day.
///
/// For a clock that was met or missed this is the working by the calendar of today, which may arrive at another date
/// than the one that was recorded.
///
/// # Errors
/// When there is no due date, or somebody set it without counting.
pub fn explain(clock: &Clock<'_>, calendar: &Calendar) -> Result<Working, CannotCompute> {
    let Some(count) = clock.count else { return Err(CannotCompute::SetByHand) };
    let start = clock.start.ok_or(CannotCompute::NotStarted)?;
    count.explain(start.day()?, calendar)
}

impl Start {
    fn day(self) -> Result<NaiveDate, CannotCompute> {
        self.on.day().ok_or(CannotCompute::DayNotKnown { what: self.what, on: self.on })
    }
}

impl Clock<'_> {
    /// What people call it.
    pub fn label(&self) -> &str {
        self.task.unwrap_or_else(|| self.key.label())
    }

    /// Whether it runs: started, not ended and needed.
    pub fn is_open(&self) -> bool {
        self.course == Course::Open
    }

    /// The due date, where it can be computed.
    pub fn due_date(&self) -> Option<NaiveDate> {
        self.due.as_ref().ok().map(|due| due.date)
    }

    /// Whether the due date rests on a bank holiday that is only projected, so that it may still move.
    pub fn is_provisional(&self) -> bool {
        self.due.as_ref().is_ok_and(|due| due.provisional)
    }

    /// The working day by which to be done, where the due date is not a working day itself. Nothing is to be done by the
    /// date of a minimum.
    pub fn plan_for(&self, calendar: &Calendar) -> Option<NaiveDate> {
        let due = self.due_date().filter(|_| !self.key.is_minimum())?;
        calendar.last_working_day_on_or_before(due).ok().filter(|day| *day != due)
    }

    /// The first working day on which what lasts at least until the date of a minimum may end.
    pub fn not_before(&self, calendar: &Calendar) -> Option<NaiveDate> {
        let until = self.due_date().filter(|_| self.key.is_minimum())?;
        calendar.first_working_day_on_or_after(until).ok()
    }

    /// When what it waited for was done.
    pub fn ended(&self) -> Option<When> {
        match self.course {
            Course::Ended(on) => Some(on),
            Course::NotStarted | Course::Open | Course::NotNeeded(_) => None,
        }
    }
}
