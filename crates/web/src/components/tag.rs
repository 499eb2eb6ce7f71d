//! A status in one or two words.

use askama::Template;

/// A tag's colour. Two tags never differ by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to do about it.
    #[default]
    Grey,
    /// For what is new or has not begun.
    Blue,
    /// For what went well or is public.
    Green,
    /// For what is under way.
    Yellow,
    /// For what needs somebody to act.
    Red,
}

/// A status in a word or two.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tag.html")]
#[must_use]
pub struct Tag {
    text: String,
    tone: Tone,
}

impl Tag {
    /// A tag without colour.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Grey }
    }

    /// The same tag in another colour.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    fn colour(&self) -> &'static str {
        match self.tone {
            Tone::Grey => "grey",
            Tone::Blue => "blue",
            Tone::Green => "green",
            Tone::Yellow => "yellow",
            Tone::Red => "red",
        }
    }
}
