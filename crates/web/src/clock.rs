//! Time and chance as the service is handed them, so that every page can be tested on any day.

use calendar::{NaiveDate, london_date};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Where the service takes the time, its ids and its tokens from.
pub trait Clock: Send + Sync {
    /// This instant, to the microsecond.
    fn now(&self) -> DateTime<Utc>;

    /// An id that nothing else has.
    fn id(&self) -> Uuid;

    /// Thirty-two bytes that nobody can guess.
    fn token(&self) -> [u8; 32];

    /// Today in London, where deadlines end.
    fn today(&self) -> NaiveDate {
        london_date(self.now())
    }
}
