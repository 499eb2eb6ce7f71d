//! What kind of day a date is.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::holidays::{BankHoliday, BankHolidays, Standing};
use crate::table::Kind;

/// What kind of day a date is.
///
/// A bank holiday that falls on a weekend changes no count, so such a day is called by the weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day<'a> {
    /// A Monday to Friday that is not a bank holiday.
    Working,
    /// A Saturday, be it a bank holiday or not.
    Saturday,
    /// A Sunday, be it a bank holiday or not.
    Sunday,
    /// A Monday to Friday that is a bank holiday.
    BankHoliday(&'a BankHoliday),
}

impl<'a> Day<'a> {
    /// Why the day is not counted, such as "Saturday" or "Good Friday"; `None` for a working day.
    pub fn why_skipped(self) -> Option<&'a str> {
        match self {
            Day::Working => None,
            Day::Saturday => Some("Saturday"),
            Day::Sunday => Some("Sunday"),
            Day::BankHoliday(holiday) => Some(&holiday.title),
        }
    }

    pub(crate) fn of(date: NaiveDate, holidays: &'a BankHolidays) -> Day<'a> {
        match date.weekday() {
            Weekday::Sat => Day::Saturday,
            Weekday::Sun => Day::Sunday,
            _ => holidays.on(date).map_or(Day::Working, Day::BankHoliday),
        }
    }

    pub(crate) fn kind(self) -> Kind {
        match self {
            Day::Working => Kind::Working,
            Day::BankHoliday(holiday) if holiday.standing == Standing::Projected => Kind::Projected,
            Day::Saturday | Day::Sunday | Day::BankHoliday(_) => Kind::Free,
        }
    }
}
