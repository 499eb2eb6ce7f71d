//! The days a calendar covers, and its errors beyond them.

use chrono::NaiveDate;

/// The fewest bank holidays on weekdays in any year: New Year's Day, Good Friday, Easter Monday, early May,
/// spring, summer, Christmas Day and Boxing Day, each with its substitute day when it falls on a weekend.
/// Every year of the published file has them.
pub(crate) const FEWEST_IN_A_YEAR: usize = 8;

/// A date was needed for which no bank holidays are loaded, so there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideCalendar {
    /// The first day the answer needs that the calendar does not have.
    pub date: NaiveDate,
    /// The first day that the calendar covers.
    pub first: NaiveDate,
    /// The last day that the calendar covers.
    pub last: NaiveDate,
}

impl std::fmt::Display for OutsideCalendar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = |date: NaiveDate| date.format("%-d %B %Y");
        if self.date > self.last {
            let (last, date) = (words(self.last), words(self.date));
            write!(
                f,
                "the bank holiday data ends on {last} and {date} is needed: load a newer bank holiday file"
            )
        } else {
            let (first, date) = (words(self.first), words(self.date));
            write!(
                f,
                "the bank holiday data begins on {first} and {date} is needed: \
                 load a bank holiday file that goes back further"
            )
        }
    }
}

impl std::error::Error for OutsideCalendar {}

/// Bank holidays that cannot make a calendar, because a year of them is not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IncompleteHolidays {
    /// There are none at all.
    #[error("there are no bank holidays to make a calendar from: load a bank holiday file")]
    Empty,
    /// A year has too few: some are missing, and every date counted across them would be too early.
    #[error(
        "too few bank holidays on weekdays in {year}: {found}, and England and Wales has at least \
         {FEWEST_IN_A_YEAR} every year; load a bank holiday file with the whole of {year}"
    )]
    Year {
        /// The year that is not whole.
        year: i32,
        /// How many bank holidays on weekdays it has.
        found: usize,
    },
}
