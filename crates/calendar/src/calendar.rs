//! The calendar: which days are working days, and how far it knows.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::holidays::{BankHoliday, BankHolidays, Standing};
use crate::table::{Kind, Table};

/// The fewest bank holidays on weekdays in any year: New Year's Day, Good Friday, Easter Monday, early May,
/// spring, summer, Christmas Day and Boxing Day, each with its substitute day when it falls on a weekend
/// (Banking and Financial Dealings Act 1971, schedule 1, with the proclaimed days and the common law holidays).
const FEWEST_IN_A_YEAR: usize = 8;

/// Every day from 1 January of the first year with bank holidays to 31 December of the last one.
///
/// Built once and then only read: each question is a look-up.
#[derive(Clone, Debug)]
pub struct Calendar {
    holidays: BankHolidays,
    pub(crate) table: Table,
}

/// What kind of day a date is. A bank holiday that falls on a weekend changes nothing, so the weekend is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day<'a> {
    /// A Monday to Friday that is not a bank holiday.
    Working,
    /// A Saturday.
    Saturday,
    /// A Sunday.
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

    fn of(date: NaiveDate, holidays: &'a BankHolidays) -> Day<'a> {
        match date.weekday() {
            Weekday::Sat => Day::Saturday,
            Weekday::Sun => Day::Sunday,
            _ => holidays.on(date).map_or(Day::Working, Day::BankHoliday),
        }
    }

    fn kind(self) -> Kind {
        match self {
            Day::Working => Kind::Working,
            Day::BankHoliday(holiday) if holiday.standing == Standing::Projected => Kind::Projected,
            Day::Saturday | Day::Sunday | Day::BankHoliday(_) => Kind::Free,
        }
    }
}

/// A date was needed for which no bank holidays are loaded, so there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideCalendar {
    /// The first day the answer needs that the calendar does not have.
    pub date: NaiveDate,
    /// The calendar's first day.
    pub first: NaiveDate,
    /// The calendar's last day.
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
        "{year} has {found} bank holidays on weekdays, and England and Wales has at least 8 every year: \
         load a bank holiday file with the whole of {year}"
    )]
    Year {
        /// The year that is not whole.
        year: i32,
        /// How many bank holidays on weekdays it has.
        found: usize,
    },
}

impl Calendar {
    /// Builds the calendar for the years these bank holidays cover.
    ///
    /// # Errors
    /// When there are no bank holidays, or a year from the first to the last of them is not whole.
    ///
    /// # Panics
    /// Never: every year a date can have begins on 1 January and ends on 31 December.
    pub fn new(holidays: BankHolidays) -> Result<Calendar, IncompleteHolidays> {
        let (from, to) = whole_years(&holidays)?;
        let first = NaiveDate::from_ymd_opt(from, 1, 1).expect("1 January is in every year");
        let last = NaiveDate::from_ymd_opt(to, 12, 31).expect("31 December is in every year");
        let table = Table::new(first, last, |date| Day::of(date, &holidays).kind());
        Ok(Calendar { holidays, table })
    }

    /// The calendar of the bank holidays that come with the program, 2018 to 2028.
    ///
    /// # Panics
    /// Never: the shipped years are whole, and the tests build this calendar.
    pub fn shipped() -> Calendar {
        Calendar::new(BankHolidays::shipped()).expect("the shipped years are whole")
    }

    /// The bank holidays it was built from.
    pub fn holidays(&self) -> &BankHolidays {
        &self.holidays
    }

    /// The first and the last day it knows; beyond them there are no answers.
    pub fn covers(&self) -> (NaiveDate, NaiveDate) {
        (self.table.first, self.table.last)
    }

    /// What kind of day `date` is.
    ///
    /// # Errors
    /// When the calendar does not cover `date`.
    pub fn day(&self, date: NaiveDate) -> Result<Day<'_>, OutsideCalendar> {
        self.check(date)?;
        Ok(Day::of(date, &self.holidays))
    }

    /// Whether `date` is a working day.
    ///
    /// # Errors
    /// When the calendar does not cover `date`.
    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, OutsideCalendar> {
        self.day(date).map(|day| day == Day::Working)
    }

    pub(crate) fn check(&self, date: NaiveDate) -> Result<(), OutsideCalendar> {
        let (first, last) = self.covers();
        if (first..=last).contains(&date) { Ok(()) } else { Err(self.outside(date)) }
    }

    pub(crate) fn outside(&self, date: NaiveDate) -> OutsideCalendar {
        OutsideCalendar { date, first: self.table.first, last: self.table.last }
    }
}

fn whole_years(holidays: &BankHolidays) -> Result<(i32, i32), IncompleteHolidays> {
    let mut found = BTreeMap::<i32, usize>::new();
    for holiday in holidays.iter() {
        let on_weekday = !matches!(holiday.date.weekday(), Weekday::Sat | Weekday::Sun);
        *found.entry(holiday.date.year()).or_default() += usize::from(on_weekday);
    }
    let (Some((&from, _)), Some((&to, _))) = (found.first_key_value(), found.last_key_value()) else {
        return Err(IncompleteHolidays::Empty);
    };
    for year in from..=to {
        let found = found.get(&year).copied().unwrap_or(0);
        if found < FEWEST_IN_A_YEAR {
            return Err(IncompleteHolidays::Year { year, found });
        }
    }
    Ok((from, to))
}
