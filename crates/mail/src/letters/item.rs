//! The items of which reminders are made.

use case::reminders::Kind;
use chrono::NaiveDate;

use crate::parts::CaseName;

/// One thing that somebody is reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The kind of clock or news.
    pub kind: Kind,
    /// The case it belongs to.
    pub case: CaseName,
    /// The number of the action, where it is about one.
    pub action: Option<u16>,
    /// The day by which it is to be done, where there is one.
    pub due: Option<NaiveDate>,
    /// How much time is left.
    pub left: Left,
}

/// How much time is left, in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Some working days are left.
    Days(u32),
    /// It is due today.
    Today,
    /// It is overdue by this many working days; by 0 on days off.
    Overdue(u32),
    /// It was just recorded, so that no time is counted.
    News,
}

/// Such as `2 working days`.
pub(super) fn days(days: u32) -> String {
    if days == 1 { "1 working day".to_owned() } else { format!("{days} working days") }
}
