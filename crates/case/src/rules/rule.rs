//! One time limit, and the dated set it belongs to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::terms::codes;
use crate::{KeyDate, RapidReviewFrom};

codes! {
    /// Which time limit a rule sets.
    RuleId {
        /// Notify the Panel.
        Notification = "notification",
        /// Notify a looked-after child’s death.
        LookedAfterDeath = "notification of a looked-after child’s death",
        /// Notify a care leaver’s death.
        CareLeaverDeath = "notification of a care leaver’s death",
        /// Tell the partners.
        PartnersTold = "telling the partners",
        /// Complete the rapid review.
        RapidReview = "rapid review",
        /// The Panel’s reply.
        PanelReply = "the Panel’s reply",
        /// Complete and publish the LCSPR.
        Lcspr = "LCSPR",
        /// Tell the Panel of a delay.
        DelayTold = "telling of a delay",
        /// Copies before publication.
        Copies = "copies before publication",
        /// Keep the report online.
        Online = "online for at least a year",
    }
    /// In what a limit is counted.
    Unit {
        /// Monday to Friday without the bank holidays of England and Wales.
        WorkingDays = "working days",
        /// The same day of a later month, or that month’s last day.
        CalendarMonths = "calendar months",
        /// The same day of a later year.
        Years = "years",
        /// Nothing is counted: as soon as it is known.
        None = "no fixed time",
    }
    /// Which way a limit is counted.
    Direction {
        /// From the start onwards.
        After = "after",
        /// Back from a day to come.
        Before = "before",
    }
    /// What it means to miss a limit.
    RuleKind {
        /// A duty in law or statutory guidance.
        Statutory = "statutory deadline",
        /// What may be expected; never a breach.
        Expected = "expected by",
    }
}

/// One time limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Which one.
    pub id: RuleId,
    /// What is to be done, as a sentence without a full stop.
    pub what: String,
    /// The date it counts from.
    pub starts: KeyDate,
    /// The date that ends it.
    pub ends: KeyDate,
    /// How many units; 0 where nothing is counted.
    #[serde(default)]
    pub limit: u32,
    /// The unit.
    pub unit: Unit,
    /// The direction.
    pub direction: Direction,
    /// What missing it means.
    pub kind: RuleKind,
    /// Where the rule is found.
    pub source: String,
    /// Whether somebody has read it there.
    pub verified: bool,
    /// Where sources differ, or what to be careful about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The time limits of one edition of the guidance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Its short name in the record, such as `wt2023`.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// The first day it is in force.
    pub from: NaiveDate,
    /// The last day it is in force, once that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Its limits.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
}

impl RuleSet {
    /// The rule for a limit, where this edition has one.
    pub fn rule(&self, id: RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Whether it is in force on `date`.
    pub fn in_force_on(&self, date: NaiveDate) -> bool {
        self.from <= date && self.until.is_none_or(|until| date <= until)
    }

    /// What starts the rapid review’s working days in this edition.
    pub fn rapid_review_from(&self) -> RapidReviewFrom {
        match self.rule(RuleId::RapidReview).map(|rule| rule.starts) {
            Some(KeyDate::Aware) => RapidReviewFrom::Awareness,
            _ => RapidReviewFrom::Notification,
        }
    }
}
