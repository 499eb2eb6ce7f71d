//! A line of text.

use askama::Template;

use super::{Field, field_builders};

/// One line to type in.
#[derive(Clone, Debug, Template)]
#[template(path = "components/text_input.html")]
#[must_use]
pub struct TextInput {
    field: Field,
    value: String,
    kind: &'static str,
    width: Option<u8>,
    numeric: bool,
    autocomplete: Option<&'static str>,
}

field_builders!(TextInput);

impl TextInput {
    /// A line of text of any length.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            field: Field::new(name, label),
            value: String::new(),
            kind: "text",
            width: None,
            numeric: false,
            autocomplete: None,
        }
    }

    /// What is in the box when the page opens.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// As wide as this many characters: 2, 3, 4, 5, 10, 20 or 30.
    pub fn width(mut self, characters: u8) -> Self {
        self.width = Some(characters);
        self
    }

    /// An email address, with the keyboard for it.
    pub fn email(mut self) -> Self {
        self.kind = "email";
        self
    }

    /// An input for words to look for.
    pub fn search(mut self) -> Self {
        self.kind = "search";
        self
    }

    /// Digits, with the keyboard for them.
    pub fn inputmode_numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    /// What the browser may fill in, as HTML names it.
    pub fn autocomplete(mut self, purpose: &'static str) -> Self {
        self.autocomplete = Some(purpose);
        self
    }
}
