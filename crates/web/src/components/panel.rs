//! The end of a visitor's journey.

use askama::Template;

/// Says that it is done. The title is the page's heading; the body may be empty.
#[derive(Clone, Debug, Template)]
#[template(path = "components/panel.html")]
#[must_use]
pub struct Panel {
    title: String,
    body: String,
}

impl Panel {
    /// What was done, and what that means.
    pub fn new(title: impl Into<String>, body: impl Into<String>) -> Self {
        Self { title: title.into(), body: body.into() }
    }
}
