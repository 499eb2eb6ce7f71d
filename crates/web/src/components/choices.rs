//! Choosing one, or any number, of a few.

use askama::Template;

use super::{Field, field_builders};

/// One answer that is offered.
#[derive(Clone, Debug)]
#[must_use]
pub struct Choice {
    pub(crate) id: String,
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) chosen: bool,
}

impl Choice {
    /// A choice that is not chosen.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { id: String::new(), value: value.into(), label: label.into(), hint: None, chosen: false }
    }

    /// One sentence under the choice, without a full stop.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Whether it is chosen when the page opens.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }
}

/// A choice, or the word that sets the last one apart.
#[derive(Clone, Debug)]
enum Line {
    Choice(Choice),
    Divider(String),
}

/// The choices in their order. The first has the field's own id, so that an error's link finds it.
#[derive(Clone, Debug, Default)]
struct Lines(Vec<Line>);

impl Lines {
    fn add(&mut self, name: &str, mut choice: Choice) {
        let earlier = self.0.iter().filter(|line| matches!(line, Line::Choice(_))).count();
        choice.id = if earlier == 0 { name.to_owned() } else { format!("{name}-{}", earlier + 1) };
        self.0.push(Line::Choice(choice));
    }
}

/// Choose one. Never reveals another question: that is asked on the next page.
#[derive(Clone, Debug, Template)]
#[template(path = "components/radios.html")]
#[must_use]
pub struct Radios {
    field: Field,
    lines: Lines,
    inline: bool,
    small: bool,
}

/// Checkboxes, of which any number can be chosen.
#[derive(Clone, Debug, Template)]
#[template(path = "components/checkboxes.html")]
#[must_use]
pub struct Checkboxes {
    field: Field,
    lines: Lines,
    inline: bool,
    small: bool,
}

macro_rules! choice_builders {
    ($part:ty) => {
        field_builders!($part);

        impl $part {
            /// A group with this legend and no choices yet.
            pub fn new(name: impl Into<String>, legend: impl Into<String>) -> Self {
                let (lines, inline, small) = (Lines::default(), false, false);
                Self { field: Field::new(name, legend), lines, inline, small }
            }

            /// Adds a choice below the others.
            pub fn item(mut self, choice: Choice) -> Self {
                self.lines.add(&self.field.name, choice);
                self
            }

            /// A word between choices, usually "or".
            pub fn divider(mut self, word: impl Into<String>) -> Self {
                self.lines.0.push(Line::Divider(word.into()));
                self
            }

            /// Beside each other, for two short choices.
            pub fn inline(mut self) -> Self {
                self.inline = true;
                self
            }

            /// Smaller boxes, for filters and long lists.
            pub fn small(mut self) -> Self {
                self.small = true;
                self
            }
        }
    };
}

choice_builders!(Radios);
choice_builders!(Checkboxes);
