//! How a clock stands today, in words.

use std::fmt;

use calendar::{Calendar, Due};
use chrono::NaiveDate;

use super::{CannotCompute, Clock, ClockKind, Course, NotNeeded};
use crate::When;

/// How a clock stands on a day.
///
/// Days left are the working days after today up to and including the due date; days overdue are the working days after
/// the due date up to and including today. A due date is the whole of its day in London.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// What starts it has not happened.
    NotStarted,
    /// It has started, and its due date lies ahead.
    Running {
        /// Working days left, the due date included.
        left: u32,
    },
    /// The due date is today.
    DueToday,
    /// The due date has passed.
    Overdue {
        /// Working days overdue; 0 on the days until the next working day.
        by: u32,
    },
    /// Something only expected has not come; nobody is in breach.
    PastExpected {
        /// Working days since it was expected.
        by: u32,
    },
    /// It was done in time.
    Met {
        /// The day it was done.
        on: When,
        /// Working days early, at least; 0 on the last day.
        early: u32,
    },
    /// It was done after the due date.
    DoneLate {
        /// The day it was done.
        on: When,
        /// Working days late, at least.
        by: u32,
    },
    /// Something that was only expected came later than that.
    CameLater {
        /// The day it came.
        on: When,
        /// Working days later, at least.
        by: u32,
    },
    /// The due date has passed, and the Panel was told why.
    MissedExplained {
        /// The due date that was missed.
        missed: NaiveDate,
        /// When the Panel was told.
        panel_told: When,
        /// When it will be done.
        expected: When,
    },
    /// It was kept for as long as it must be.
    Kept {
        /// The day until which it had to be.
        until: NaiveDate,
    },
    /// It was not kept for as long as it must be.
    EndedEarly {
        /// The day it ended.
        on: When,
        /// Working days early, at least.
        by: u32,
    },
    /// It was done, and nobody can say whether in time.
    Done {
        /// What is known of the day it was done.
        on: When,
        /// Why nobody can say.
        why: CannotCompute,
    },
    /// It will never have to be met.
    NotNeeded(NotNeeded),
    /// The due date cannot be computed.
    CannotCompute(CannotCompute),
}

impl Clock<'_> {
    /// How the clock stands on `today`, a day in London.
    pub fn state(&self, today: NaiveDate, calendar: &Calendar) -> ClockState {
        let state = match (self.course, self.due.as_ref()) {
            (Course::NotStarted, _) => Ok(ClockState::NotStarted),
            (Course::NotNeeded(why), _) => Ok(ClockState::NotNeeded(why)),
            (Course::Open, Ok(due)) => self.running(*due, today, calendar),
            (Course::Open, Err(why)) => Err(why.clone()),
            (Course::Ended(on), Ok(due)) => {
                self.ended_on(on, *due, calendar).or_else(|why| Ok(ClockState::Done { on, why }))
            }
            (Course::Ended(on), Err(why)) => Ok(ClockState::Done { on, why: why.clone() }),
        };
        state.unwrap_or_else(ClockState::CannotCompute)
    }

    fn running(&self, due: Due, today: NaiveDate, calendar: &Calendar) -> Result<ClockState, CannotCompute> {
        if today < due.date {
            return Ok(ClockState::Running { left: working_days(today, due.date, calendar)? });
        }
        if self.key.is_minimum() {
            return Ok(ClockState::Kept { until: due.date });
        }
        if today == due.date {
            return Ok(ClockState::DueToday);
        }
        if let Some(explained) = self.explained {
            let (panel_told, expected) = (explained.panel_told, explained.expected);
            return Ok(ClockState::MissedExplained { missed: due.date, panel_told, expected });
        }
        let by = working_days(due.date, today, calendar)?;
        Ok(match self.kind {
            ClockKind::Statutory | ClockKind::Local => ClockState::Overdue { by },
            ClockKind::Expected => ClockState::PastExpected { by },
        })
    }

    /// Judges a date of which only the month or year is known by its first and last day, where both agree.
    fn ended_on(&self, on: When, due: Due, calendar: &Calendar) -> Result<ClockState, CannotCompute> {
        let not_known = || CannotCompute::DoneDayNotKnown { on };
        let (first, last) = on.earliest().zip(on.latest()).ok_or_else(not_known)?;
        if self.key.is_minimum() {
            return if first >= due.date {
                Ok(ClockState::Kept { until: due.date })
            } else if last < due.date {
                Ok(ClockState::EndedEarly { on, by: working_days(last, due.date, calendar)? })
            } else {
                Err(not_known())
            };
        }
        if last <= due.date {
            return Ok(ClockState::Met { on, early: working_days(last, due.date, calendar)? });
        }
        if first <= due.date {
            return Err(not_known());
        }
        let by = working_days(due.date, first, calendar)?;
        Ok(match self.kind {
            ClockKind::Statutory | ClockKind::Local => ClockState::DoneLate { on, by },
            ClockKind::Expected => ClockState::CameLater { on, by },
        })
    }
}

