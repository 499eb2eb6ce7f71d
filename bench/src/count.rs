//! Counting 15 working days, against adding 15 to a date in the same loop.

use std::hint::black_box;
use std::time::Instant;

use calendar::Calendar;
use chrono::{Days, NaiveDate};

use crate::report::{Report, Target};
use crate::timing::{ratio, show, side_by_side};

const TIMES: u32 = 1_000_000;

/// Measures it.
pub(crate) fn run(report: &mut Report) -> anyhow::Result<()> {
    let calendar = Calendar::shipped();
    let first = calendar.covers().0;
    let starts: Vec<NaiveDate> = (0..3000).map(|days| first + Days::new(days)).collect();
    let (counted, added) = side_by_side(
        9,
        || {
            let start = Instant::now();
            for day in starts.iter().cycle().take(TIMES as usize) {
                black_box(calendar.working_days_after(black_box(*day), black_box(15))?);
            }
            Ok(start.elapsed() / TIMES)
        },
        || {
            let start = Instant::now();
            for day in starts.iter().cycle().take(TIMES as usize) {
                black_box(black_box(*day).checked_add_days(black_box(Days::new(15))));
            }
            Ok(start.elapsed() / TIMES)
        },
    )?;
    report.add(
        "count 15 working days",
        show(counted),
        show(added),
        ratio(counted, added),
        &Target::AtMost(20.0),
    );
    Ok(())
}
