//! Counting calendar months: the same day of a later month, or its last day.

use crate::common::date;
use calendar::Calendar;

#[track_caller]
fn expect_months(from: &str, n: u32, due: &str) {
    let counted = Calendar::shipped().months_after(date(from), n).expect("inside the calendar");
    assert_eq!(counted.date, date(due), "{n} months after {from}");
    assert!(!counted.provisional);
}

#[test]
fn six_months_end_on_the_same_day_of_the_month() {
    expect_months("15 Jan 2024", 6, "15 Jul 2024");
}

#[test]
fn a_shorter_month_ends_the_count_on_its_last_day() {
    expect_months("31 Aug 2024", 6, "28 Feb 2025");
    expect_months("31 Aug 2023", 6, "29 Feb 2024");
    expect_months("29 Feb 2024", 12, "28 Feb 2025");
}

#[test]
fn months_may_end_on_a_weekend_or_a_bank_holiday() {
    expect_months("25 Jun 2024", 6, "25 Dec 2024");
    expect_months("31 Jan 2024", 2, "31 Mar 2024");
}

#[test]
fn months_are_not_provisional_in_a_projected_year() {
    expect_months("1 Feb 2027", 6, "1 Aug 2027");
}

#[test]
fn no_months_from_a_day_is_the_day_itself() {
    expect_months("31 Aug 2024", 0, "31 Aug 2024");
}
