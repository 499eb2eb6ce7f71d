//! The one clock, and the one source of ids. Everything else is handed a time and an id.

use calendar::london_date;
use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
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

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn an_instant_is_read_as_people_in_london_read_it() {
        let late = Utc.with_ymd_and_hms(2026, 6, 30, 23, 30, 0).unwrap();
        assert_eq!(in_london(late), "1 July 2026 at 00:30");
    }
}
