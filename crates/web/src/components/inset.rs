//! A sentence set apart from the text around it.

use askama::Template;

/// A text with an edge, perhaps ending in links.
#[derive(Clone, Debug, Template)]
#[template(path = "components/inset.html")]
#[must_use]
pub struct Inset {
    text: String,
    links: Vec<(String, String)>,
}

impl Inset {
    /// An inset with one or two sentences.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), links: Vec::new() }
    }

    /// A link after the text; one more after that.
    pub fn link(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.links.push((text.into(), href.into()));
        self
    }
}
