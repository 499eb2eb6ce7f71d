//! A limit ready to be counted.

use calendar::{Calendar, Due, Working};
use chrono::NaiveDate;

use super::CannotCompute;
use crate::rules::{Direction, Rule, Unit};

/// A limit with its unit and direction, after what the partnership has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// How many units.
    pub limit: u32,
    /// The unit: working days, months or years.
    pub unit: Unit,
    /// Whether it is counted on from the start or back from it.
    pub direction: Direction,
}

impl Count {
    /// So many working days after an event.
    pub(super) fn working_days(limit: u32) -> Self {
        Self { limit, unit: Unit::WorkingDays, direction: Direction::After }
    }

    pub(super) fn by(rule: &Rule) -> Self {
        Self { limit: rule.limit, unit: rule.unit, direction: rule.direction }
    }

    /// The date this arrives at from `start`, which is day 0.
    ///
    /// # Errors
    /// When the bank holidays do not reach that far.
    pub fn due(self, start: NaiveDate, calendar: &Calendar) -> Result<Due, CannotCompute> {
        let due = match (self.unit, self.direction) {
            (Unit::WorkingDays, Direction::After) => calendar.working_days_after(start, self.limit),
            (Unit::WorkingDays, Direction::Before) => calendar.working_days_before(start, self.limit),
            (Unit::CalendarMonths | Unit::Years | Unit::None, _) => {
                calendar.months_after(start, self.months())
            }
        };
        Ok(due?)
    }

    /// The same count, with every day it takes in or leaves out.
    pub(super) fn explain(self, start: NaiveDate, calendar: &Calendar) -> Result<Working, CannotCompute> {
        let working = match (self.unit, self.direction) {
            (Unit::WorkingDays, Direction::After) => calendar.explain_after(start, self.limit),
            (Unit::WorkingDays, Direction::Before) => calendar.explain_before(start, self.limit),
            (Unit::CalendarMonths | Unit::Years | Unit::None, _) => {
                calendar.explain_months_after(start, self.months())
            }
        };
        Ok(working?)
    }

    fn months(self) -> u32 {
        match self.unit {
            Unit::Years => self.limit.saturating_mul(12),
            Unit::CalendarMonths | Unit::WorkingDays | Unit::None => self.limit,
        }
    }
}
