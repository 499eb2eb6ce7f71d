//! What a reminder is put together from.

use case::reminders::Kind;
use chrono::NaiveDate;

use crate::parts::CaseName;

/// One thing somebody is reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is about.
    pub kind: Kind,
    /// The case.
    pub case: CaseName,
    /// Which action it is, where it is one.
    pub action: Option<u16>,
    /// By when it is to be done, where there is such a day.
    pub due: Option<NaiveDate>,
    /// How much time there is.
    pub left: Left,
}

/// How much time there is, in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// So many.
    Days(u32),
    /// It is due today.
    Today,
    /// It is overdue by so many; 0 on days off.
    Overdue(u32),
    /// It was just recorded, and is not measured.
    News,
}

/// Such as `2 working days`.
pub(super) fn days(days: u32) -> String {
    if days == 1 { "1 working day".to_owned() } else { format!("{days} working days") }
}
