//! The LCSPR’s six months, the copies before publication and the year online.

use case::consideration::CaseKind;
use case::lcspr::{Discontinuation, FinalReport, LcsprDecision};
use case::publication::{
    Copies, ImprovementsPublished, Publication, PublicationDeclined, PublicationHold, PublicationPlan,
    Recipient, TakeDown,
};
use case::rules::{Choices, Rules};
use case::{Course, Fact, Stage, When};

use crate::told::{CALENDAR, Told, day, notified, submitted};

fn decided() -> Fact {
    Fact::LcsprDecided(LcsprDecision {
        criteria: Vec::new(),
        circumstances: Vec::new(),
        scope_from: When::NotKnown,
        scope_to: When::NotKnown,
    })
}

/// An LCSPR decided on this day.
pub(crate) fn with_an_lcspr(on: &str) -> Told {
    Told::of(CaseKind::SeriousIncident, "2023-12-18", "wt2023")
        .and("2023-12-20", notified())
        .and("2024-01-12", submitted())
        .at(Stage::PanelResponded)
        .and(on, decided())
}

/// Its final report is agreed.
fn with_a_final_report() -> Told {
    with_an_lcspr("2024-01-31").at(Stage::LcsprInProgress).and(
        "2024-03-01",
        Fact::FinalReportAgreed(FinalReport { version: 1, improvements: true, reasons: true }),
    )
}

fn planned(day_of_publication: &str) -> Fact {
    Fact::PublicationPlanned(PublicationPlan { planned: day(day_of_publication) })
}

fn copies(day_of_publication: &str) -> Fact {
    let to = vec![Recipient::Panel, Recipient::SecretaryOfState, Recipient::Ofsted];
    Fact::CopiesSent(Copies { to, planned: day(day_of_publication) })
}

fn published() -> Fact {
    Fact::Published(Publication {})
}

#[test]
fn six_months_end_on_the_last_day_of_a_shorter_month() {
    assert_eq!(with_an_lcspr("2024-08-31").due("lcspr"), day("2025-02-28"));
    assert_eq!(with_an_lcspr("2024-03-20").due("lcspr"), day("2024-09-20"));
}

#[test]
fn the_six_months_end_with_publication_of_the_report_the_improvements_or_the_reasons() {
    let improvements = Fact::ImprovementsPublished(ImprovementsPublished {
        panel_told: When::NotKnown,
        secretary_of_state_told: When::NotKnown,
    });
    let declined = Fact::PublicationDeclined(PublicationDeclined {
        panel_told: When::NotKnown,
        secretary_of_state_told: When::NotKnown,
    });
    let ready = with_a_final_report().at(Stage::PrePublication);
    for end in [published(), improvements, declined] {
        assert_eq!(ready.clone().and("2024-07-31", end).says("lcspr", "2024-08-01"), "Met on the last day");
    }
}

#[test]
fn a_stopped_lcspr_has_no_deadline() {
    let case = with_an_lcspr("2024-01-31")
        .and("2024-03-01", Fact::LcsprDiscontinued(Discontinuation { panel_told: When::NotKnown }));
    for name in ["lcspr", "copies", "online"] {
        assert_eq!(case.says(name, "2024-03-01"), "Not needed: the LCSPR was stopped", "{name}");
    }
}

#[test]
fn without_an_lcspr_its_clocks_are_not_needed() {
    let case = Told::incident("2024-03-04").and("2024-03-11", notified()).at(Stage::ClosedAtRapidReview);
    for name in ["lcspr", "copies", "online"] {
        assert_eq!(case.says(name, "2024-05-01"), "Not needed: no LCSPR", "{name}");
    }
}

#[test]
fn copies_go_seven_working_days_before_the_day_planned() {
    let case = with_a_final_report();
    assert_eq!(case.clock("copies").course, Course::NotStarted);
    let case = case.and("2024-03-04", planned("2024-03-27"));
    assert_eq!(case.due("copies"), day("2024-03-18"));
    assert_eq!(case.says("copies", "2024-03-15"), "1 working day left");
    assert_eq!(case.says("copies", "2024-03-19"), "1 working day overdue");
    let sent = case.and("2024-03-18", copies("2024-03-27"));
    assert_eq!(sent.says("copies", "2024-03-19"), "Met on the last day");
}

