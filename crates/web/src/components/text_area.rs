//! Several lines of text.

use askama::Template;

use super::{Field, field_builders};

/// A box for several lines.
#[derive(Clone, Debug, Template)]
#[template(path = "components/text_area.html")]
#[must_use]
pub struct TextArea {
    field: Field,
    value: String,
    rows: u8,
    limit: Option<u32>,
}

field_builders!(TextArea);

impl TextArea {
    /// A box of 5 rows.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { field: Field::new(name, label), value: String::new(), rows: 5, limit: None }
    }

    /// What is in the box when the page opens.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// As many rows as an answer of the expected length needs.
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// The most characters that are kept, counted for the person who writes. Only where the limit is real.
    pub fn limit(mut self, characters: u32) -> Self {
        self.limit = Some(characters);
        self
    }
}
