//! Dates and times as people read them.

use calendar::NaiveDate;
use case::When;
use chrono::{DateTime, NaiveTime, Timelike, Utc};
use chrono_tz::Europe::London;

/// “31 March 2026”.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// A date as precisely as it is known: “10 March 2026”, “March 2026”, “Not known”.
pub(crate) fn when(when: When) -> String {
    if when == When::NotKnown { "Not known".to_owned() } else { when.to_string() }
}

/// “Tuesday 31 March 2026”, where somebody must act.
pub(crate) fn weekday(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// “Tuesday 31 March”, where the page says the year.
pub(crate) fn weekday_without_year(date: NaiveDate) -> String {
    date.format("%A %-d %B").to_string()
}

/// “4:12pm” in London; “midday” and “midnight” by name.
pub(crate) fn time(instant: DateTime<Utc>) -> String {
    time_of_day(instant.with_timezone(&London).time())
}

/// “25 March 2026 at 4:12pm” in London.
pub(crate) fn day_and_time(instant: DateTime<Utc>) -> String {
    format!("{} at {}", day(instant.with_timezone(&London).date_naive()), time(instant))
}

/// “4:12pm”, for a time that somebody gave.
pub(crate) fn time_of_day(time: NaiveTime) -> String {
    match (time.hour(), time.minute()) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "midday".to_owned(),
        (_, 0) => time.format("%-I%P").to_string(),
        _ => time.format("%-I:%M%P").to_string(),
    }
}

/// “1 working day”, “3 working days”.
pub(crate) fn working_days(count: u32) -> String {
    if count == 1 { "1 working day".to_owned() } else { format!("{count} working days") }
}

/// “due tomorrow, Friday 27 March 2026”, “due on Tuesday 31 March 2026”, “was due on Wednesday 25 March 2026”.
pub(crate) fn due(due: NaiveDate, today: NaiveDate) -> String {
    let date = weekday(due);
    match (due - today).num_days() {
        0 => format!("due today, {date}"),
        1 => format!("due tomorrow, {date}"),
        ..0 => format!("was due on {date}"),
        _ => format!("due on {date}"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn dates_and_times_are_said_as_people_say_them() {
        let date = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        assert_eq!((day(date).as_str(), weekday(date).as_str()), ("4 March 2026", "Wednesday 4 March 2026"));
        let at = |hour, minute| Utc.with_ymd_and_hms(2026, 7, 1, hour, minute, 0).unwrap();
        assert_eq!(day_and_time(at(15, 12)), "1 July 2026 at 4:12pm");
        assert_eq!([time(at(11, 0)), time(at(23, 0)), time(at(8, 0))], ["midday", "midnight", "9am"]);
        assert_eq!([working_days(1), working_days(0)], ["1 working day", "0 working days"]);
    }
}
