//! What only some people need to read.

use askama::{Template, filters::HtmlSafe};

use super::Html;

/// A line that opens to show more.
#[derive(Clone, Debug, Template)]
#[template(path = "components/details.html")]
#[must_use]
pub struct Details {
    summary: String,
    body: Html,
    open: bool,
}

impl Details {
    /// Closed, with parts in it.
    pub fn new(summary: impl Into<String>, body: impl HtmlSafe) -> Self {
        Self { summary: summary.into(), body: Html::of(body), open: false }
    }

    /// Closed, with a plain text in it.
    pub fn text(summary: impl Into<String>, text: &str) -> Self {
        Self { summary: summary.into(), body: Html::text(text), open: false }
    }

    /// Shows the text at once, as on paper.
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }
}
