//! When a clock has a reminder.

use std::{fmt, str::FromStr};

use calendar::{Calendar, OutsideCalendar};
use chrono::{Months, NaiveDate};

/// When a clock has a reminder, counted from its due date. Written as `-3m`, `-2`, `0` and `+1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Occasion {
    /// Months before the due date.
    MonthsBefore(u16),
    /// Working days before the due date; never 0.
    Before(u16),
    /// On the due date.
    OnTheDay,
    /// Working days after the due date; never 0.
    Overdue(u16),
}

use Occasion::{Before, MonthsBefore, OnTheDay};

impl Occasion {
    /// The occasion that lies `working_days` ahead of the due date.
    pub(super) fn ahead(working_days: u16) -> Self {
        if working_days == 0 { OnTheDay } else { Before(working_days) }
    }

    /// Whether a digest can still say it in time: more than two working days ahead.
    pub fn is_early(self) -> bool {
        match self {
            MonthsBefore(_) => true,
            Before(days) => days > 2,
            OnTheDay | Self::Overdue(_) => false,
        }
    }

    /// How many working days overdue it is then.
    pub fn overdue(self) -> Option<u16> {
        match self {
            Self::Overdue(days) => Some(days),
            MonthsBefore(_) | Before(_) | OnTheDay => None,
        }
    }

    /// The day of the reminder for a clock due on `due`. It is always a working day: what is due on a day off has
    /// to be done before.
    pub(super) fn day(self, due: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, OutsideCalendar> {
        match self {
            MonthsBefore(months) => {
                let day = due.checked_sub_months(Months::new(months.into())).unwrap_or(NaiveDate::MIN);
                calendar.last_working_day_on_or_before(day)
            }
            Before(days) => {
                let last = calendar.last_working_day_on_or_before(due)?;
                Ok(calendar.working_days_before(last, days.into())?.date)
            }
            OnTheDay => calendar.last_working_day_on_or_before(due),
            Self::Overdue(days) => Ok(calendar.working_days_after(due, days.into())?.date),
        }
    }

    /// The order among the occasions of one day: the nearer the due date, or the longer overdue, the later.
    pub(super) fn place(self) -> i32 {
        match self {
            MonthsBefore(months) => -100_000 - i32::from(months),
            Before(days) => -i32::from(days),
            OnTheDay => 0,
            Self::Overdue(days) => i32::from(days),
        }
    }
}

impl fmt::Display for Occasion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MonthsBefore(months) => write!(f, "-{months}m"),
            Before(days) => write!(f, "-{days}"),
            OnTheDay => f.write_str("0"),
            Self::Overdue(days) => write!(f, "+{days}"),
        }
    }
}

/// The text was not an occasion.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an occasion: write -3m, -2, 0 or +1")]
pub struct NotAnOccasion(String);

impl FromStr for Occasion {
    type Err = NotAnOccasion;

    fn from_str(text: &str) -> Result<Self, NotAnOccasion> {
        let wrong = || NotAnOccasion(text.chars().take(20).collect());
        let number = |digits: &str| match digits.parse() {
            Ok(number) if number > 0 && digits.bytes().all(|byte| byte.is_ascii_digit()) => Ok(number),
            _ => Err(wrong()),
        };
        match (text, text.strip_prefix('-'), text.strip_prefix('+')) {
            ("0", ..) => Ok(OnTheDay),
            (_, Some(ahead), _) => match ahead.strip_suffix('m') {
                Some(months) => number(months).map(MonthsBefore),
                None => number(ahead).map(Before),
            },
            (_, _, Some(days)) => number(days).map(Self::Overdue),
            _ => Err(wrong()),
        }
    }
}
