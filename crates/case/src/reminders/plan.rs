//! When and to whom the reminders of one kind of clock go.

use serde::{Deserialize, Serialize};

use super::{Kind, Recipient};

/// When and to whom the reminders of one kind of clock go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The clock.
    pub kind: Kind,
    /// Working days ahead; 0 is the day itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<u16>,
    /// Months ahead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months_before: Vec<u16>,
    /// After the due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue: Option<Overdue>,
    /// Who is told.
    pub to: Vec<Recipient>,
    /// Who is told besides, once it is overdue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when_overdue: Vec<Recipient>,
    /// From how many working days overdue a senior is told too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub senior_after: Option<u16>,
}

/// On which working days after its due date a clock is spoken of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overdue {
    /// On each.
    EachWorkingDay,
    /// On these, counted from 1.
    On(Vec<u16>),
    /// On each so manyth.
    Every(u16),
}

impl Plan {
    /// How many working days ahead anybody is reminded at most.
    pub const MOST_WORKING_DAYS: u16 = 60;
    /// How many months ahead anybody is reminded at most.
    pub const MOST_MONTHS: u16 = 12;

    /// What is wrong with it, as something to do.
    pub(super) fn check(&self) -> Result<(), &'static str> {
        if !self.kind.is_of_clock() {
            return Err("it is no deadline: write it as news");
        }
        if self.to.is_empty() {
            return Err("say who is told");
        }
        if self.before.iter().any(|days| *days > Self::MOST_WORKING_DAYS)
            || self.months_before.iter().any(|months| *months > Self::MOST_MONTHS)
        {
            return Err("remind at most 60 working days or 12 months ahead");
        }
        if self.months_before.contains(&0) {
            return Err("write the day itself as before = [0]");
        }
        match &self.overdue {
            Some(Overdue::Every(0)) => Err("say how many working days lie between reminders"),
            Some(Overdue::On(days)) if days.contains(&0) => Err("write the day itself as before = [0]"),
            _ => Ok(()),
        }
    }
}