/// The working days after `from`, up to and including `to`. `to` is not before `from`.
fn working_days(from: NaiveDate, to: NaiveDate, calendar: &Calendar) -> Result<u32, CannotCompute> {
    Ok(u32::try_from(calendar.working_days_between(from, to)?).unwrap_or(0))
}

impl ClockState {
    /// A short name for data and style sheets, such as `due_today`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Running { .. } => "running",
            Self::DueToday => "due_today",
            Self::Overdue { .. } => "overdue",
            Self::PastExpected { .. } => "past_expected",
            Self::Met { .. } => "met",
            Self::DoneLate { .. } => "done_late",
            Self::CameLater { .. } => "came_later",
            Self::MissedExplained { .. } => "missed_explained",
            Self::Kept { .. } => "kept",
            Self::EndedEarly { .. } => "ended_early",
            Self::Done { .. } => "done",
            Self::NotNeeded(_) => "not_needed",
            Self::CannotCompute(_) => "cannot_compute",
        }
    }

    /// Whether a duty was missed or is being missed, explained or not.
    pub fn is_missed(&self) -> bool {
        matches!(
            self,
            Self::Overdue { .. }
                | Self::DoneLate { .. }
                | Self::MissedExplained { .. }
                | Self::EndedEarly { .. }
        )
    }
}

impl fmt::Display for ClockState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted => f.write_str("Not started"),
            Self::Running { left: 0 } => f.write_str("No working day left"),
            Self::Running { left } => write!(f, "{} left", Days(*left)),
            Self::DueToday => f.write_str("Due today"),
            Self::Overdue { by: 0 } => f.write_str("Overdue"),
            Self::Overdue { by } => write!(f, "{} overdue", Days(*by)),
            Self::PastExpected { by: 0 } => f.write_str("Not come when expected"),
            Self::PastExpected { by } => write!(f, "{} past what was expected", Days(*by)),
            Self::Met { early: 0, .. } => f.write_str("Met on the last day"),
            Self::Met { on, early } => write!(f, "Met, {}{} early", at_least(*on), Days(*early)),
            Self::DoneLate { on, by: 0 } => write!(f, "Done {on}, late"),
            Self::DoneLate { on, by } => write!(f, "Done {on}, {}{} late", at_least(*on), Days(*by)),
            Self::CameLater { on, by: 0 } => write!(f, "Came {on}, later than expected"),
            Self::CameLater { on, by } => {
                write!(f, "Came {on}, {}{} later than expected", at_least(*on), Days(*by))
            }
            Self::MissedExplained { missed, panel_told, expected } => {
                write!(f, "Missed {}. Panel told {panel_told}", When::Day(*missed))?;
                match expected {
                    When::NotKnown => Ok(()),
                    expected => write!(f, ". Expected {expected}"),
                }
            }
            Self::Kept { until } => {
                write!(f, "Kept online until {}, as long as it must be", When::Day(*until))
            }
            Self::EndedEarly { on, by: 0 } => write!(f, "Ended {on}, too early"),
            Self::EndedEarly { on, by } => write!(f, "Ended {on}, {}{} too early", at_least(*on), Days(*by)),
            Self::Done { on: When::NotKnown, why } => write!(f, "Done; cannot say whether in time: {why}"),
            Self::Done { on, why } => write!(f, "Done {on}; cannot say whether in time: {why}"),
            Self::NotNeeded(why) => write!(f, "Not needed: {why}"),
            Self::CannotCompute(why) => write!(f, "Cannot compute: {why}"),
        }
    }
}

/// Counted from a date that is not known to the day, a number of days is the fewest there can have been.
fn at_least(on: When) -> &'static str {
    if on.day().is_some() { "" } else { "at least " }
}

struct Days(u32);

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => f.write_str("1 working day"),
            days => write!(f, "{days} working days"),
        }
    }
}
