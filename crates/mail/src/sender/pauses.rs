//! How long to wait before a letter that was not accepted is tried again.

use chrono::Duration;

/// The pauses in minutes, which grow. Together they are a day.
const MINUTES: [i64; 8] = [1, 5, 15, 60, 120, 240, 480, 480];

/// The first pause.
pub(super) const FIRST: Duration = Duration::minutes(MINUTES[0]);

/// The pause after so many tries; none when a day is over.
pub(super) fn after(tries: u32) -> Option<Duration> {
    MINUTES.get(usize::try_from(tries).ok()?).copied().map(Duration::minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end_after_about_a_day() {
        let pauses: Vec<_> = (0..).map_while(after).collect();
        assert_eq!(pauses[..4], [1, 5, 15, 60].map(Duration::minutes));
        assert!(pauses.is_sorted());
        let together: Duration = pauses.iter().fold(Duration::zero(), |sum, pause| sum + *pause);
        assert!((Duration::hours(23)..Duration::hours(25)).contains(&together), "{together}");
    }
}
