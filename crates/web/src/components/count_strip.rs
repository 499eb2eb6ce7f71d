//! How much is due, in four numbers.

use askama::Template;

use super::Urgency;

#[derive(Clone, Debug)]
struct Count {
    number: usize,
    text: String,
    href: String,
    urgency: Urgency,
}

/// Numbers beside each other, each a link to what it counts.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/count_strip.html")]
#[must_use]
pub struct CountStrip {
    counts: Vec<Count>,
}

impl CountStrip {
    /// A strip without counts.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many, of what, and where they are. Nothing to go to when there are none.
    pub fn count(
        mut self,
        number: usize,
        text: impl Into<String>,
        href: impl Into<String>,
        urgency: Urgency,
    ) -> Self {
        self.counts.push(Count { number, text: text.into(), href: href.into(), urgency });
        self
    }
}
