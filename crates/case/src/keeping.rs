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
    /// In what capacity somebody is on the named list of a case.
    AccessAs {
        BusinessUnit = "business unit",
        Partner = "statutory partner",
        PanelLiaison = "Panel liaison officer",
        Contributor = "agency contributor",
        Reviewer = "independent reviewer",
    }
}

impl AccessAs {
    /// The capacity in which a role puts somebody on a list; `None` for roles that see no case.
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

/// A note is added to the history. Words: `text`.
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
    /// The person who is put on the list.
    pub person: PersonId,
    /// In what capacity they are on it.
    pub as_role: AccessAs,
}

/// Somebody is taken off the named list of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessEnd {
    /// The person who is taken off.
    pub person: PersonId,
}

/// Somebody leads the case from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// The person who leads it.
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
    /// The numbers of the entries whose words go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<u32>,
}

/// The name and date of birth of a person are to be erased for good. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonErasure {
    /// The person whose identity goes.
    pub person: PersonId,
}
