//! What a decision depends on beside the case.

use calendar::Calendar;
use chrono::NaiveDate;

use crate::{PersonId, Reference, Rules};

/// What a decision depends on beside the case: the day, the calendar, who asks and, for a new case, its reference.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Today in London.
    pub today: NaiveDate,
    /// The bank holidays that working days are counted by.
    pub calendar: &'a Calendar,
    /// The time limits, and what the partnership chose.
    pub rules: &'a Rules,
    /// The person who asks.
    pub by: PersonId,
    /// Whether they ask as the operator, who starts cases for others and gets no part in them.
    pub operator: bool,
    /// The reference a new case gets; needed by the steps that start one.
    pub reference: Option<Reference>,
}
