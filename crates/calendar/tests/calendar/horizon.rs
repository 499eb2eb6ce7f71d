//! Beyond the bank holiday data there is no date, and a year that is not whole is no data.

use crate::common::date;
use calendar::{
    BankHoliday, BankHolidays, Calendar, IncompleteHolidays, NaiveDate, OutsideCalendar, Standing,
};

#[track_caller]
fn expect_outside<T: std::fmt::Debug>(answer: Result<T, OutsideCalendar>, needed: &str) {
    let (first, last) = (date("1 Jan 2018"), date("31 Dec 2028"));
    assert_eq!(
        answer.expect_err("an answer from outside the data"),
        OutsideCalendar { date: date(needed), first, last }
    );
}

#[test]
fn the_calendar_covers_whole_years() {
    assert_eq!(Calendar::shipped().covers(), (date("1 Jan 2018"), date("31 Dec 2028")));
}

#[test]
fn the_first_and_the_last_day_have_answers_and_their_neighbours_have_none() {
    let calendar = Calendar::shipped();
    assert!(calendar.day(date("1 Jan 2018")).is_ok());
    assert!(calendar.day(date("31 Dec 2028")).is_ok());
    expect_outside(calendar.day(date("31 Dec 2017")), "31 Dec 2017");
    expect_outside(calendar.is_working_day(date("1 Jan 2029")), "1 Jan 2029");
}

#[test]
fn a_count_may_reach_the_last_working_day_and_no_further() {
    let calendar = Calendar::shipped();
    let from = date("20 Dec 2028");
    assert_eq!(calendar.working_days_after(from, 5).unwrap().date, date("29 Dec 2028"));
    expect_outside(calendar.working_days_after(from, 6), "1 Jan 2029");
    expect_outside(calendar.explain_after(from, 6), "1 Jan 2029");
    expect_outside(calendar.working_days_after(from, u32::MAX), "1 Jan 2029");
}

#[test]
fn a_backward_count_may_reach_the_first_working_day_and_no_further() {
    let calendar = Calendar::shipped();
    let from = date("5 Jan 2018");
    assert_eq!(calendar.working_days_before(from, 3).unwrap().date, date("2 Jan 2018"));
    expect_outside(calendar.working_days_before(from, 4), "31 Dec 2017");
    expect_outside(calendar.explain_before(from, u32::MAX), "31 Dec 2017");
    expect_outside(calendar.first_working_day_on_or_after(date("31 Dec 2017")), "31 Dec 2017");
    expect_outside(calendar.last_working_day_on_or_before(date("1 Jan 2018")), "31 Dec 2017");
}

#[test]
fn months_end_with_the_data_too() {
    let calendar = Calendar::shipped();
    assert_eq!(calendar.months_after(date("30 Jun 2028"), 6).unwrap().date, date("30 Dec 2028"));
    expect_outside(calendar.months_after(date("1 Jul 2028"), 6), "1 Jan 2029");
    expect_outside(calendar.explain_months_after(date("1 Jul 2028"), u32::MAX), "1 Jan 2029");
}

#[test]
fn a_count_from_a_day_outside_is_refused_even_when_nothing_is_counted() {
    let calendar = Calendar::shipped();
    for outside in ["31 Dec 2017", "1 Jan 2029", "1 Jan 1900", "1 Jan 9999"] {
        expect_outside(calendar.working_days_after(date(outside), 0), outside);
        expect_outside(calendar.working_days_before(date(outside), 0), outside);
        expect_outside(calendar.months_after(date(outside), 0), outside);
        expect_outside(calendar.working_days_between(date("4 Mar 2024"), date(outside)), outside);
        expect_outside(calendar.working_days_between(date(outside), date("4 Mar 2024")), outside);
    }
    assert!(calendar.day(NaiveDate::MIN).is_err());
    assert!(calendar.working_days_after(NaiveDate::MAX, 1).is_err());
}

#[test]
fn the_error_says_where_the_data_ends_and_what_to_do() {
    let calendar = Calendar::shipped();
    assert_eq!(
        calendar.working_days_after(date("20 Dec 2028"), 15).unwrap_err().to_string(),
        "the bank holiday data ends on 31 December 2028 and 1 January 2029 is needed: \
         load a newer bank holiday file"
    );
    assert_eq!(
        calendar.day(date("3 Jul 2017")).unwrap_err().to_string(),
        "the bank holiday data begins on 1 January 2018 and 3 July 2017 is needed: \
         load a bank holiday file that goes back further"
    );
}

#[test]
fn no_bank_holidays_make_no_calendar() {
    assert_eq!(Calendar::new(BankHolidays::default()).unwrap_err(), IncompleteHolidays::Empty);
}

#[test]
fn one_bank_holiday_does_not_open_a_whole_new_year() {
    let refused = Calendar::new(BankHolidays::shipped().with(holiday("1 Jan 2029"))).unwrap_err();
    assert_eq!(refused, IncompleteHolidays::Year { year: 2029, found: 1 });
    assert_eq!(
        refused.to_string(),
        "too few bank holidays on weekdays in 2029: 1, and England and Wales has at least 8 every year; \
         load a bank holiday file with the whole of 2029"
    );
}

#[test]
fn a_year_left_out_between_two_others_is_refused() {
    let gap = BankHolidays::shipped()
        .iter()
        .filter(|day| day.date.format("%Y").to_string() != "2023")
        .cloned()
        .collect();
    assert_eq!(Calendar::new(gap).unwrap_err(), IncompleteHolidays::Year { year: 2023, found: 0 });
}

#[test]
fn a_holiday_left_on_the_weekend_without_its_substitute_day_is_refused() {
    let unsubstituted = BankHolidays::shipped()
        .iter()
        .map(|day| if day.date == date("28 Dec 2026") { holiday("26 Dec 2026") } else { day.clone() })
        .collect();
    assert_eq!(Calendar::new(unsubstituted).unwrap_err(), IncompleteHolidays::Year { year: 2026, found: 7 });
}

fn holiday(on: &str) -> BankHoliday {
    BankHoliday {
        title: "Extra bank holiday".to_owned(),
        date: date(on),
        notes: String::new(),
        bunting: false,
        standing: Standing::Proclaimed,
    }
}
