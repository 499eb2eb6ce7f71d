//! When the reminders of one kind of clock are sent, and to whom.

use serde::{Deserialize, Serialize};

use super::{Kind, Recipient};

/// When the reminders of one kind of clock are sent, and to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The clocks it is for.
    pub kind: Kind,
    /// How many working days ahead; 0 is the due date itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<u16>,
    /// How many months ahead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months_before: Vec<u16>,
    /// When the clock is overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue: Option<Overdue>,
    /// Who gets them.
    pub to: Vec<Recipient>,
    /// Who gets them as well once the clock is overdue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when_overdue: Vec<Recipient>,
    /// After how many working days overdue a senior gets them as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub senior_after: Option<u16>,
}

/// On which working days after its due date a clock has a reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overdue {
    /// Every working day.
    EachWorkingDay,
    /// These working days, counted from 1.
    On(Vec<u16>),
    /// Every so many working days.
    Every(u16),
}

impl Plan {
    /// The most working days ahead that a reminder can be sent.
    pub const MOST_WORKING_DAYS: u16 = 60;
    /// The most months ahead that a reminder can be sent.
    pub const MOST_MONTHS: u16 = 12;

    /// Says what to do where the plan cannot hold.
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
