//! Choosing one of up to 15.

use askama::Template;

use super::{Choice, Field, field_builders};

/// A list to choose one from, when radios would be too many.
#[derive(Clone, Debug, Template)]
#[template(path = "components/select.html")]
#[must_use]
pub struct Select {
    field: Field,
    items: Vec<Choice>,
}

field_builders!(Select);

impl Select {
    /// A list without items yet.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { field: Field::new(name, label), items: Vec::new() }
    }

    /// One more item; its hint is not shown.
    pub fn item(mut self, choice: Choice) -> Self {
        self.items.push(choice);
        self
    }
}
