//! The look-ups against a counter that walks day by day over holidays from another source.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::common::date;
use crate::published::YEARS;
use calendar::{Calendar, NaiveDate};
use chrono::Days;
use proptest::prelude::*;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::shipped);

static SPAN: LazyLock<(NaiveDate, NaiveDate)> = LazyLock::new(|| (date("1 Jan 2018"), date("31 Dec 2028")));

static HOLIDAYS: LazyLock<BTreeSet<NaiveDate>> = LazyLock::new(|| {
    let days_of = |(year, days, _): (i32, &'static str, u32)| {
        days.split(", ").map(move |day| date(&format!("{day} {year}")))
    };
    YEARS.into_iter().flat_map(days_of).collect()
});

/// Weekends by counting sevens from Monday 1 January 2018, holidays from the independent table.
fn naive_is_working(on: NaiveDate) -> bool {
    let since_monday = (on - SPAN.0).num_days() % 7;
    since_monday < 5 && !HOLIDAYS.contains(&on)
}

fn naive_count(from: NaiveDate, n: u32, step: fn(NaiveDate) -> NaiveDate) -> Option<NaiveDate> {
    let (mut on, mut left) = (from, n);
    while left > 0 {
        on = step(on);
        if on < SPAN.0 || on > SPAN.1 {
            return None;
        }
        left -= u32::from(naive_is_working(on));
    }
    Some(on)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn ten_thousand_random_counts_agree_with_a_walk_day_by_day(start in 0u64..4018, n in 0u32..300) {
        let from = SPAN.0 + Days::new(start);
        let forward = CALENDAR.working_days_after(from, n).ok().map(|due| due.date);
        prop_assert_eq!(forward, naive_count(from, n, |on| on + Days::new(1)));
        let backward = CALENDAR.working_days_before(from, n).ok().map(|due| due.date);
        prop_assert_eq!(backward, naive_count(from, n, |on| on - Days::new(1)));
    }
}

#[test]
fn every_single_day_agrees_on_whether_it_is_a_working_day() {
    for on in SPAN.0.iter_days().take_while(|on| *on <= SPAN.1) {
        assert_eq!(CALENDAR.is_working_day(on).unwrap(), naive_is_working(on), "{on}");
    }
}
