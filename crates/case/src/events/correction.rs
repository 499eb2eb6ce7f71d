//! An entry that takes the place of another.

use serde::{Deserialize, Serialize};

use super::{Fact, Step};

/// An entry was wrong, and another takes its place.
///
/// The date and the words of the command are those the entry should have had; the word `correction` says why it is
/// corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The number of the entry that was wrong.
    pub entry: u32,
    /// What should have been recorded.
    pub with: Box<Step>,
}

/// A correction as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    /// The number of the entry that was wrong.
    pub entry: u32,
    /// What should have been recorded; nothing when the entry is struck out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Box<Fact>>,
}
