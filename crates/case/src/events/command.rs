//! What a person asks to record.

use serde::{Deserialize, Serialize};

use super::Step;
use crate::{When, Words};

/// A step a person asks to record, with the day it happened and what they wrote.
///
/// In JSON: `{"on": "2026-03-10", "do": {"notify": {}}, "words": {"reference": "…"}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Command {
    /// When it happened, which may be long before it is recorded.
    pub on: When,
    /// What the person asks to record.
    #[serde(rename = "do")]
    pub step: Step,
    /// What the person wrote about it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub words: Words,
}
