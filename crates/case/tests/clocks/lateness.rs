//! Delays are explained, never excused: the first due date stays.

use case::lcspr::{Hold, LcsprDecision};
use case::proceedings::{Delay, StatutoryClock};
use case::publication::Publication;
use case::{Fact, Stage, When};

use crate::told::{CALENDAR, Told, day, notified, submitted, when};

fn hold(panel_told: &str) -> Fact {
    Fact::LcsprHeld(Hold {
        proceeding: None,
        expected_end: when("2024-12"),
        review_on: Some(day("2024-09-02")),
        panel_told: when(panel_told),
        secretary_of_state_told: When::NotKnown,
    })
}

fn delay(clock: StatutoryClock, expected: &str, panel_told: &str) -> Fact {
    Fact::DelayExplained(Delay {
        clock,
        expected: when(expected),
        panel_told: when(panel_told),
        secretary_of_state_told: When::NotKnown,
    })
}

/// As in Surrey: an LCSPR announced on 10 October 2023 and published on 13 November 2025, after a trial.
fn case_a() -> Told {
    Told::of(case::consideration::CaseKind::SeriousIncident, "2023-08", "wt2018")
        .at(Stage::PanelResponded)
        .and(
            "2023-10-10",
            Fact::LcsprDecided(LcsprDecision {
                criteria: Vec::new(),
                circumstances: Vec::new(),
                scope_from: When::NotKnown,
                scope_to: When::NotKnown,
            }),
        )
        .at(Stage::LcsprInProgress)
}

#[test]
fn six_months_run_on_while_a_trial_holds_the_review() {
    let case = case_a().and("2024-01-15", hold("not known"));
    assert_eq!(case.due("lcspr"), day("2024-04-10"));
    assert_eq!(case.says("lcspr", "2024-04-11"), "1 working day overdue", "the Panel was not told");
    assert_eq!(case.says("hold-review", "2024-08-30"), "1 working day left");
}

#[test]
fn a_hold_of_which_the_panel_was_told_explains_why_it_is_late() {
    let case = case_a().and("2024-01-15", hold("2024-01-16"));
    assert_eq!(case.says("lcspr", "2024-03-01"), "26 working days left");
    assert_eq!(case.says("lcspr", "2024-06-03"), "Missed 10 April 2024. Panel told 16 January 2024");
    let resumed = case.and("2025-01-06", Fact::LcsprResumed);
    assert_eq!(resumed.says("lcspr", "2025-06-02"), "Missed 10 April 2024. Panel told 16 January 2024");
    let expected = resumed.and("2025-06-02", delay(StatutoryClock::Lcspr, "2025-11", "2025-06-02"));
    assert_eq!(
        expected.says("lcspr", "2025-06-03"),
        "Missed 10 April 2024. Panel told 2 June 2025. Expected November 2025"
    );
    let published = expected.at(Stage::PrePublication).and("2025-11-13", Fact::Published(Publication {}));
    assert_eq!(published.says("lcspr", "2025-11-14"), "Done 13 November 2025, 405 working days late");
    assert_eq!((day("2025-11-13") - day("2023-10-10")).num_days(), 765);
}

#[test]
fn a_delay_moves_no_date() {
    let case = Told::incident("2024-03-04").and("2024-03-11", notified());
    let explained =
        case.clone().and("2024-03-28", delay(StatutoryClock::RapidReview, "2024-04-19", "2024-03-28"));
    assert_eq!(explained.due("rapid-review"), case.due("rapid-review"));
    assert_eq!(explained.says("rapid-review", "2024-04-02"), "1 working day left", "it can still be met");
    assert_eq!(
        explained.says("rapid-review", "2024-04-04"),
        "Missed 3 April 2024. Panel told 28 March 2024. Expected 19 April 2024"
    );
    assert!(explained.clock("rapid-review").state(day("2024-04-04"), &CALENDAR).is_missed());
    let sent = explained.and("2024-04-19", submitted());
    assert_eq!(sent.says("rapid-review", "2024-04-22"), "Done 19 April 2024, 12 working days late");
}

#[test]
fn a_delay_nobody_told_the_panel_of_explains_nothing() {
    let case = Told::incident("2024-03-04")
        .and("2024-03-11", notified())
        .and("2024-03-28", delay(StatutoryClock::RapidReview, "2024-04-19", "not known"));
    assert_eq!(case.says("rapid-review", "2024-04-04"), "1 working day overdue");
}

#[test]
fn an_easement_is_shown_and_moves_no_date() {
    let during = Told::of(case::consideration::CaseKind::SeriousIncident, "2020-05-01", "wt2018");
    let clock = during.clock("notification");
    assert_eq!(clock.due_date(), Some(day("2020-05-11")));
    assert_eq!(clock.easement.unwrap().id, "pandemic");
    assert!(!clock.easement.unwrap().verified);
    let after = Told::of(case::consideration::CaseKind::SeriousIncident, "2021-07-19", "wt2018");
    assert_eq!(after.clock("notification").easement, None);
    let ended_within = Told::of(case::consideration::CaseKind::SeriousIncident, "2020-03-19", "wt2018");
    assert!(ended_within.clock("notification").easement.is_some(), "it began before the last day");
}
