//! Dates and times as letters say them, in London.

use chrono::{DateTime, NaiveDate, Timelike, Utc};
use chrono_tz::Europe::London;

/// A day, such as `Wednesday 4 March 2026`.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// A day without its weekday, such as `4 March 2026`.
pub(crate) fn date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// An instant, such as `2:30pm on Wednesday 4 March 2026`.
pub(crate) fn time_and_day(instant: DateTime<Utc>) -> String {
    let there = instant.with_timezone(&London);
    let time = match (there.hour(), there.minute()) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "midday".to_owned(),
        _ => there.format("%-I:%M%P").to_string(),
    };
    format!("{time} on {}", day(there.date_naive()))
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn times_are_those_of_london() {
        let at = |month, hour, minute| {
            time_and_day(Utc.with_ymd_and_hms(2026, month, 4, hour, minute, 0).unwrap())
        };
        assert_eq!(at(3, 14, 30), "2:30pm on Wednesday 4 March 2026");
        assert_eq!(at(3, 12, 0), "midday on Wednesday 4 March 2026");
        assert_eq!(at(3, 0, 5), "12:05am on Wednesday 4 March 2026");
        assert_eq!(at(6, 23, 0), "midnight on Friday 5 June 2026");
    }
}
