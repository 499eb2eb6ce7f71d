//! Every count can show its working.

use crate::common::date;
use calendar::{Calendar, Working};

fn skipped(working: &Working) -> Vec<(String, &str)> {
    let written = |day: &calendar::Skipped| day.date.format("%-d %b").to_string();
    working.skipped.iter().map(|day| (written(day), day.why.as_str())).collect()
}

#[test]
fn fifteen_working_days_over_easter_name_each_day_passed_over() {
    let working = Calendar::shipped().explain_after(date("11 Mar 2024"), 15).unwrap();
    assert_eq!((working.from, working.due), (date("11 Mar 2024"), date("3 Apr 2024")));
    assert_eq!(working.counted.first(), Some(&date("12 Mar 2024")));
    assert_eq!(working.counted.len(), 15);
    let expected = [
        ("16 Mar", "Saturday"),
        ("17 Mar", "Sunday"),
        ("23 Mar", "Saturday"),
        ("24 Mar", "Sunday"),
        ("29 Mar", "Good Friday"),
        ("30 Mar", "Saturday"),
        ("31 Mar", "Sunday"),
        ("1 Apr", "Easter Monday"),
    ];
    assert_eq!(skipped(&working), expected.map(|(day, why)| (day.to_owned(), why)));
}

#[test]
fn a_backward_count_is_explained_from_the_latest_day_to_the_earliest() {
    let working = Calendar::shipped().explain_before(date("2 Apr 2024"), 2).unwrap();
    assert_eq!(working.counted, [date("28 Mar 2024"), date("27 Mar 2024")]);
    let expected =
        [("1 Apr", "Easter Monday"), ("31 Mar", "Sunday"), ("30 Mar", "Saturday"), ("29 Mar", "Good Friday")];
    assert_eq!(skipped(&working), expected.map(|(day, why)| (day.to_owned(), why)));
}

#[test]
fn months_are_explained_by_the_date_each_one_ends_on() {
    let working = Calendar::shipped().explain_months_after(date("31 Aug 2024"), 6).unwrap();
    let ends = ["30 Sep 2024", "31 Oct 2024", "30 Nov 2024", "31 Dec 2024", "31 Jan 2025", "28 Feb 2025"];
    assert_eq!(working.counted, ends.map(date));
    assert_eq!(working.due, date("28 Feb 2025"));
    assert!(working.skipped.is_empty());
}

#[test]
fn the_working_is_written_as_json_with_plain_dates() {
    let working = Calendar::shipped().explain_after(date("25 Mar 2027"), 1).unwrap();
    let written = serde_json::to_value(&working).unwrap();
    let expected = serde_json::json!({
        "from": "2027-03-25",
        "due": "2027-03-30",
        "counted": ["2027-03-30"],
        "skipped": [
            {"date": "2027-03-26", "why": "Good Friday"},
            {"date": "2027-03-27", "why": "Saturday"},
            {"date": "2027-03-28", "why": "Sunday"},
            {"date": "2027-03-29", "why": "Easter Monday"}
        ],
        "provisional": true
    });
    assert_eq!(written, expected);
}

#[test]
fn nothing_counted_needs_no_working() {
    let working = Calendar::shipped().explain_after(date("24 Aug 2024"), 0).unwrap();
    assert_eq!(working.due, date("24 Aug 2024"));
    assert!(working.counted.is_empty() && working.skipped.is_empty());
}
