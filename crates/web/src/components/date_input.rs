//! A date in three fields.

use askama::Template;

use super::{Field, field_builders};

/// Day, month and year. The inputs are `NAME-day`, `NAME-month` and `NAME-year`.
#[derive(Clone, Debug, Template)]
#[template(path = "components/date_input.html")]
#[must_use]
pub struct DateInput {
    field: Field,
    day: String,
    month: String,
    year: String,
}

field_builders!(DateInput);

impl DateInput {
    /// Three empty fields for a date.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { field: Field::new(name, label), day: String::new(), month: String::new(), year: String::new() }
    }

    /// What is in the fields when the page opens, as it was typed.
    pub fn value(
        mut self,
        day: impl Into<String>,
        month: impl Into<String>,
        year: impl Into<String>,
    ) -> Self {
        self.day = day.into();
        self.month = month.into();
        self.year = year.into();
        self
    }

    fn parts(&self) -> [(&'static str, &'static str, u8, &str); 3] {
        [
            ("day", "Day", 2, self.day.as_str()),
            ("month", "Month", 2, self.month.as_str()),
            ("year", "Year", 4, self.year.as_str()),
        ]
    }
}
