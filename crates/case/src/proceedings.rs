//! Criminal, coronial and other proceedings beside the case, other statutory reviews, and delays explained.

mod check;
mod standing;

use serde::{Deserialize, Serialize};

use crate::terms::codes;
use crate::{CaseId, When};

pub(crate) use check::check;
pub use standing::{ProceedingStanding, Standing};

codes! {
    /// The kinds of proceedings that go on beside a case.
    ProceedingKind {
        Criminal = "criminal investigation or trial",
        Inquest = "inquest",
        FamilyCourt = "family court",
        Regulator = "professional regulator",
        Other = "other proceedings",
    }
    /// Another review of the same events.
    LinkedReviewKind {
        SafeguardingAdult = "safeguarding adult review",
        DomesticAbuseDeath = "domestic abuse related death review",
        Mappa = "MAPPA serious case review",
        ChildDeath = "child death review",
        PatientSafety = "patient safety incident investigation",
        Coroner = "coroner’s report",
        Lcspr = "LCSPR of another case",
        National = "national review",
    }
    /// The time limits in law, whose delay can be explained.
    StatutoryClock {
        Notification = "notification",
        RapidReview = "rapid review",
        Lcspr = "LCSPR",
        Copies = "copies before publication",
        Online = "online for at least a year",
    }
}

/// A parallel proceeding. Words: `reference`, `who` (the contact).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proceeding {
    /// Its number within the case, from 1.
    pub number: u16,
    /// The kind of proceeding.
    pub kind: ProceedingKind,
    /// When it is expected to end.
    #[serde(default)]
    pub expected_end: When,
}

/// News of a proceeding, or something disclosed to it. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProceedingNews {
    /// The number of the proceeding.
    pub number: u16,
    /// Whether this is a disclosure.
    #[serde(default)]
    pub disclosure: bool,
}

/// A proceeding came to an end. Words: `outcome`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProceedingEnd {
    /// The number of the proceeding.
    pub number: u16,
}

/// Another review of the same events is linked. Words: `reference`, `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkedReview {
    /// The kind of review.
    pub kind: LinkedReviewKind,
    /// The case here, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
}

/// Why a time limit is or will be missed. The first due date stays. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delay {
    /// The time limit that is late.
    pub clock: StatutoryClock,
    /// When it will be met.
    #[serde(default)]
    pub expected: When,
    /// When the Panel was told.
    #[serde(default)]
    pub panel_told: When,
    /// When the Secretary of State was told.
    #[serde(default)]
    pub secretary_of_state_told: When,
}
