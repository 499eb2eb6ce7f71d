//! Bank holiday files: what is read, and what is refused with the entry named.

use crate::common::date;
use calendar::{BankHoliday, BankHolidays, Standing};

fn file_with(events: &str) -> String {
    format!(r#"{{"england-and-wales": {{"division": "england-and-wales", "events": [{events}]}}}}"#)
}

#[track_caller]
fn expect_refusal(text: &str, message: &str) {
    assert_eq!(BankHolidays::from_json(text).expect_err("a refusal").to_string(), message);
}

const GOOD_FRIDAY: &str = r#"{"title": "Good Friday", "date": "2024-03-29", "notes": "", "bunting": false}"#;
const NEW_YEAR: &str = r#"{"title": "New Year’s Day", "date": "2024-01-01", "notes": "", "bunting": true}"#;

#[test]
fn an_entry_is_proclaimed_unless_it_says_projected() {
    let projected = r#"{"title": "Easter Monday", "date": "2024-04-01", "standing": "projected"}"#;
    let holidays = BankHolidays::from_json(&file_with(&format!("{GOOD_FRIDAY}, {projected}"))).unwrap();
    let standings: Vec<Standing> = holidays.iter().map(|holiday| holiday.standing).collect();
    assert_eq!(standings, [Standing::Proclaimed, Standing::Projected]);
}

#[test]
fn the_other_divisions_of_the_published_file_are_passed_over() {
    let text = format!(r#"{{"scotland": {{"events": []}}, {}"#, &file_with(GOOD_FRIDAY)[1..]);
    assert_eq!(BankHolidays::from_json(&text).unwrap().iter().count(), 1);
}

#[test]
fn what_is_written_is_read_back_the_same() {
    let holidays = BankHolidays::shipped();
    assert_eq!(BankHolidays::from_json(&holidays.to_json()).unwrap(), holidays);
}

#[test]
fn a_file_that_is_not_json_is_refused() {
    let message = BankHolidays::from_json("title,date").unwrap_err().to_string();
    assert!(message.starts_with("the bank holiday file is not JSON (expected"), "{message}");
}

#[test]
fn a_file_without_england_and_wales_is_refused() {
    let expected = "the bank holiday file has no \"england-and-wales\" with a list of \"events\": \
                    use the file from https://www.gov.uk/bank-holidays.json";
    expect_refusal(r#"{"scotland": {"division": "scotland", "events": []}}"#, expected);
    expect_refusal(r#"{"england-and-wales": {"events": "none"}}"#, expected);
    expect_refusal("[]", expected);
}

#[test]
fn a_file_without_events_is_refused() {
    expect_refusal(&file_with(""), "the bank holiday file lists no events for \"england-and-wales\"");
}

#[test]
fn an_entry_without_a_title_is_refused() {
    let untitled = r#"{"title": " ", "date": "2024-04-01", "notes": "", "bunting": true}"#;
    let text = file_with(&format!("{GOOD_FRIDAY}, {untitled}"));
    expect_refusal(&text, "bank holiday 2 has no title: give the day a name, such as \"Good Friday\"");
}

#[test]
fn an_entry_whose_date_is_not_a_date_is_refused() {
    let refused = |date, found| {
        let text = file_with(&format!(r#"{{"title": "Easter Monday"{date}}}"#));
        expect_refusal(
            &text,
            &format!(
                "bank holiday 1, \"Easter Monday\": its date is {found}, \
                 which is not a date written as \"2024-03-29\""
            ),
        );
    };
    refused(r#", "date": "2024-02-30""#, "\"2024-02-30\"");
    refused(r#", "date": "1 April 2024""#, "\"1 April 2024\"");
    refused(r#", "date": 20240401"#, "20240401");
    refused("", "null");
}

#[test]
fn an_entry_with_an_unknown_standing_is_refused() {
    let text = file_with(r#"{"title": "Easter Monday", "date": "2024-04-01", "standing": "likely"}"#);
    let message = BankHolidays::from_json(&text).unwrap_err().to_string();
    assert_eq!(
        message,
        "bank holiday 1, \"Easter Monday\": unknown variant `likely`, expected `proclaimed` or `projected`"
    );
}

#[test]
fn two_entries_on_one_date_are_refused() {
    let text = file_with(&format!("{GOOD_FRIDAY}, {}", GOOD_FRIDAY.replace("Good", "Second good")));
    expect_refusal(
        &text,
        "bank holiday 2, \"Second good Friday\": 2024-03-29 is already \"Good Friday\"; keep one of the two",
    );
}

#[test]
fn entries_out_of_order_are_refused() {
    expect_refusal(
        &file_with(&format!("{GOOD_FRIDAY}, {NEW_YEAR}")),
        "bank holiday 2, \"New Year’s Day\": 2024-01-01 comes after 2024-03-29 in the file; \
         put the entries in order of date",
    );
}

#[test]
fn a_holiday_replaces_the_one_on_its_date() {
    let renamed = BankHoliday { title: "Friday off".to_owned(), ..good_friday() };
    let holidays = BankHolidays::shipped().with(renamed.clone());
    assert_eq!(holidays.on(date("29 Mar 2024")), Some(&renamed));
    assert_eq!(holidays.iter().count(), BankHolidays::shipped().iter().count());
}

#[test]
fn a_newer_file_replaces_the_years_it_holds_and_leaves_the_others() {
    let newer = BankHolidays::from_iter([BankHoliday { date: date("5 Apr 2024"), ..good_friday() }]);
    let merged = BankHolidays::shipped().merge(newer);
    assert_eq!(merged.on(date("29 Mar 2024")), None, "the day it moved from");
    assert!(merged.on(date("5 Apr 2024")).is_some(), "the day it moved to");
    assert!(merged.on(date("7 Apr 2023")).is_some(), "another year");
}

fn good_friday() -> BankHoliday {
    BankHolidays::shipped().on(date("29 Mar 2024")).expect("Good Friday").clone()
}
