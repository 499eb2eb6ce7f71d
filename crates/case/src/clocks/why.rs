//! Why a clock need not be met, and why a date cannot be computed.

use std::fmt;

use calendar::OutsideCalendar;
use chrono::NaiveDate;

use crate::{KeyDate, When};

/// Why a clock will never have to be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNeeded {
    /// The council decided that the criteria are not met.
    CriteriaNotMet,
    /// Another kind of review takes place.
    AlternativeReview,
    /// The case is a local learning review from the start.
    LocalLearning,
    /// A looked-after child died, and neither abuse nor neglect is suspected.
    LookedAfterDeath,
    /// A care leaver died, which is notified and not reviewed.
    CareLeaverDeath,
    /// The incident was found, after the notification, not to meet the criteria.
    Reclassified,
    /// The partners decided not to do an LCSPR.
    NoLcspr,
    /// The partners stopped the LCSPR.
    LcsprDiscontinued,
    /// The partners decided to publish nothing.
    NothingPublished,
    /// The rules of that time have no such limit.
    NoSuchRule,
    /// The request to the agency was withdrawn.
    Withdrawn,
    /// Something happened after which nobody needs it.
    Overtaken(KeyDate),
    /// The partners closed the case.
    CaseClosed,
    /// The case is closed and the report stays online, until that day where it is known.
    ClosedKeepOnline(Option<NaiveDate>),
}

impl fmt::Display for NotNeeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CriteriaNotMet => "the criteria are not met",
            Self::AlternativeReview => "another kind of review takes place",
            Self::LocalLearning => "a local learning review has no national limits",
            Self::LookedAfterDeath => {
                "no abuse or neglect is suspected behind the looked-after child’s death"
            }
            Self::CareLeaverDeath => "a care leaver’s death needs no rapid review",
            Self::Reclassified => "the notification was reclassified",
            Self::NoLcspr => "no LCSPR",
            Self::LcsprDiscontinued => "the LCSPR was stopped",
            Self::NothingPublished => "nothing is published",
            Self::NoSuchRule => "the guidance of that time has no such limit",
            Self::Withdrawn => "the request was withdrawn",
            Self::Overtaken(by) => return write!(f, "overtaken by {by}"),
            Self::CaseClosed => "the case has come to an end",
            Self::ClosedKeepOnline(None) => "the case is closed; keep the report online for at least a year",
            Self::ClosedKeepOnline(Some(until)) => {
                let until = When::Day(*until);
                return write!(f, "the case is closed; keep the report online until at least {until}");
            }
        })
    }
}

/// Why a date cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotCompute {
    /// What it counts from has not happened.
    #[error("it has not started")]
    NotStarted,
    /// The day it counts from is not known.
    #[error("the day of {what} is not known{}", only(*on))]
    DayNotKnown {
        /// The event it counts from.
        what: KeyDate,
        /// What is known of that day.
        on: When,
    },
    /// The day it was done is not known well enough.
    #[error("the day it was done is not known{}", only(*on))]
    DoneDayNotKnown {
        /// What is known of that day.
        on: When,
    },
    /// The bank holidays do not reach that far.
    #[error(transparent)]
    Calendar(#[from] OutsideCalendar),
    /// The rule set of the case is not loaded.
    #[error("the rule set “{0}” of this case is not among the rules that are loaded: load it")]
    RuleSetNotLoaded(String),
    /// The guidance of that time has no such limit.
    #[error("the guidance of that time has no such limit")]
    NoSuchRule,
    /// Somebody set the date; it was not counted.
    #[error("the date was set by hand and not counted")]
    SetByHand,
}

fn only(on: When) -> String {
    match on {
        When::NotKnown => String::new(),
        some => format!(" (only {some})"),
    }
}
