//! What is held by facts that follow from others.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::consideration::CaseKind;
use crate::proceedings::StatutoryClock;
use crate::terms::codes;
use crate::{PartnershipId, Reference};

/// A case came into being.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// The partnership whose case it is.
    pub partnership: PartnershipId,
    /// The reference, given once and never changed.
    pub reference: Reference,
    /// What kind of case it seemed to be when it was opened.
    pub kind: CaseKind,
}

/// The rule set of a case was fixed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSetPinned {
    /// The id of the rule set, such as `wt2023`.
    pub rule_set: String,
    /// What starts the rapid review’s 15 working days.
    pub rapid_review_from: RapidReviewFrom,
}

codes! {
    /// The event from which the rapid review’s time limit counts. Sources differ, so it is pinned with the case.
    RapidReviewFrom {
        /// The day the notification was sent.
        Notification = "the notification",
        /// The day the council became aware.
        Awareness = "the council becoming aware",
    }
}

/// A time limit has not ended after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgementWithdrawn {
    /// The time limit whose judgement is withdrawn.
    pub clock: StatutoryClock,
}

/// A time limit ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockJudged {
    /// The time limit that ended.
    pub clock: StatutoryClock,
    /// The due date as it stood that day.
    pub due: NaiveDate,
    /// The day it was done.
    pub done: NaiveDate,
}
