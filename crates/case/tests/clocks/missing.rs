//! Dates that nobody knows, or not to the day, and dates beyond the bank holidays.

use case::consideration::CaseKind;
use case::{CannotCompute, Course, KeyDate, Stage, When};

use crate::publication::with_an_lcspr;
use crate::told::{Told, notified, submitted};

#[test]
fn without_the_day_it_counts_from_a_clock_cannot_be_computed_and_says_which_day_is_missing() {
    for (notified_on, says) in [
        ("2023-08", "Cannot compute: the day of the notification is not known (only August 2023)"),
        ("2023", "Cannot compute: the day of the notification is not known (only 2023)"),
        ("not known", "Cannot compute: the day of the notification is not known"),
    ] {
        let case = Told::incident("not known").and(notified_on, notified());
        assert_eq!(case.says("rapid-review", "2024-04-03"), says);
    }
    let case = Told::incident("not known");
    assert_eq!(
        case.says("notification", "2024-04-03"),
        "Cannot compute: the day of the council becoming aware is not known"
    );
}

#[test]
fn a_case_brought_in_halfway_says_what_was_done_on_a_day_not_known() {
    let case = Told::incident("2024-03-04").at(Stage::SubmittedToPanel);
    assert_eq!(case.clock("notification").course, Course::Ended(When::NotKnown));
    assert_eq!(
        case.says("notification", "2024-06-03"),
        "Done; cannot say whether in time: the day it was done is not known"
    );
    assert_eq!(
        case.says("rapid-review", "2024-06-03"),
        "Done; cannot say whether in time: the day of the notification is not known"
    );
    assert_eq!(
        case.says("panel-reply", "2024-06-03"),
        "Cannot compute: the day of the submission to the Panel is not known"
    );
    let lcspr = Told::incident("2024-03-04").at(Stage::LcsprInProgress).clock("lcspr");
    let missing = CannotCompute::DayNotKnown { what: KeyDate::LcsprDecided, on: When::NotKnown };
    assert_eq!(lcspr.due, Err(missing));
}

#[test]
fn an_end_known_only_by_its_month_is_judged_where_the_month_leaves_no_doubt() {
    let case = Told::incident("2024-03-04").and("2024-03-11", notified()); // due on 3 April 2024
    for (sent, says) in [
        ("2024-03", "Met, at least 2 working days early"),
        ("2024-05", "Done May 2024, at least 20 working days late"),
        ("2025", "Done 2025, at least 189 working days late"),
        (
            "2024-04",
            "Done April 2024; cannot say whether in time: the day it was done is not known (only April 2024)",
        ),
        ("2024", "Done 2024; cannot say whether in time: the day it was done is not known (only 2024)"),
        ("not known", "Done; cannot say whether in time: the day it was done is not known"),
    ] {
        assert_eq!(case.clone().and(sent, submitted()).says("rapid-review", "2026-01-05"), says);
    }
}

#[test]
fn beyond_the_bank_holidays_there_is_no_date_but_where_the_data_ends() {
    let case = Told::of(CaseKind::SeriousIncident, "2028-12-20", "wt2026").and("2028-12-21", notified());
    let says = case.says("rapid-review", "2028-12-22");
    assert!(says.starts_with("Cannot compute: the bank holiday data ends on 31 December 2028"), "{says}");
    let says = with_an_lcspr("2028-08-01").says("lcspr", "2028-08-02");
    assert!(says.contains("the bank holiday data ends on 31 December 2028"), "{says}");
}

#[test]
fn how_long_it_is_overdue_is_not_guessed_beyond_the_bank_holidays() {
    let case = Told::incident("2024-03-04").and("2024-03-11", notified());
    let says = case.says("rapid-review", "2031-05-05");
    assert!(says.starts_with("Cannot compute: the bank holiday data ends"), "{says}");
}

#[test]
fn a_date_over_a_projected_holiday_is_provisional() {
    let far = Told::of(CaseKind::SeriousIncident, "2028-04-10", "wt2026");
    assert!(far.clock("notification").is_provisional());
    assert!(!Told::incident("2024-03-04").clock("notification").is_provisional());
}

#[test]
fn a_rule_set_that_is_not_loaded_is_named() {
    let case = Told::incident("2024-03-04").pinned("wt2031", case::RapidReviewFrom::Notification);
    assert_eq!(
        case.says("notification", "2024-03-05"),
        "Cannot compute: the rule set “wt2031” of this case is not among the rules that are loaded: load it"
    );
}
