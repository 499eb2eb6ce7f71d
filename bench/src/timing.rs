//! How long things take.

use std::time::Duration;

/// The middle of a number of measurements, which one slow moment does not move.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Two pieces of work in turn, `rounds` times each, and the median of each: what else the machine does meets both alike.
pub(crate) fn side_by_side(
    rounds: usize,
    mut one: impl FnMut() -> anyhow::Result<Duration>,
    mut other: impl FnMut() -> anyhow::Result<Duration>,
) -> anyhow::Result<(Duration, Duration)> {
    let mut ones = Vec::with_capacity(rounds);
    let mut others = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        ones.push(one()?);
        others.push(other()?);
    }
    Ok((median(ones), median(others)))
}

/// How many times longer `figure` is than `floor`.
pub(crate) fn ratio(figure: Duration, floor: Duration) -> f64 {
    figure.as_secs_f64() / floor.as_secs_f64()
}

/// A duration in the unit that shows three or four digits of it.
pub(crate) fn show(time: Duration) -> String {
    let nanos = time.as_secs_f64() * 1e9;
    match nanos {
        n if n < 1e3 => format!("{n:.1} ns"),
        n if n < 1e6 => format!("{:.1} µs", n / 1e3),
        n if n < 1e9 => format!("{:.2} ms", n / 1e6),
        n => format!("{:.2} s", n / 1e9),
    }
}
