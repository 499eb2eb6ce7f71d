//! The days on which a clock is spoken of.

use std::collections::BTreeSet;

use calendar::{BankHoliday, Calendar, Standing};
use case::reminders::{Kind, Occasion, Overdue, Plan, Recipient, Schedule, occasions};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::told::{CALENDAR, day};

fn plan(before: &[u16], overdue: Option<Overdue>) -> Plan {
    Plan {
        kind: Kind::RapidReview,
        before: before.to_vec(),
        months_before: Vec::new(),
        overdue,
        to: vec![Recipient::Lead],
        when_overdue: Vec::new(),
        senior_after: None,
    }
}

/// What is said of a clock between two days, as `-2 on 2026-03-24`.
fn said(plan: &Plan, due: &str, from: &str, today: &str) -> Vec<String> {
    let found = occasions(plan, day(due), (day(from), day(today)), &CALENDAR).unwrap();
    found.into_iter().map(|(occasion, day)| format!("{occasion} on {day}")).collect()
}

#[test]
fn a_clock_is_spoken_of_before_its_day_on_it_and_after_it() {
    let plan = plan(&[5, 2, 1, 0], Some(Overdue::EachWorkingDay));
    assert_eq!(
        said(&plan, "2026-03-26", "2026-03-01", "2026-03-31"),
        [
            "-5 on 2026-03-19",
            "-2 on 2026-03-24",
            "-1 on 2026-03-25",
            "0 on 2026-03-26",
            "+1 on 2026-03-27",
            "+2 on 2026-03-30",
            "+3 on 2026-03-31"
        ]
    );
    assert_eq!(said(&plan, "2026-03-26", "2026-03-25", "2026-03-25"), ["-1 on 2026-03-25"]);
    assert!(said(&plan, "2026-03-26", "2026-03-28", "2026-03-29").is_empty(), "nothing at a weekend");
}

#[test]
fn over_christmas_days_off_are_passed_over_on_both_sides() {
    let plan = plan(&[2, 1, 0], Some(Overdue::On(vec![1, 3])));
    assert_eq!(
        said(&plan, "2026-12-29", "2026-12-01", "2027-01-10"),
        ["-2 on 2026-12-23", "-1 on 2026-12-24", "0 on 2026-12-29", "+1 on 2026-12-30", "+3 on 2027-01-04"]
    );
}

#[test]
fn what_is_due_on_a_day_off_is_spoken_of_on_the_working_days_before() {
    let plan = plan(&[1, 0], Some(Overdue::On(vec![1])));
    assert_eq!(
        said(&plan, "2026-12-26", "2026-12-01", "2027-01-10"),
        ["-1 on 2026-12-23", "0 on 2026-12-24", "+1 on 2026-12-29"]
    );
}

#[test]
fn months_ahead_are_counted_from_the_due_date_and_fall_on_working_days() {
    let plan = Plan { months_before: vec![3, 2, 1], ..plan(&[10, 0], None) };
    assert_eq!(
        said(&plan, "2026-08-31", "2026-01-01", "2026-12-31"),
        [
            "-3m on 2026-05-29",
            "-2m on 2026-06-30",
            "-1m on 2026-07-31",
            "-10 on 2026-08-14",
            "0 on 2026-08-28"
        ]
    );
}

#[test]
fn every_fifth_working_day_is_a_week_but_for_bank_holidays() {
    let plan = plan(&[], Some(Overdue::Every(5)));
    assert_eq!(
        said(&plan, "2026-03-26", "2026-03-01", "2026-04-30"),
        ["+5 on 2026-04-02", "+10 on 2026-04-13", "+15 on 2026-04-20", "+20 on 2026-04-27"]
    );
}

#[test]
fn after_a_year_nothing_more_is_said() {
    let plan = plan(&[0], Some(Overdue::EachWorkingDay));
    assert!(!said(&plan, "2024-03-26", "2025-03-24", "2025-03-24").is_empty());
    assert!(said(&plan, "2024-03-26", "2025-04-01", "2025-06-30").is_empty());
}

