//! The hours in which people are at work, in London: letters that can wait are not sent at night.

use chrono::{DateTime, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Europe::London;

use crate::calendar::Calendar;
use crate::limits::OutsideCalendar;

/// The first hour of work.
const OPENS: u32 = 8;
/// The hour at which work has ended.
const CLOSES: u32 = 18;

impl Calendar {
    /// Whether people are at work: from 8am to 6pm on a working day in London.
    ///
    /// # Errors
    /// When the calendar does not cover the day.
    pub fn in_office_hours(&self, instant: DateTime<Utc>) -> Result<bool, OutsideCalendar> {
        let there = instant.with_timezone(&London);
        let open = (OPENS..CLOSES).contains(&there.hour());
        Ok(self.is_working_day(there.date_naive())? && open)
    }

    /// When people are next at work: at once, or at 8am of the next working day.
    ///
    /// # Errors
    /// When the calendar ends before that.
    pub fn next_office_hours(&self, instant: DateTime<Utc>) -> Result<DateTime<Utc>, OutsideCalendar> {
        if self.in_office_hours(instant)? {
            return Ok(instant);
        }
        let there = instant.with_timezone(&London);
        let today = there.date_naive();
        let still_to_come = self.is_working_day(today)? && there.hour() < OPENS;
        let day = if still_to_come { today } else { self.working_days_after(today, 1)?.date };
        let opens = day.and_time(NaiveTime::MIN) + chrono::Duration::hours(i64::from(OPENS));
        // Clocks change at night, so every day has one 8am.
        let opens = London.from_local_datetime(&opens).earliest().map(|there| there.with_timezone(&Utc));
        Ok(opens.unwrap_or(instant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn work_is_from_8_to_6_in_london_in_winter_and_in_summer() {
        let calendar = Calendar::shipped();
        for (instant, open) in [
            ("2026-03-26T07:59:59Z", false),
            ("2026-03-26T08:00:00Z", true),
            ("2026-03-26T17:59:59Z", true),
            ("2026-03-26T18:00:00Z", false),
            // Clocks went forward on Sunday 29 March.
            ("2026-03-30T06:59:59Z", false),
            ("2026-03-30T07:00:00Z", true),
            ("2026-03-30T16:59:59Z", true),
            ("2026-03-30T17:00:00Z", false),
            // They went back on Sunday 25 October.
            ("2026-10-23T07:00:00Z", true),
            ("2026-10-26T07:00:00Z", false),
            ("2026-10-26T08:00:00Z", true),
        ] {
            assert_eq!(calendar.in_office_hours(at(instant)).unwrap(), open, "{instant}");
        }
    }

    #[test]
    fn nobody_is_at_work_on_saturdays_sundays_and_bank_holidays() {
        let calendar = Calendar::shipped();
        for day in ["2026-03-28", "2026-03-29", "2026-04-03", "2026-12-25", "2026-12-28"] {
            assert!(!calendar.in_office_hours(at(&format!("{day}T11:00:00Z"))).unwrap(), "{day}");
        }
    }

    #[test]
    fn what_has_to_wait_waits_until_8am_of_the_next_working_day() {
        let calendar = Calendar::shipped();
        for (instant, opens) in [
            ("2026-03-26T12:00:00Z", "2026-03-26T12:00:00Z"),
            ("2026-03-26T03:00:00Z", "2026-03-26T08:00:00Z"),
            ("2026-03-27T18:00:00Z", "2026-03-30T07:00:00Z"),
            ("2026-03-29T00:59:59Z", "2026-03-30T07:00:00Z"),
            ("2026-10-25T00:30:00Z", "2026-10-26T08:00:00Z"),
            ("2026-12-24T20:00:00Z", "2026-12-29T08:00:00Z"),
        ] {
            assert_eq!(calendar.next_office_hours(at(instant)).unwrap(), at(opens), "{instant}");
        }
    }
}
