//! `cspr count`, which needs no record.

use crate::harness::Cspr;

fn due(arguments: &[&str]) -> String {
    let count = Cspr::nowhere().json(&[&["count", "--from"], arguments].concat());
    count["due"].as_str().unwrap().to_owned()
}

#[test]
fn the_worked_examples_of_the_guidance_come_out() {
    for (from, n, expected) in [
        ("2024-03-04", "5", "2024-03-11"),
        ("2024-03-04", "15", "2024-03-25"),
        ("2024-03-11", "15", "2024-04-03"),
        ("2022-05-27", "15", "2022-06-21"),
        ("2020-05-01", "5", "2020-05-11"),
        ("2025-12-19", "5", "2025-12-30"),
        ("2025-12-19", "15", "2026-01-14"),
        ("2024-08-23", "5", "2024-09-02"),
        ("2024-08-26", "5", "2024-09-02"),
    ] {
        assert_eq!(due(&[from, "--working-days", n]), expected, "{n} working days after {from}");
    }
    assert_eq!(due(&["2024-03-27", "--working-days", "7", "--before"]), "2024-03-18");
    assert_eq!(due(&["2024-08-31", "--months", "6"]), "2025-02-28");
}

#[test]
fn the_working_names_every_day_counted_and_why_others_were_not() {
    let count = Cspr::nowhere().json(&["count", "--from", "2024-03-25", "--working-days", "5"]);
    assert_eq!(count["from"], "2024-03-25");
    assert_eq!(count["counted"].as_array().unwrap().len(), 5);
    assert_eq!(count["skipped"][0], serde_json::json!({"date": "2024-03-29", "why": "Good Friday"}));
    assert_eq!(count["provisional"], false);

    let printed = Cspr::nowhere().ok(&["count", "--from", "2024-03-25", "--working-days", "5"]);
    assert!(
        printed.starts_with("Wednesday 3 April 2024\n5 working days after Monday 25 March 2024"),
        "{printed}"
    );
    assert!(printed.contains("-  Friday 29 March 2024          Good Friday\n"), "{printed}");
}

#[test]
fn beyond_the_bank_holidays_there_is_no_date_but_where_they_end() {
    let said = Cspr::nowhere().refused(&["count", "--from", "2028-12-20", "--working-days", "15"]);
    assert!(said.contains("ends on 31 December 2028"), "{said}");
}

#[test]
fn counting_without_saying_what_is_a_mistake_of_use() {
    for arguments in [
        &["count", "--from", "2024-03-04"][..],
        &["count", "--from", "2024-03-04", "--working-days", "5", "--months", "6"],
        &["count", "--from", "4 March", "--working-days", "5"],
    ] {
        let ran = Cspr::nowhere().run(arguments);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains("--help"), "{}", ran.err);
    }
}

for_both! {
    fn a_holiday_added_to_the_record_is_counted_around(cspr: Cspr) {
        let from = ["count", "--from", "2027-06-01", "--working-days", "5"];
        assert_eq!(cspr.json(&from)["due"], "2027-06-08");
        cspr.ok(&["holidays", "add", "2027-06-04", "Example jubilee", "--yes"]);
        assert_eq!(cspr.json(&from)["due"], "2027-06-09");
    }
}