#[test]
fn a_bank_holiday_announced_nine_days_ahead_moves_what_is_said() {
    let before = CALENDAR.holidays().iter().filter(|holiday| holiday.date != day("2022-09-19"));
    let before = Calendar::new(before.cloned().collect()).unwrap();
    let funeral = BankHoliday {
        title: "State Funeral of Queen Elizabeth II".into(),
        date: day("2022-09-19"),
        notes: String::new(),
        bunting: false,
        standing: Standing::Proclaimed,
    };
    let after = Calendar::new(before.holidays().clone().with(funeral)).unwrap();
    let due = |calendar: &Calendar| calendar.working_days_after(day("2022-09-06"), 15).unwrap().date;
    assert_eq!((due(&before), due(&after)), (day("2022-09-27"), day("2022-09-28")));
    let said = |calendar: &Calendar| {
        let range = (day("2022-09-01"), day("2022-10-01"));
        let found = occasions(&plan(&[5, 2], None), due(calendar), range, calendar).unwrap();
        found.into_iter().map(|(_, day)| day).collect::<Vec<_>>()
    };
    assert_eq!(said(&before), [day("2022-09-20"), day("2022-09-23")]);
    assert_eq!(said(&after), [day("2022-09-21"), day("2022-09-26")]);
}

#[test]
fn an_occasion_reads_back_as_written() {
    for text in ["-3m", "-10", "-1", "0", "+1", "+300"] {
        assert_eq!(text.parse::<Occasion>().unwrap().to_string(), text);
    }
    for text in ["", "-0", "+0", "-", "m", "-m", "--1", "-+1", "1", "+1m", "soon"] {
        assert!(text.parse::<Occasion>().is_err(), "{text}");
    }
}

/// A day from 2019 to 2027.
fn days() -> impl Strategy<Value = NaiveDate> {
    (0..365 * 8_u64).prop_map(|days| day("2019-06-01") + Days::new(days))
}

fn plans() -> impl Strategy<Value = Plan> {
    prop::sample::select(Schedule::shipped().plans().cloned().collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_said_outside_the_days_asked_for(plan in plans(), due in days(), from in days(), long in 0..40_u64) {
        let today = from + Days::new(long);
        let found = occasions(&plan, due, (from, today), &CALENDAR).unwrap();
        for (occasion, day) in &found {
            prop_assert!((from..=today).contains(day), "{occasion} on {day}");
            prop_assert!(CALENDAR.is_working_day(*day).unwrap(), "{occasion} on {day}");
            let ahead = matches!(occasion, Occasion::Before(_) | Occasion::MonthsBefore(_));
            let overdue = occasion.overdue().is_some();
            prop_assert!(!ahead || *day < due, "it is not ahead");
            prop_assert!(!overdue || *day > due, "it is not overdue");
        }
        prop_assert!(found.is_sorted_by_key(|(_, day)| *day));
    }

    #[test]
    fn day_by_day_the_same_is_said_as_all_at_once(plan in plans(), due in days(), from in days(), long in 0..40_u64) {
        let today = from + Days::new(long);
        let at_once = occasions(&plan, due, (from, today), &CALENDAR).unwrap();
        let by_day = from.iter_days().take_while(|day| *day <= today);
        let by_day: Vec<_> = by_day.flat_map(|day| occasions(&plan, due, (day, day), &CALENDAR).unwrap()).collect();
        prop_assert_eq!(&by_day, &at_once);
        let keys: BTreeSet<_> = by_day.iter().map(|(occasion, _)| occasion.to_string()).collect();
        prop_assert_eq!(keys.len(), by_day.len(), "a key is used twice");
    }

    #[test]
    fn a_moved_due_date_repeats_no_key(plan in plans(), due in days(), moved in 1..30_u64) {
        let keys = |due: NaiveDate| -> BTreeSet<String> {
            let range = (due - Days::new(120), due + Days::new(120));
            let found = occasions(&plan, due, range, &CALENDAR).unwrap();
            found.into_iter().map(|(occasion, _)| format!("{due} {occasion}")).collect()
        };
        prop_assert!(keys(due).is_disjoint(&keys(due + Days::new(moved))));
    }

    #[test]
    fn the_due_dates_looked_at_are_all_that_can_be_spoken_of(plan in plans(), due in days(), from in days(), long in 0..20_u64) {
        let range = (from, from + Days::new(long));
        let (first, last) = Schedule::shipped().due_dates(range);
        if !occasions(&plan, due, range, &CALENDAR).unwrap().is_empty() {
            prop_assert!((first..=last).contains(&due));
        }
    }
}