#[test]
fn a_copy_for_the_panel_alone_leaves_the_clock_open() {
    let copy = |to| Fact::CopiesSent(Copies { to: vec![to], planned: day("2024-03-27") });
    let panel = with_a_final_report().and("2024-03-14", copy(Recipient::Panel));
    assert_eq!(panel.says("copies", "2024-03-15"), "1 working day left");
    let both = panel.and("2024-03-19", copy(Recipient::SecretaryOfState));
    assert_eq!(both.says("copies", "2024-03-20"), "Done 19 March 2024, 1 working day late");
}

#[test]
fn seven_clear_days_are_one_day_earlier() {
    let rules =
        Rules::shipped().clone().choosing(Choices { copies_in_clear_days: true, ..Choices::default() });
    let case = with_a_final_report().and("2024-03-04", planned("2024-03-27"));
    assert_eq!(case.clock_by("copies", &rules, &CALENDAR).due_date(), Some(day("2024-03-15")));
}

#[test]
fn publishing_earlier_than_planned_can_make_copies_late() {
    let case = with_a_final_report().and("2024-03-18", copies("2024-03-27")).and("2024-03-25", published());
    assert_eq!(case.due("copies"), day("2024-03-14"));
    assert_eq!(case.says("copies", "2024-03-26"), "Done 18 March 2024, 2 working days late");
}

#[test]
fn while_publication_is_held_no_copies_are_due() {
    let hold = PublicationHold {
        review_on: day("2024-06-03"),
        panel_told: When::NotKnown,
        secretary_of_state_told: When::NotKnown,
    };
    let case = with_a_final_report()
        .and("2024-03-04", planned("2024-03-27"))
        .and("2024-03-08", Fact::PublicationHeld(hold));
    assert_eq!(case.says("copies", "2024-04-02"), "Not started");
    assert_eq!(case.says("publication-hold-review", "2024-05-31"), "1 working day left");
    assert_eq!(case.says("lcspr", "2024-08-01"), "1 working day overdue", "a hold stops no clock");
}

#[test]
fn a_report_stays_online_for_a_year() {
    let case = with_a_final_report().at(Stage::PrePublication).and("2024-03-27", published());
    assert_eq!(case.due("online"), day("2025-03-27"));
    assert_eq!(case.says("online", "2025-03-26"), "1 working day left");
    assert_eq!(case.says("online", "2025-03-27"), "Kept online until 27 March 2025, as long as it must be");
    let taken_down = |on| case.clone().and(on, Fact::TakenDown(TakeDown { legal_order: false }));
    assert_eq!(
        taken_down("2025-03-26").says("online", "2025-06-01"),
        "Ended 26 March 2025, 1 working day too early"
    );
    assert!(taken_down("2025-03-27").says("online", "2025-06-01").starts_with("Kept online"));
}

#[test]
fn the_year_online_is_a_minimum_and_no_deadline_to_plan_ahead_of() {
    let case = with_a_final_report().at(Stage::PrePublication).and("2026-10-30", published());
    assert_eq!(case.due("online"), day("2027-10-30"), "a Saturday");
    let clock = case.clock("online");
    assert_eq!(clock.plan_for(&CALENDAR), None, "taking it down on the Friday would break the rule");
    assert_eq!(clock.not_before(&CALENDAR), Some(day("2027-11-01")), "the Monday");
    assert_eq!(clock.words(day("2027-10-29"), &CALENDAR), "Must stay online until then");
    for key in ["lcspr", "copies"] {
        assert_eq!(case.clock(key).not_before(&CALENDAR), None, "{key} is a deadline");
    }
}

#[test]
fn what_is_not_published_need_not_stay_online() {
    let declined =
        PublicationDeclined { panel_told: When::NotKnown, secretary_of_state_told: When::NotKnown };
    let case = with_a_final_report().and("2024-03-27", Fact::PublicationDeclined(declined));
    for name in ["online", "copies"] {
        assert_eq!(case.says(name, "2024-03-28"), "Not needed: nothing is published", "{name}");
        let later = case.clone().and("2024-04-02", Fact::ActionsOpened);
        assert_eq!(later.says(name, "2024-04-03"), "Not needed: nothing is published", "{name}");
    }
}

#[test]
fn a_closed_case_still_says_until_when_the_report_stays_online() {
    let case = with_a_final_report().at(Stage::PrePublication).and("2024-03-27", published());
    let closed = case
        .and("2024-04-02", Fact::ActionsOpened)
        .and("2024-08-01", Fact::ImpactReviewStarted)
        .and("2024-09-02", Fact::Closed);
    assert_eq!(
        closed.says("online", "2024-09-03"),
        "Not needed: the case is closed; keep the report online until at least 27 March 2025"
    );
}
