//! The one clock, and the one source of ids. Everything else is handed a time and an id.

use calendar::london_date;
use chrono::{DateTime, NaiveDate, NaiveDateTime, SubsecRound, Utc};
use chrono_tz::Europe::London;
use uuid::Uuid;

/// This instant, to the microsecond that both databases can hold.
pub(crate) fn now() -> DateTime<Utc> {
    #[expect(clippy::disallowed_methods, reason = "this is the one clock")]
    Utc::now().trunc_subsecs(6)
}

/// An id that nothing else has.
pub(crate) fn new_id() -> Uuid {
    #[expect(clippy::disallowed_methods, reason = "this is the one source of ids")]
    Uuid::new_v4()
}

/// Today in London, where deadlines end.
pub(crate) fn today() -> NaiveDate {
    london_date(now())
}

/// An instant as people in London read it, such as `10 March 2026 at 18:30`.
pub(crate) fn in_london(instant: DateTime<Utc>) -> String {
    instant.with_timezone(&London).format("%-d %B %Y at %H:%M").to_string()
}

/// Reads a time in London, such as `2026-03-26T09:00`, or an instant with its zone.
pub(crate) fn read(text: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(instant) = text.parse() {
        return Ok(instant);
    }
    let there = text.parse::<NaiveDateTime>().or_else(|_| format!("{text}:00").parse());
    let there = there.ok().and_then(|there| there.and_local_timezone(London).earliest());
    let instant = there.map(|there| there.with_timezone(&Utc));
    instant.ok_or_else(|| "write a time as 2026-03-26T09:00".to_owned())
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn an_instant_is_read_as_people_in_london_read_it() {
        let late = Utc.with_ymd_and_hms(2026, 6, 30, 23, 30, 0).unwrap();
        assert_eq!(in_london(late), "1 July 2026 at 00:30");
    }

    #[test]
    fn a_time_that_is_typed_is_one_in_london() {
        assert_eq!(read("2026-06-30T09:00").unwrap(), Utc.with_ymd_and_hms(2026, 6, 30, 8, 0, 0).unwrap());
        assert_eq!(
            read("2026-06-30T09:00:00Z").unwrap(),
            Utc.with_ymd_and_hms(2026, 6, 30, 9, 0, 0).unwrap()
        );
        assert!(read("9am").is_err() && read("2026-06-30").is_err());
    }
}
