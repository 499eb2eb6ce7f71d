//! Running totals over every day of a calendar, so that a count is a look-up and not a walk.

use chrono::{Datelike, NaiveDate};

/// What lies before a day, in numbers of days.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// How many working days lie before it.
    pub(crate) working: u32,
    /// How many projected bank holidays that would otherwise have been working days lie before it.
    pub(crate) projected: u32,
}

/// A working day and the projected bank holidays that lie before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WorkingDay {
    pub(crate) date: NaiveDate,
    pub(crate) projected_before: u32,
}

/// What a day is to a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Working,
    Projected,
    Free,
}

/// Running totals from the first day to the last.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    first_day_number: i32,
    /// One for each day, and one more for the day after the last.
    before: Vec<Tally>,
    working_days: Vec<WorkingDay>,
}

impl Table {
    pub(crate) fn new(first: NaiveDate, last: NaiveDate, kind: impl Fn(NaiveDate) -> Kind) -> Table {
        let mut total = Tally::default();
        let mut before = vec![total];
        let mut working_days = Vec::new();
        for date in first.iter_days().take_while(|date| *date <= last) {
            match kind(date) {
                Kind::Working => {
                    working_days.push(WorkingDay { date, projected_before: total.projected });
                    total.working += 1;
                }
                Kind::Projected => total.projected += 1,
                Kind::Free => {}
            }
            before.push(total);
        }
        Table { first, last, first_day_number: first.num_days_from_ce(), before, working_days }
    }

    /// What lies before `date`; `None` outside the table.
    pub(crate) fn before(&self, date: NaiveDate) -> Option<Tally> {
        self.index(date).map(|index| self.before[index])
    }

    /// What lies before the end of `date`, the day itself included; `None` outside the table.
    pub(crate) fn through(&self, date: NaiveDate) -> Option<Tally> {
        self.index(date).map(|index| self.before[index + 1])
    }

    /// The working day that has `earlier` working days before it; `None` when the table ends first.
    pub(crate) fn working_day(&self, earlier: u32) -> Option<WorkingDay> {
        self.working_days.get(earlier as usize).copied()
    }

    fn index(&self, date: NaiveDate) -> Option<usize> {
        let days = usize::try_from(date.num_days_from_ce() - self.first_day_number).ok()?;
        (date <= self.last).then_some(days)
    }
}
