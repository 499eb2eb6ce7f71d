//! Keeping the case: notes, who may see it, corrections and erasure.

mod builds_on;
mod check;
mod correction;

use serde::{Deserialize, Serialize};

use crate::terms::codes;
use crate::{PersonId, Role};

pub use crate::events::{Corrected, Correction};
pub(crate) use check::check;
pub use correction::{is_correctable, is_dispensable};

codes! {
    /// As what somebody is on the named list of a case.
    AccessAs {
        /// Business unit.
        BusinessUnit = "business unit",
        /// Statutory partner.
        Partner = "statutory partner",
        /// Panel liaison officer.
        PanelLiaison = "Panel liaison officer",
        /// Agency contributor.
        Contributor = "agency contributor",
        /// Independent reviewer.
        Reviewer = "independent reviewer",
    }
}

impl AccessAs {
    /// What a role makes somebody in a case; nothing for those who see no case.
    pub fn of(role: Role) -> Option<Self> {
        match role {
            Role::BusinessUnit | Role::BusinessUnitManager => Some(Self::BusinessUnit),
            Role::Council | Role::Icb | Role::Police => Some(Self::Partner),
            Role::PanelLiaison => Some(Self::PanelLiaison),
            Role::Contributor => Some(Self::Contributor),
            Role::Reviewer => Some(Self::Reviewer),
            Role::Administrator | Role::Operator => None,
        }
    }
}

/// A note. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Whether only the business unit may read it.
    #[serde(default)]
    pub restricted: bool,
}

/// Whether a note is for the business unit alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restricted(pub bool);

/// Somebody is put on the named list of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub as_role: AccessAs,
}

/// Somebody is taken off the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessEnd {
    /// Who.
    pub person: PersonId,
}

/// Somebody leads the case from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// Who.
    pub person: PersonId,
}

/// An entry should not have been recorded at all. The word `correction` says why it is struck out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrikeOut {
    /// The number of the entry that was wrong.
    pub entry: u32,
}

/// Words of entries are to be erased for good. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erasure {
    /// The numbers of the entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<u32>,
}

/// The name and date of birth of a person are to be erased for good. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonErasure {
    /// Who.
    pub person: PersonId,
}
