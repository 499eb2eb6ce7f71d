//! What happens if this is got wrong.

use askama::Template;

/// A warning in bold with an exclamation mark beside it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/warning_text.html")]
#[must_use]
pub struct WarningText {
    text: String,
}

impl WarningText {
    /// A warning of one sentence.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}
