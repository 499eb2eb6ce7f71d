//! Two versions of a text beside each other.

use askama::{Template, filters::HtmlSafe};

use super::Html;

#[derive(Clone, Debug)]
struct Side {
    title: String,
    by: String,
    body: Html,
}

/// Panels of equal width: what the case says, and what a person wrote.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/compare.html")]
#[must_use]
pub struct Compare {
    sides: Vec<Side>,
}

impl Compare {
    /// A comparison without rows.
    pub fn new() -> Self {
        Self::default()
    }

    /// One version: "What you wrote", "By you at 10:42am", and the text with its changes underlined.
    pub fn side(mut self, title: impl Into<String>, by: impl Into<String>, body: impl HtmlSafe) -> Self {
        self.sides.push(Side { title: title.into(), by: by.into(), body: Html::of(body) });
        self
    }
}
