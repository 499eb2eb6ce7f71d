//! What a clock says on the days around its due date.

use case::Stage;
use case::consideration::CaseKind;

use crate::told::{Told, notified, submitted};

/// Notified on Monday 11 March 2024, so that the rapid review is due on Wednesday 3 April, after Easter.
fn a_notified_case() -> Told {
    Told::incident("2024-03-04").and("2024-03-11", notified())
}

#[test]
fn left_are_the_working_days_after_today_up_to_and_including_the_due_date() {
    for (today, says) in [
        ("2024-03-11", "15 working days left"),
        ("2024-03-12", "14 working days left"),
        ("2024-03-28", "2 working days left"),
        ("2024-03-29", "2 working days left"), // Good Friday
        ("2024-03-31", "2 working days left"), // Easter Sunday
        ("2024-04-01", "2 working days left"), // Easter Monday
        ("2024-04-02", "1 working day left"),
        ("2024-04-03", "Due today"),
        ("2024-04-04", "1 working day overdue"),
        ("2024-04-05", "2 working days overdue"),
        ("2024-04-06", "2 working days overdue"), // Saturday
        ("2024-04-08", "3 working days overdue"),
    ] {
        assert_eq!(a_notified_case().says("rapid-review", today), says, "on {today}");
    }
}

#[test]
fn a_deadline_on_a_friday_is_missed_on_saturday_by_no_working_day_yet() {
    let case = Told::incident("2024-03-01"); // a Friday
    assert_eq!(case.says("notification", "2024-03-08"), "Due today");
    assert_eq!(case.says("notification", "2024-03-09"), "Overdue");
    assert_eq!(case.says("notification", "2024-03-11"), "1 working day overdue");
}

#[test]
fn what_is_done_is_judged_by_the_working_days_between() {
    for (sent, says) in [
        ("2024-04-01", "Met, 2 working days early"),
        ("2024-04-02", "Met, 1 working day early"),
        ("2024-04-03", "Met on the last day"),
        ("2024-04-04", "Done 4 April 2024, 1 working day late"),
        ("2024-04-06", "Done 6 April 2024, 2 working days late"),
    ] {
        let case = a_notified_case().and(sent, submitted());
        assert_eq!(case.says("rapid-review", "2026-01-05"), says, "sent {sent}");
    }
}

#[test]
fn what_is_done_says_the_same_on_every_later_day() {
    let case = a_notified_case().and("2024-04-02", submitted());
    assert_eq!(case.says("rapid-review", "2024-04-02"), case.says("rapid-review", "2031-01-01"));
}

#[test]
fn six_months_that_end_on_a_sunday_are_planned_for_the_friday_before() {
    let case = crate::publication::with_an_lcspr("2024-02-18");
    let clock = case.clock("lcspr");
    assert_eq!(clock.due_date(), Some(crate::told::day("2024-08-18")));
    assert_eq!(clock.plan_for(&crate::told::CALENDAR), Some(crate::told::day("2024-08-16")));
    assert_eq!(case.says("lcspr", "2024-08-16"), "No working day left");
    assert_eq!(case.says("lcspr", "2024-08-18"), "Due today");
    assert_eq!(case.says("lcspr", "2024-08-19"), "1 working day overdue");
    assert_eq!(case.clock("rapid-review").plan_for(&crate::told::CALENDAR), None);
}

#[test]
fn what_is_only_expected_is_never_overdue() {
    let case = a_notified_case().at(Stage::PartnerDecision).and("2024-04-03", submitted());
    assert_eq!(case.due("panel-reply"), crate::told::day("2024-04-17"));
    assert_eq!(case.says("panel-reply", "2024-04-16"), "1 working day left");
    assert_eq!(case.says("panel-reply", "2024-04-19"), "2 working days past what was expected");
    let clock = case.clock("panel-reply");
    assert!(!clock.state(crate::told::day("2024-06-03"), &crate::told::CALENDAR).is_missed());
}

#[test]
fn the_days_left_and_used_always_add_up_to_the_limit() {
    let clock = a_notified_case().clock("rapid-review");
    let working = case::explain(&clock, &crate::told::CALENDAR).unwrap();
    assert_eq!(working.counted.len(), 15);
    let skipped: Vec<_> = working.skipped.iter().map(|day| day.why.as_str()).collect();
    assert!(skipped.contains(&"Good Friday") && skipped.contains(&"Easter Monday"), "{skipped:?}");
    assert_eq!(working.due, clock.due_date().unwrap());
}

#[test]
fn a_local_learning_review_has_no_national_clock_that_runs() {
    let case = Told::of(CaseKind::LocalLearning, "2024-03-04", "wt2023").at(Stage::Referred);
    for name in ["notification", "partners-told", "rapid-review", "panel-reply", "lcspr", "copies", "online"]
    {
        assert!(case.says(name, "2024-03-05").starts_with("Not needed"), "{name}");
    }
}
