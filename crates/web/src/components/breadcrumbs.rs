//! Where a page is among the pages above it.

use askama::Template;

/// Links to the pages above, outermost first.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/breadcrumbs.html")]
#[must_use]
pub struct Breadcrumbs {
    crumbs: Vec<(String, String)>,
}

impl Breadcrumbs {
    /// A trail without pages, to which [`crumb`](Self::crumb) adds.
    pub fn new() -> Self {
        Self::default()
    }

    /// The next page on the way down.
    pub fn crumb(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push((text.into(), href.into()));
        self
    }
}
