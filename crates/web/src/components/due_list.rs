//! What is due, in date order.

use askama::Template;

use super::ContextualDate;

/// A line of facts, perhaps ending in bold.
#[derive(Clone, Debug)]
struct Line {
    text: String,
    strong: Option<String>,
}

/// One thing to do by a date.
#[derive(Clone, Debug)]
#[must_use]
pub struct DueItem {
    date: ContextualDate,
    title: String,
    href: String,
    about: Option<String>,
    lines: Vec<Line>,
}

impl DueItem {
    /// The date, and a link that starts with a verb.
    pub fn new(date: ContextualDate, title: impl Into<String>, href: impl Into<String>) -> Self {
        Self { date, title: title.into(), href: href.into(), about: None, lines: Vec::new() }
    }

    /// What tells the link from others of the same words, for those who hear it alone.
    pub fn about(mut self, hidden: impl Into<String>) -> Self {
        self.about = Some(hidden.into());
        self
    }

    /// A line of facts under the link: "2026-014 · Partner decisions".
    pub fn line(mut self, text: impl Into<String>) -> Self {
        self.lines.push(Line { text: text.into(), strong: None });
        self
    }

    /// A line of facts that ends in bold: "2026-014 · Rapid review" and "Statutory deadline".
    pub fn strong_line(mut self, text: impl Into<String>, strong: impl Into<String>) -> Self {
        self.lines.push(Line { text: text.into(), strong: Some(strong.into()) });
        self
    }
}

/// The things of one group, such as "Overdue".
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/due_list.html")]
#[must_use]
pub struct DueList {
    items: Vec<DueItem>,
}

impl DueList {
    /// A list in which nothing is due.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an item below the others.
    pub fn item(mut self, item: DueItem) -> Self {
        self.items.push(item);
        self
    }
}
