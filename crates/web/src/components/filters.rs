//! What narrows a list.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Html;

/// A filter in use, and the address of the list without it.
#[derive(Clone, Debug)]
struct Chosen {
    text: String,
    without: String,
}

/// The filters in use, each a link that removes it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/chosen_filters.html")]
#[must_use]
pub struct ChosenFilters {
    chosen: Vec<Chosen>,
    clear: Option<String>,
}

/// A form beside a list. Its whole state is in the address. On a phone the groups are folded away.
#[derive(Clone, Debug, Template)]
#[template(path = "components/filters.html")]
#[must_use]
pub struct Filters {
    action: String,
    hidden: Vec<(String, String)>,
    text: Html,
    groups: Html,
    chosen: Vec<Chosen>,
    clear: Option<String>,
}

impl Filters {
    /// For the list at this address.
    pub fn new(action: impl Into<String>) -> Self {
        Self {
            action: action.into(),
            hidden: Vec::new(),
            text: Html::default(),
            groups: Html::default(),
            chosen: Vec::new(),
            clear: None,
        }
    }

    /// A part of the address that stays as it is, such as the order of the list.
    pub fn hidden(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }

    /// Adds a group of choices below the others.
    pub fn group(mut self, group: impl HtmlSafe) -> Self {
        self.groups = self.groups.then(group);
        self
    }

    /// Words to look for, above the groups and never folded away.
    pub fn text(mut self, text: impl HtmlSafe) -> Self {
        self.text = self.text.then(text);
        self
    }

    /// A filter in use, and the address of the list without it.
    pub fn chosen(mut self, text: impl Into<String>, without: impl Into<String>) -> Self {
        self.chosen.push(Chosen { text: text.into(), without: without.into() });
        self
    }

    /// The address of the list with no filter.
    pub fn clear(mut self, href: impl Into<String>) -> Self {
        self.clear = Some(href.into());
        self
    }

    /// The filters in use, to be shown above the list.
    pub fn in_use(&self) -> ChosenFilters {
        ChosenFilters { chosen: self.chosen.clone(), clear: self.clear.clone() }
    }

    fn summary(&self) -> String {
        match self.chosen.len() {
            0 => "Filters".to_owned(),
            count => format!("Filters ({count} in use)"),
        }
    }

    fn press(&self) -> &'static str {
        match (self.text.is_empty(), self.groups.is_empty()) {
            (true, _) => "Apply filters",
            (false, true) => "Search",
            (false, false) => "Search and filter",
        }
    }
}
