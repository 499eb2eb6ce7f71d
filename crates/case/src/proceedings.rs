//! Criminal, coronial and other proceedings beside the case, other statutory reviews, and delays explained.

mod check;
mod standing;

use serde::{Deserialize, Serialize};

use crate::terms::codes;
use crate::{CaseId, When};

pub(crate) use check::check;
pub use standing::{ProceedingStanding, Standing};

codes! {
    /// What goes on beside the case.
    ProceedingKind {
        /// Criminal investigation or trial.
        Criminal = "criminal investigation or trial",
        /// Inquest.
        Inquest = "inquest",
        /// Family court.
        FamilyCourt = "family court",
        /// Professional regulator.
        Regulator = "professional regulator",
        /// Other proceedings.
        Other = "other proceedings",
    }
    /// Another review of the same events.
    LinkedReviewKind {
        /// Safeguarding adult review.
        SafeguardingAdult = "safeguarding adult review",
        /// Domestic abuse related death review.
        DomesticAbuseDeath = "domestic abuse related death review",
        /// MAPPA serious case review.
        Mappa = "MAPPA serious case review",
        /// Child death review.
        ChildDeath = "child death review",
        /// Patient safety incident investigation.
        PatientSafety = "patient safety incident investigation",
        /// Coroner’s report.
        Coroner = "coroner’s report",
        /// LCSPR of another case.
        Lcspr = "LCSPR of another case",
        /// National review.
        National = "national review",
    }
    /// The time limits in law, whose delay can be explained.
    StatutoryClock {
        /// Notification.
        Notification = "notification",
        /// Rapid review.
        RapidReview = "rapid review",
        /// LCSPR.
        Lcspr = "LCSPR",
        /// Copies before publication.
        Copies = "copies before publication",
        /// Online for at least a year.
        Online = "online for at least a year",
    }
}

/// A parallel proceeding. Words: `reference`, `who` (the contact).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proceeding {
    /// Its number within the case, from 1.
    pub number: u16,
    /// What it is.
    pub kind: ProceedingKind,
    /// When it is expected to end.
    #[serde(default)]
    pub expected_end: When,
}

/// News of a proceeding, or something disclosed to it. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProceedingNews {
    /// Its number.
    pub number: u16,
    /// Whether this is a disclosure.
    #[serde(default)]
    pub disclosure: bool,
}

/// A proceeding came to an end. Words: `outcome`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProceedingEnd {
    /// Its number.
    pub number: u16,
}

/// Another review of the same events is linked. Words: `reference`, `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkedReview {
    /// What it is.
    pub kind: LinkedReviewKind,
    /// The case here, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
}

/// Why a time limit is or will be missed. The first due date stays. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delay {
    /// Which time limit.
    pub clock: StatutoryClock,
    /// When it will be done.
    #[serde(default)]
    pub expected: When,
    /// When the Panel was told.
    #[serde(default)]
    pub panel_told: When,
    /// When the Secretary of State was told.
    #[serde(default)]
    pub secretary_of_state_told: When,
}
