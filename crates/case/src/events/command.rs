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
    /// What is to be recorded.
    #[serde(rename = "do")]
    pub step: Step,
    /// What the person wrote.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub words: Words,
}
