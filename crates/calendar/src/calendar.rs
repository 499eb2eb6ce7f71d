//! The calendar: which days are working days, and which days it covers.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::day::Day;
use crate::holidays::BankHolidays;
use crate::limits::{FEWEST_IN_A_YEAR, IncompleteHolidays, OutsideCalendar};
use crate::table::Table;

/// Every day from 1 January of the first year with bank holidays to 31 December of the last one.
///
/// Built once and then only read: each question is a look-up.
#[derive(Clone, Debug)]
pub struct Calendar {
    holidays: BankHolidays,
    pub(crate) table: Table,
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
    ///
    /// Never: the shipped years are whole, and the tests build this calendar.
    pub fn shipped() -> Calendar {
        Calendar::new(BankHolidays::shipped()).expect("the shipped years are whole")
    }

    /// The bank holidays it was built from.
    pub fn holidays(&self) -> &BankHolidays {
        &self.holidays
    }

    /// The first and the last day it covers; beyond them there are no answers.
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
