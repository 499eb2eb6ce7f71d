//! Dates for tests, written as people write them.

use calendar::NaiveDate;

/// Reads a date such as "11 Mar 2024".
pub(crate) fn date(words: &str) -> NaiveDate {
    NaiveDate::parse_from_str(words, "%d %b %Y").expect("a date such as \"11 Mar 2024\"")
}
