//! The clock of a case that ends first.

use askama::{Template, filters::HtmlSafe};

use super::{Details, Html};

/// One box of the strip: a working day, or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// A day or month that has passed.
    Used,
    /// The day or month of today.
    Today,
    /// A day or month that is left.
    Left,
}

/// How wide the strip is drawn, in its own units; the browser scales it to the box.
const STRIP: usize = 660;

/// What is due, how long is left, and how that was worked out.
#[derive(Clone, Debug, Template)]
#[template(path = "components/clock_box.html")]
#[must_use]
pub struct ClockBox {
    what: String,
    big: String,
    due: Option<(&'static str, String)>,
    strip: Vec<Day>,
    sentence: String,
    working: Option<Details>,
    more: Option<Html>,
}

impl ClockBox {
    /// "Rapid review to the National Panel" and "3 working days left".
    pub fn new(what: impl Into<String>, big: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            big: big.into(),
            due: None,
            strip: Vec::new(),
            sentence: String::new(),
            working: None,
            more: None,
        }
    }

    /// The date with its weekday, and what it is: "Due".
    pub fn due(mut self, by: &'static str, date: impl Into<String>) -> Self {
        self.due = Some((by, date.into()));
        self
    }

    /// A box for each working day or month. It only draws what the sentence says.
    pub fn strip(mut self, days: Vec<Day>) -> Self {
        self.strip = days;
        self
    }

    /// The same in words, with what the clock counts from.
    pub fn sentence(mut self, sentence: impl Into<String>) -> Self {
        self.sentence = sentence.into();
        self
    }

    /// What "How this date was worked out" opens to.
    pub fn working(mut self, working: impl HtmlSafe) -> Self {
        self.working = Some(Details::new("How this date was worked out", working));
        self
    }

    /// With the working open, as on paper.
    pub fn opened(mut self) -> Self {
        self.working = self.working.map(Details::open);
        self
    }

    /// Parts after everything else in the box.
    pub fn more(mut self, more: impl HtmlSafe) -> Self {
        self.more = Some(Html::of(more));
        self
    }

    /// Where each box of the strip starts, how wide it is, and how it is filled.
    fn boxes(&self) -> impl Iterator<Item = (usize, usize, Day)> {
        let pitch = STRIP / self.strip.len().max(1);
        self.strip
            .iter()
            .enumerate()
            .map(move |(nth, day)| (nth * pitch + 1, pitch.saturating_sub(4).max(2), *day))
    }
}
