//! The pages of one case, or the views of one list.

use askama::Template;

#[derive(Clone, Debug)]
struct Item {
    text: String,
    about: Option<String>,
    href: String,
    current: bool,
}

/// Links beside each other; the current one is bold, underlined, and named as current.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/sub_navigation.html")]
#[must_use]
pub struct SubNavigation {
    label: String,
    items: Vec<Item>,
}

impl SubNavigation {
    /// The label tells this navigation from the others of the page: "Case 2026-014".
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), items: Vec::new() }
    }

    /// Whether there are no pages, as on paper.
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Adds a page after the others.
    pub fn item(mut self, text: impl Into<String>, href: impl Into<String>, current: bool) -> Self {
        self.items.push(Item { text: text.into(), about: None, href: href.into(), current });
        self
    }

    /// What the last page is about, for those who hear its name among others of the same name.
    pub(crate) fn about(mut self, about: impl Into<String>) -> Self {
        if let Some(last) = self.items.last_mut() {
            last.about = Some(about.into());
        }
        self
    }
}
