//! Whether the rapid review’s 15 working days count from becoming aware or from the notification.

use case::consideration::CaseKind;
use case::rules::{Choices, Rules};
use case::{Course, RapidReviewFrom};

use crate::told::{Told, day, notified};

#[test]
fn both_dates_are_computed_and_the_one_from_the_notification_counts() {
    let clock = Told::incident("2024-03-04").and("2024-03-11", notified()).clock("rapid-review");
    assert_eq!(clock.due_date(), Some(day("2024-04-03")));
    let other = clock.other_reading.unwrap();
    assert_eq!(other.from, RapidReviewFrom::Awareness);
    assert_eq!(other.due.unwrap().date, day("2024-03-25"));
}

#[test]
fn under_working_together_2018_the_one_from_awareness_counts() {
    let case = Told::of(CaseKind::SeriousIncident, "2019-03-04", "wt2018").and("2019-03-11", notified());
    let clock = case.clock("rapid-review");
    assert_eq!(clock.due_date(), Some(day("2019-03-25")));
    let other = clock.other_reading.unwrap();
    assert_eq!(other.from, RapidReviewFrom::Notification);
    assert_eq!(other.due.unwrap().date, day("2019-04-01"));
}

#[test]
fn before_the_notification_there_is_no_date_counted_from_it() {
    let clock = Told::incident("2024-03-04").clock("rapid-review");
    assert_eq!(clock.course, Course::NotStarted);
    assert_eq!(clock.due_date(), None);
    assert_eq!(clock.other_reading.unwrap().due.unwrap().date, day("2024-03-25"));
}

#[test]
fn a_partnership_may_choose_the_other_reading_for_cases_to_come() {
    let choices = Choices { rapid_review_from: Some(RapidReviewFrom::Awareness), ..Choices::default() };
    let rules = Rules::shipped().clone().choosing(choices);
    assert_eq!(rules.pin(Some(day("2024-03-04"))).rapid_review_from, RapidReviewFrom::Awareness);

    let running = Told::incident("2024-03-04").and("2024-03-11", notified());
    let clock = running.clock_by("rapid-review", &rules, &crate::told::CALENDAR);
    assert_eq!(clock.due_date(), Some(day("2024-04-03")), "a clock that runs does not move");
}

#[test]
fn the_start_is_always_said() {
    let clock = Told::incident("2024-03-04").and("2024-03-11", notified()).clock("rapid-review");
    let start = clock.start.unwrap();
    assert_eq!(format!("{}, {}", start.what, start.on), "the notification, 11 March 2024");
    assert_eq!(clock.rule_set.unwrap().name, "Working Together 2023");
    assert!(clock.rule.unwrap().source.contains("June 2025"));
}
