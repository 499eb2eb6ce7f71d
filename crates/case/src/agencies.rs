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
        Information = "information held",
        Nothing = "nothing held",
    }
}

/// An agency is asked for a summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyRequest {
    /// The agency that is asked.
    pub agency: OrganisationId,
    /// The day by which the summary is wanted.
    pub due: NaiveDate,
    /// Whether a chronology is wanted too.
    #[serde(default)]
    pub chronology: bool,
}

/// An agency says at once how it stands, before it returns anything. Words: `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// The agency that answers.
    pub agency: OrganisationId,
    /// Whether it is still looking; otherwise it holds information, and the summary follows.
    #[serde(default)]
    pub checking: bool,
}

/// An agency answered. Words: `summary`, `learning`, `decided_by` (who signed it off).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyReturn {
    /// The agency that answers.
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
    /// The agency whose request it is.
    pub agency: OrganisationId,
}

/// A return is open again until a new date. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnReopened {
    /// The agency whose return it is.
    pub agency: OrganisationId,
    /// The day by which the return is wanted now.
    pub due: NaiveDate,
}
