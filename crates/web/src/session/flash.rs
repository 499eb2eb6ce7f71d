//! What the next page is to say, once.

use serde::{Deserialize, Serialize};

/// A message that is shown once, on the next page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// What happened, in one sentence.
    pub happened: String,
    /// What is next, perhaps with a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl Flash {
    /// What happened, in one sentence.
    pub fn new(happened: impl Into<String>) -> Self {
        Self { happened: happened.into(), next: None }
    }

    /// And what is next, where something is.
    #[must_use]
    pub fn next(self, next: impl Into<Option<String>>) -> Self {
        Self { next: next.into(), ..self }
    }

    /// As the session keeps it.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The message that a session kept.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
