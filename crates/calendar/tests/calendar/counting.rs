//! Counting working days: day 0 is the date of the event, and counting starts on the next working day.

use crate::common::date;
use calendar::{Calendar, Due};

#[track_caller]
fn expect_after(from: &str, n: u32, due: &str) {
    let counted = Calendar::shipped().working_days_after(date(from), n).expect("inside the calendar");
    assert_eq!(counted, Due { date: date(due), provisional: false }, "{n} working days after {from}");
}

#[track_caller]
fn expect_before(from: &str, n: u32, due: &str) {
    let counted = Calendar::shipped().working_days_before(date(from), n).expect("inside the calendar");
    assert_eq!(counted, Due { date: date(due), provisional: false }, "{n} working days before {from}");
}

#[test]
fn the_day_of_the_event_is_not_counted() {
    expect_after("4 Mar 2024", 5, "11 Mar 2024");
    expect_after("4 Mar 2024", 15, "25 Mar 2024");
}

#[test]
fn good_friday_and_easter_monday_are_not_counted() {
    expect_after("11 Mar 2024", 15, "3 Apr 2024");
}

#[test]
fn the_two_bank_holidays_of_the_platinum_jubilee_are_not_counted() {
    expect_after("27 May 2022", 15, "21 Jun 2022");
}

#[test]
fn the_early_may_bank_holiday_of_2020_is_on_the_friday_it_was_moved_to() {
    expect_after("1 May 2020", 5, "11 May 2020");
}

#[test]
fn christmas_and_new_year_are_not_counted() {
    expect_after("19 Dec 2025", 5, "30 Dec 2025");
    expect_after("19 Dec 2025", 15, "14 Jan 2026");
}

#[test]
fn an_event_on_a_friday_the_weekend_or_a_bank_holiday_monday_reaches_the_same_deadline() {
    for from in ["23 Aug 2024", "24 Aug 2024", "25 Aug 2024", "26 Aug 2024"] {
        expect_after(from, 5, "2 Sep 2024");
    }
}

#[test]
fn copies_go_out_seven_working_days_before_publication() {
    expect_before("27 Mar 2024", 7, "18 Mar 2024");
}

#[test]
fn a_backward_count_passes_over_weekends_and_bank_holidays() {
    expect_before("2 Apr 2024", 1, "28 Mar 2024");
    expect_before("31 Mar 2024", 1, "28 Mar 2024");
}

#[test]
fn no_working_days_from_a_day_is_the_day_itself_even_on_a_saturday() {
    expect_after("24 Aug 2024", 0, "24 Aug 2024");
    expect_before("24 Aug 2024", 0, "24 Aug 2024");
}

#[test]
fn working_days_between_leave_out_the_first_day_and_include_the_last() {
    let calendar = Calendar::shipped();
    let between = |from, to| calendar.working_days_between(date(from), date(to)).unwrap();
    assert_eq!(between("4 Mar 2024", "11 Mar 2024"), 5);
    assert_eq!(between("11 Mar 2024", "4 Mar 2024"), -5);
    assert_eq!(between("28 Mar 2024", "1 Apr 2024"), 0, "Easter");
    assert_eq!(between("8 Mar 2024", "9 Mar 2024"), 0, "into the weekend");
}

#[test]
fn the_last_working_day_on_or_before_a_day_is_the_day_itself_when_it_is_one() {
    let calendar = Calendar::shipped();
    let last = |on| calendar.last_working_day_on_or_before(date(on)).unwrap();
    assert_eq!(last("28 Mar 2024"), date("28 Mar 2024"));
    assert_eq!(last("1 Apr 2024"), date("28 Mar 2024"));
}

#[test]
fn the_first_working_day_on_or_after_a_day_is_the_day_itself_when_it_is_one() {
    let calendar = Calendar::shipped();
    let first = |on| calendar.first_working_day_on_or_after(date(on)).unwrap();
    assert_eq!(first("28 Mar 2024"), date("28 Mar 2024"));
    assert_eq!(first("29 Mar 2024"), date("2 Apr 2024"), "Good Friday to the day after Easter Monday");
    assert_eq!(first("30 Oct 2027"), date("1 Nov 2027"), "Saturday to Monday");
}

#[test]
fn a_count_over_a_projected_bank_holiday_is_provisional() {
    let calendar = Calendar::shipped();
    let due = calendar.working_days_after(date("25 Mar 2027"), 1).unwrap();
    assert_eq!(due, Due { date: date("30 Mar 2027"), provisional: true });
    let sent_by = calendar.working_days_before(date("30 Mar 2027"), 1).unwrap();
    assert_eq!(sent_by, Due { date: date("25 Mar 2027"), provisional: true });
}

#[test]
fn a_count_that_ends_before_or_starts_on_a_projected_bank_holiday_is_firm() {
    expect_after("22 Mar 2027", 3, "25 Mar 2027");
    expect_after("29 Mar 2027", 1, "30 Mar 2027");
    expect_before("29 Mar 2027", 0, "29 Mar 2027");
    expect_before("2 Apr 2027", 3, "30 Mar 2027");
}
