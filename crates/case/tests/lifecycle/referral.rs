//! How a case starts: by a referral, or brought in from elsewhere.

use case::consideration::{BroughtIn, CaseKind, Consideration, KnownDate, Referral};
use case::{KeyDate, Stage, Step, When, Word, Words};

use crate::given::{Given, partnership, when, words};
use crate::stories::{a_referred_case, referral, title};

fn brought_in(stage: Stage) -> BroughtIn {
    BroughtIn {
        partnership: partnership(),
        kind: CaseKind::SeriousIncident,
        stage,
        incident: when("2019"),
        aware: When::NotKnown,
        known: vec![KnownDate { what: KeyDate::Notified, on: when("2020-02") }],
    }
}

fn from_a_published_report() -> Words {
    title().and(Word::Source, "Published report of the partnership")
}

#[test]
fn a_referral_starts_a_case_with_its_reference_title_and_dates() {
    let case = Given::nothing()
        .when("2024-03-08", Step::Refer(referral(CaseKind::SeriousIncident)), title())
        .then_stage(Stage::Referred)
        .case;
    assert_eq!(case.reference().unwrap().to_string(), "2026-014");
    assert_eq!(case.title, "Infant, serious harm at home");
    assert_eq!(case.kind, Some(CaseKind::SeriousIncident));
    assert_eq!(case.dates.get(KeyDate::Aware), Some(when("2024-03-08")));
}

#[test]
fn a_referral_may_leave_every_date_open() {
    let undated =
        Referral { incident: When::NotKnown, aware: When::NotKnown, ..referral(CaseKind::SeriousIncident) };
    Given::nothing().when("not known", Step::Refer(undated), title()).then_stage(Stage::Referred);
}

#[test]
fn a_referral_needs_a_title_that_names_nobody() {
    let refer = || Step::Refer(referral(CaseKind::SeriousIncident));
    let nothing = Given::nothing();
    nothing.when("2024-03-08", refer(), Words::none()).then_refused("title", "Enter a title");
    nothing
        .when("2024-03-08", refer(), words(Word::Title, "Harm to Jane Example"))
        .then_refused("title", "must not include a name");
}

#[test]
fn a_referral_is_not_of_the_future() {
    let nothing = Given::nothing().today("2024-03-08");
    for (field, referral) in [
        ("incident", Referral { incident: when("2024-03-09"), ..referral(CaseKind::SeriousIncident) }),
        ("aware", Referral { aware: when("2024-04"), ..referral(CaseKind::SeriousIncident) }),
        ("agency_aware", Referral { agency_aware: when("2025"), ..referral(CaseKind::SeriousIncident) }),
    ] {
        nothing
            .when("2024-03-08", Step::Refer(referral), title())
            .then_refused(field, "must be today or in the past");
    }
}

#[test]
fn the_council_cannot_be_aware_before_the_incident() {
    let upside_down = Referral { incident: when("2024-03-09"), ..referral(CaseKind::SeriousIncident) };
    Given::nothing().when("2024-03-09", Step::Refer(upside_down), title()).then_refused(
        "on",
        "the council becoming aware (8 March 2024) cannot be before the incident (9 March 2024)",
    );
}

#[test]
fn a_case_is_started_once() {
    a_referred_case()
        .when("2024-03-08", Step::Refer(referral(CaseKind::SeriousIncident)), title())
        .then_refused("do", "started already");
    Given::nothing()
        .when("2024-03-08", Step::Consider(Consideration { asked: Vec::new() }), Words::none())
        .then_refused("do", "Start the case first");
}

#[test]
fn a_case_that_began_elsewhere_is_brought_in_at_the_stage_it_has_reached() {
    for stage in Stage::ALL.iter().filter(|stage| **stage != Stage::New) {
        let case = Given::nothing()
            .when("2026-01-05", Step::BringIn(brought_in(*stage)), from_a_published_report())
            .then_stage(*stage)
            .case;
        assert_eq!(case.brought_in_at, Some(*stage));
        assert_eq!(case.dates.get(KeyDate::Notified), Some(when("2020-02")));
    }
}

#[test]
fn a_case_brought_in_needs_a_title_a_source_and_a_stage() {
    let nothing = Given::nothing();
    nothing
        .when("2026-01-05", Step::BringIn(brought_in(Stage::Published)), Words::none())
        .then_refused("title", "Enter a title");
    nothing
        .when("2026-01-05", Step::BringIn(brought_in(Stage::Published)), title())
        .then_refused("source", "Enter where");
    nothing
        .when("2026-01-05", Step::BringIn(brought_in(Stage::New)), from_a_published_report())
        .then_refused("stage", "Choose the stage");
}

#[test]
fn the_known_dates_of_a_case_brought_in_are_past_in_order_and_given_once() {
    let bring_in = |known: &[(KeyDate, &str)]| {
        let known = known.iter().map(|(what, on)| KnownDate { what: *what, on: when(on) }).collect();
        let case = BroughtIn { known, ..brought_in(Stage::SubmittedToPanel) };
        Given::nothing().when("2026-01-05", Step::BringIn(case), from_a_published_report())
    };
    bring_in(&[(KeyDate::Notified, "2020-02"), (KeyDate::Submitted, "2020-01")])
        .then_refused("on", "the submission to the Panel (January 2020) cannot be before the notification");
    bring_in(&[(KeyDate::Notified, "2020-02"), (KeyDate::Notified, "2020-03")])
        .then_refused("known", "Enter the date of the notification once");
    bring_in(&[(KeyDate::Aware, "2020-02")]).then_refused("known", "in its own field");
    bring_in(&[(KeyDate::Submitted, "2027")]).then_refused("known", "must be today or in the past");
}
