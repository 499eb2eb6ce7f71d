//! Who is reminded of what, and when: pure functions over a case, its clocks and a [`Schedule`], which is data.
//!
//! A clock has reminders on [`Occasion`]s: so many working days or months before its due date, on it, and after it.
//! An entry that is news has one. Who gets them follows from the case and from what each person may see.

mod kind;
mod news;
mod occasion;
mod occasions;
mod plan;
mod recipient;
mod recipients;
mod schedule;

pub use kind::Kind;
pub use news::{News, news};
pub use occasion::{NotAnOccasion, Occasion};
pub use occasions::{LONGEST_OVERDUE, occasions};
pub use plan::{Overdue, Plan};
pub use recipient::Recipient;
pub use recipients::{recipients_of_clock, recipients_of_undelivered};
pub use schedule::{NewsPlan, Schedule, ScheduleError, Settings};
