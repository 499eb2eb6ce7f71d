//! What has just happened, or what everybody should know, at the top of a page.

use askama::Template;

/// A banner above the content. One at a time.
#[derive(Clone, Debug, Template)]
#[template(path = "components/banner.html")]
#[must_use]
pub struct Banner {
    success: bool,
    title: String,
    text: String,
    link: Option<(String, String)>,
}

impl Banner {
    /// Something was done. The text may be empty.
    pub fn success(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { success: true, title: title.into(), text: text.into(), link: None }
    }

    /// Something to know. The text may be empty.
    pub fn important(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { success: false, ..Self::success(title, text) }
    }

    /// Where to go from here.
    pub fn link(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.link = Some((text.into(), href.into()));
        self
    }
}
