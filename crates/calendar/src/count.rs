//! Counting: the plain answers, each a look-up.

use chrono::{Days, Months, NaiveDate};
use serde::Serialize;

use crate::calendar::Calendar;
use crate::limits::OutsideCalendar;

/// The date a count arrives at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The date; as a deadline, the whole of it in London.
    pub date: NaiveDate,
    /// Whether the count passed over a bank holiday that is only projected, so that the date may still move.
    pub provisional: bool,
}

impl Due {
    fn firm(date: NaiveDate) -> Due {
        Due { date, provisional: false }
    }
}

impl Calendar {
    /// The `n`th working day after `from`, which is day 0; `from` itself when `n` is 0.
    ///
    /// # Errors
    /// When the calendar does not cover `from` or ends before the `n`th working day.
    pub fn working_days_after(&self, from: NaiveDate, n: u32) -> Result<Due, OutsideCalendar> {
        let start = self.table.through(from).ok_or_else(|| self.outside(from))?;
        let Some(more) = n.checked_sub(1) else { return Ok(Due::firm(from)) };
        let due =
            self.table.working_day(start.working.saturating_add(more)).ok_or_else(|| self.past_the_end())?;
        Ok(Due { date: due.date, provisional: due.projected_before > start.projected })
    }

    /// The `n`th working day before `from`, which is day 0; `from` itself when `n` is 0.
    ///
    /// # Errors
    /// When the calendar does not cover `from` or begins after the `n`th working day before it.
    pub fn working_days_before(&self, from: NaiveDate, n: u32) -> Result<Due, OutsideCalendar> {
        let start = self.table.before(from).ok_or_else(|| self.outside(from))?;
        if n == 0 {
            return Ok(Due::firm(from));
        }
        let due = start
            .working
            .checked_sub(n)
            .and_then(|earlier| self.table.working_day(earlier))
            .ok_or_else(|| self.ahead_of_the_start())?;
        Ok(Due { date: due.date, provisional: start.projected > due.projected_before })
    }

    /// The same day of the month `n` calendar months after `from`, or that month's last day if it is shorter.
    ///
    /// Never provisional: months pass over no bank holiday.
    ///
    /// # Errors
    /// When the calendar does not cover `from` or the date arrived at.
    pub fn months_after(&self, from: NaiveDate, n: u32) -> Result<Due, OutsideCalendar> {
        self.check(from)?;
        let date = from.checked_add_months(Months::new(n)).ok_or_else(|| self.past_the_end())?;
        self.check(date)?;
        Ok(Due::firm(date))
    }

    /// How many working days lie after `from`, up to and including `to`; negative when `to` is before `from`.
    ///
    /// # Errors
    /// When the calendar does not cover both dates.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> Result<i64, OutsideCalendar> {
        let through = |date| self.table.through(date).ok_or_else(|| self.outside(date));
        Ok(i64::from(through(to)?.working) - i64::from(through(from)?.working))
    }

    /// `date` itself when it is a working day, otherwise the working day before it.
    ///
    /// # Errors
    /// When the calendar does not cover `date` or holds no working day up to it.
    pub fn last_working_day_on_or_before(&self, date: NaiveDate) -> Result<NaiveDate, OutsideCalendar> {
        let through = self.table.through(date).ok_or_else(|| self.outside(date))?;
        let last = through.working.checked_sub(1).and_then(|earlier| self.table.working_day(earlier));
        last.map(|day| day.date).ok_or_else(|| self.ahead_of_the_start())
    }

    /// `date` itself when it is a working day, otherwise the working day after it.
    ///
    /// # Errors
    /// When the calendar does not cover the days up to it.
    pub fn first_working_day_on_or_after(&self, date: NaiveDate) -> Result<NaiveDate, OutsideCalendar> {
        if self.is_working_day(date)? { Ok(date) } else { Ok(self.working_days_after(date, 1)?.date) }
    }

    fn past_the_end(&self) -> OutsideCalendar {
        let last = self.table.last;
        self.outside(last.checked_add_days(Days::new(1)).unwrap_or(last))
    }

    fn ahead_of_the_start(&self) -> OutsideCalendar {
        let first = self.table.first;
        self.outside(first.checked_sub_days(Days::new(1)).unwrap_or(first))
    }
}
