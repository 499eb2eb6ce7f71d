//! The way to the pages before and after.

use askama::Template;

/// Links to the previous and the next page, each saying what is there.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/pagination.html")]
#[must_use]
pub struct Pagination {
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
}

impl Pagination {
    /// Without links; then nothing is shown.
    pub fn new() -> Self {
        Self::default()
    }

    /// The page before, and what is on it: "1 of 4".
    pub fn previous(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.previous = Some((href.into(), label.into()));
        self
    }

    /// The page after, and what is on it.
    pub fn next(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.next = Some((href.into(), label.into()));
        self
    }
}
