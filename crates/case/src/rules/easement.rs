//! Times at which the Panel did not hold partnerships to the usual time limits.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::RuleId;

/// A time at which a limit was not held to strictly. It moves no due date and is shown beside the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Easement {
    /// A short name for it, unique among easements.
    pub id: String,
    /// What was eased, as a sentence without a full stop.
    pub what: String,
    /// The first day it held.
    pub from: NaiveDate,
    /// The last day it held.
    pub until: NaiveDate,
    /// The limits it is about.
    pub rules: Vec<RuleId>,
    /// The document in which the Panel said so.
    pub source: String,
    /// Whether somebody has read the source, dates included.
    pub verified: bool,
}

impl Easement {
    /// Whether it held for `rule` on some day from `start` to `due`.
    pub(crate) fn touches(&self, rule: RuleId, start: NaiveDate, due: NaiveDate) -> bool {
        self.rules.contains(&rule) && self.from <= due && start <= self.until
    }
}
