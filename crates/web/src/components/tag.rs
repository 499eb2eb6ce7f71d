//! A status in one or two words.

use askama::Template;

/// A tag's colour. Two tags never differ by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to do about it.
    #[default]
    Grey,
    /// New, or not begun.
    Blue,
    /// Good, or in public.
    Green,
    /// Under way.
    Yellow,
    /// Needs somebody.
    Red,
}

/// A short status.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tag.html")]
#[must_use]
pub struct Tag {
    text: String,
    tone: Tone,
}

impl Tag {
    /// A grey tag.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Grey }
    }

    /// In another colour.
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
