//! One time limit, and the dated set it belongs to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::terms::codes;
use crate::{KeyDate, RapidReviewFrom};

codes! {
    /// Which time limit a rule sets.
    RuleId {
        /// The council notifies the Panel.
        Notification = "notification",
        /// The council notifies the death of a looked-after child.
        LookedAfterDeath = "notification of a looked-after child’s death",
        /// The council notifies the death of a care leaver.
        CareLeaverDeath = "notification of a care leaver’s death",
        /// The statutory partners are told of the incident.
        PartnersTold = "telling the partners",
        /// The rapid review is completed and sent to the Panel.
        RapidReview = "rapid review",
        PanelReply = "the Panel’s reply",
        /// The LCSPR is completed and published.
        Lcspr = "LCSPR",
        /// The Panel is told of a delay.
        DelayTold = "telling of a delay",
        Copies = "copies before publication",
        /// The report stays online.
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
        /// Counted on from the start.
        After = "after",
        /// Counted back from a day to come.
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

/// One time limit of a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The time limit that it sets.
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
    /// The unit the limit is counted in.
    pub unit: Unit,
    /// Whether it is counted on from the start or back from it.
    pub direction: Direction,
    /// What it means to miss it.
    pub kind: RuleKind,
    /// The paragraph of law or guidance in which the rule stands.
    pub source: String,
    /// Whether somebody has read the source and confirmed the rule.
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
    /// The name of the edition, as people use it.
    pub name: String,
    /// The first day it is in force.
    pub from: NaiveDate,
    /// The last day it is in force, once that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The time limits it sets.
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
