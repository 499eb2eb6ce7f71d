//! What agencies are asked for a rapid review, and what they return.

mod check;
mod standing;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::OrganisationId;
use crate::terms::codes;

pub(crate) use check::check;
pub use standing::{Request, Standing};

codes! {
    /// What an agency found in its records.
    Holds {
        /// Information held.
        Information = "information held",
        /// Nothing held.
        Nothing = "nothing held",
    }
}

/// An agency is asked for a summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyRequest {
    /// The agency.
    pub agency: OrganisationId,
    /// When the summary is wanted.
    pub due: NaiveDate,
    /// Whether a chronology is wanted too.
    #[serde(default)]
    pub chronology: bool,
}

/// An agency says at once how it stands, before it returns anything. Words: `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// The agency.
    pub agency: OrganisationId,
    /// Whether it is still looking; otherwise it holds information, and the summary follows.
    #[serde(default)]
    pub checking: bool,
}

/// An agency answered. Words: `summary`, `learning`, `decided_by` (who signed it off).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyReturn {
    /// The agency.
    pub agency: OrganisationId,
    /// Whether it holds anything: a nil return is a positive fact.
    pub holds: Holds,
    /// Whether a chronology came with it.
    #[serde(default)]
    pub chronology: bool,
}

/// Something about one agency’s request. Words as the step needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyConcerned {
    /// The agency.
    pub agency: OrganisationId,
}

/// A return is open again until a new date. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnReopened {
    /// The agency.
    pub agency: OrganisationId,
    /// When the return is wanted now.
    pub due: NaiveDate,
}
