//! Working days, bank holidays and counting, with the working of every count.
//!
//! A working day is a Monday to Friday that is not a bank holiday in England and Wales. The guidance sets
//! time limits in working days without saying what one is; this is the ordinary reading.
//!
//! **Day 0 is the date of the event**, whatever day of the week it is and whatever the hour. Counting starts
//! on the next working day, so an event on a Friday, on the Saturday or Sunday after it, or on a bank holiday
//! Monday after that all reach the same deadline:
//!
//! ```
//! use calendar::{Calendar, NaiveDate};
//!
//! let calendar = Calendar::shipped();
//! let date = |day| NaiveDate::from_ymd_opt(2024, 8, day).expect("a day of August");
//! let due = calendar.working_days_after(date(23), 5)?;
//! assert_eq!(due.date, NaiveDate::from_ymd_opt(2024, 9, 2).expect("2 September 2024"));
//! assert_eq!(calendar.working_days_after(date(26), 5)?, due);
//! # Ok::<(), calendar::OutsideCalendar>(())
//! ```
//!
//! **A deadline is the whole of its day in London**: it is missed when the next day begins there, not before.
//! Counting deals in dates alone; [`london_date`] says on which of them an instant falls.
//!
//! **Where the bank holiday data ends, so do the answers.** A date beyond it is [`OutsideCalendar`], never
//! "not a holiday". A count that passed over a bank holiday that is only projected is marked provisional.

mod calendar;
mod count;
mod day;
mod file;
mod holidays;
mod hours;
mod limits;
mod london;
mod table;
mod working;

pub use crate::calendar::Calendar;
pub use crate::count::Due;
pub use crate::day::Day;
pub use crate::file::HolidayFileError;
pub use crate::holidays::{BankHoliday, BankHolidays, Standing};
pub use crate::limits::{IncompleteHolidays, OutsideCalendar};
pub use crate::london::london_date;
pub use crate::working::{Skipped, Working};
pub use chrono::NaiveDate;
