//! The notification, its reclassification, and who was told.

use case::consideration::{BroughtIn, CaseKind};
use case::notification::{PartiesTold, Reclassification};
use case::terms::Partner;
use case::{KeyDate, Stage, Step, When, Word, Words};

use crate::given::{Given, partnership, when};
use crate::stories::{
    a_case_awaiting_notification, a_case_with_an_open_rapid_review, a_considered_case, a_notified_case,
    decided, notification, sent, title,
};

fn reclassification() -> Reclassification {
    Reclassification { panel_told: when("2024-03-20"), panel_acknowledged: None }
}

#[test]
fn the_notification_stops_the_wait_and_keeps_its_date() {
    let case = a_case_awaiting_notification()
        .when("2024-03-12", notification(), sent())
        .then_stage(Stage::Notified)
        .case;
    assert_eq!(case.dates.get(KeyDate::Notified), Some(when("2024-03-12")));
}

#[test]
fn a_notification_needs_its_number_and_who_sent_it() {
    let given = a_case_awaiting_notification();
    given
        .when("2024-03-12", notification(), Words::none())
        .then_refused("reference", "number of the notification");
    given
        .when("2024-03-12", notification(), Words::none())
        .then_refused("decided_by", "who sent the notification");
}

#[test]
fn a_notification_of_a_case_from_the_past_may_give_a_month_or_no_date() {
    for on in ["2024-03", "2024", "not known"] {
        a_case_awaiting_notification().when(on, notification(), sent()).then_stage(Stage::Notified);
    }
}

#[test]
fn a_notification_is_not_sent_before_the_council_has_decided_that_it_must_be() {
    let given = a_case_awaiting_notification();
    given.when("2024-03-10", notification(), sent()).then_refused(
        "on",
        "“notification sent” (10 March 2024) cannot be before “criteria met” (11 March 2024). Check both dates",
    );
    given.when("2024-03", notification(), sent()).then_stage(Stage::Notified);
}

#[test]
fn a_case_taken_over_is_not_notified_before_the_council_knew() {
    let taken_over = Step::BringIn(BroughtIn {
        partnership: partnership(),
        kind: CaseKind::SeriousIncident,
        stage: Stage::AwaitingNotification,
        incident: When::NotKnown,
        aware: when("2024-03-08"),
        known: Vec::new(),
    });
    Given::nothing()
        .and("2024-04-01", taken_over, title().and(Word::Source, "Paper file"))
        .when("2024-03-07", notification(), sent())
        .then_refused(
            "on",
            "the notification (7 March 2024) cannot be before the council becoming aware (8 March 2024)",
        );
}

#[test]
fn an_incident_is_not_notified_before_the_council_has_decided() {
    a_considered_case()
        .when("2024-03-12", notification(), sent())
        .then_refused("do", "can be recorded only from “Awaiting notification”");
}

#[test]
fn an_incident_notified_in_error_is_reclassified() {
    let case = a_case_with_an_open_rapid_review()
        .when("2024-03-20", Step::Reclassify(reclassification()), decided())
        .then_stage(Stage::NotificationReclassified)
        .case;
    assert!(case.has_ended(), "the rapid review falls away");
}

#[test]
fn a_reclassification_says_who_decided_and_why() {
    let given = a_notified_case();
    let reclassify = || Step::Reclassify(reclassification());
    given.when("2024-03-20", reclassify(), Words::none()).then_refused("decided_by", "for the council");
    given
        .when("2024-03-20", reclassify(), Words::none())
        .then_refused("reason", "does not meet the criteria");
}

#[test]
fn a_reclassification_says_when_the_panel_was_told_even_if_nobody_knows() {
    assert!(serde_json::from_str::<Reclassification>("{}").is_err());
    let undated: Reclassification = serde_json::from_str(r#"{"panel_told": "not known"}"#).unwrap();
    assert_eq!(undated.panel_told, When::NotKnown);
    a_notified_case()
        .when("2024-03-20", Step::Reclassify(undated), decided())
        .then_stage(Stage::NotificationReclassified);
}

#[test]
fn the_panel_is_told_after_the_notification_and_acknowledges_after_it_was_told() {
    let given = a_notified_case();
    let early = Reclassification { panel_told: when("2024-03-11"), ..reclassification() };
    given
        .when("2024-03-20", Step::Reclassify(early), decided())
        .then_refused("panel_told", "(11 March 2024) before the notification (12 March 2024)");
    let psychic = Reclassification { panel_acknowledged: Some(when("2024-03-19")), ..reclassification() };
    given
        .when("2024-03-20", Step::Reclassify(psychic), decided())
        .then_refused("panel_acknowledged", "(19 March 2024) before it was told (20 March 2024)");
}

#[test]
fn partners_are_told_and_the_first_date_counts() {
    let given = a_notified_case();
    let told = |partners: Vec<Partner>| Step::TellParties(PartiesTold { partners, others: Vec::new() });
    given.when("2024-03-12", told(Vec::new()), Words::none()).then_refused("partners", "at least one");
    let case = given
        .and("2024-03-12", told(vec![Partner::Police]), Words::none())
        .and("2024-03-14", told(vec![Partner::Icb]), Words::none())
        .case;
    assert_eq!(case.dates.get(KeyDate::PartiesTold), Some(when("2024-03-12")));
}
