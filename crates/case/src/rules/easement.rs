//! Times at which the Panel did not hold partnerships to the usual time limits.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::RuleId;

/// A time at which a limit was not held to strictly. It moves no due date and is shown beside the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Easement {
    /// Its short name.
    pub id: String,
    /// What was eased, as a sentence without a full stop.
    pub what: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// The limits it is about.
    pub rules: Vec<RuleId>,
    /// Where it is found.
    pub source: String,
    /// Whether somebody has read it there, dates and all.
    pub verified: bool,
}

impl Easement {
    /// Whether it held for `rule` on some day from `start` to `due`.
    pub(crate) fn touches(&self, rule: RuleId, start: NaiveDate, due: NaiveDate) -> bool {
        self.rules.contains(&rule) && self.from <= due && start <= self.until
    }
}
