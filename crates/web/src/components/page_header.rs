//! The heading of a page, with what can be done there.

use askama::Template;

use super::ButtonLink;

/// A heading, perhaps with a caption above it and buttons beside it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/page_header.html")]
#[must_use]
pub struct PageHeader {
    title: String,
    caption: Option<String>,
    actions: Vec<ButtonLink>,
    size: &'static str,
}

impl PageHeader {
    /// The `h1` of an ordinary page.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), caption: None, actions: Vec::new(), size: "l" }
    }

    /// The larger heading of a person's first page or a public page.
    pub fn large(mut self) -> Self {
        self.size = "xl";
        self
    }

    /// A line above: the date, or the case.
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// A button beside the heading. One of them is green.
    pub fn action(mut self, action: ButtonLink) -> Self {
        self.actions.push(action);
        self
    }
}
