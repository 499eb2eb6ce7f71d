//! The way back from a question.

use askama::Template;

/// A link above the question, saying where it leads.
#[derive(Clone, Debug, Template)]
#[template(path = "components/back_link.html")]
#[must_use]
pub struct BackLink {
    text: String,
    href: String,
}

impl BackLink {
    /// "Back", or "Back to case 2026-014".
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }
}
