//! The day an instant falls on, where deadlines end.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

/// The date in London at an instant.
pub fn london_date(instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&London).date_naive()
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn in_summer_the_day_in_london_begins_an_hour_before_that_of_utc() {
        let late = Utc.with_ymd_and_hms(2026, 6, 30, 23, 30, 0).unwrap();
        assert_eq!(london_date(late), NaiveDate::from_ymd_opt(2026, 7, 1).unwrap());
        let winter = Utc.with_ymd_and_hms(2026, 1, 30, 23, 30, 0).unwrap();
        assert_eq!(london_date(winter), NaiveDate::from_ymd_opt(2026, 1, 30).unwrap());
    }
}
