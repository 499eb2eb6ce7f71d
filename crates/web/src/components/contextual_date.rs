//! A date with what it means.

use askama::Template;

use super::Urgency;

/// A date in bold, how it stands under it, and an edge that repeats it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/contextual_date.html")]
#[must_use]
pub struct ContextualDate {
    date: String,
    note: String,
    urgency: Urgency,
    datetime: Option<String>,
}

impl ContextualDate {
    /// "Friday 27 March" and "1 working day left".
    pub fn new(date: impl Into<String>, note: impl Into<String>, urgency: Urgency) -> Self {
        Self { date: date.into(), note: note.into(), urgency, datetime: None }
    }

    /// The same date for machines: `2026-03-27`.
    pub fn datetime(mut self, iso: impl Into<String>) -> Self {
        self.datetime = Some(iso.into());
        self
    }
}

/// Dates below each other, as the other deadlines of a case.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/date_list.html")]
#[must_use]
pub struct DateList {
    dates: Vec<ContextualDate>,
}

impl DateList {
    /// A list without dates.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a date below the others.
    pub fn date(mut self, date: ContextualDate) -> Self {
        self.dates.push(date);
        self
    }
}
