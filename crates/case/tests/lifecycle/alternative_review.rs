//! Other kinds of review.

use case::consideration::{AlternativeKind, AlternativeReview, CaseKind, NotNotifiableDecision};
use case::terms::{Abuse, Harm};
use case::{Stage, Step, Word, Words};

use crate::given::{Given, day, organisation, words};
use crate::stories::{a_considered_case, a_referred_case, a_referred_case_of, decided};

fn criteria_not_met() -> NotNotifiableDecision {
    NotNotifiableDecision {
        harm: Harm::SeriousHarm,
        abuse: Abuse::NotSuspected,
        elsewhere: false,
        told: vec![organisation(1)],
    }
}

fn a_case_that_is_not_notifiable() -> Given {
    a_considered_case().and("2024-03-12", Step::DecideNotNotifiable(criteria_not_met()), decided())
}

fn audit() -> AlternativeReview {
    AlternativeReview { kind: AlternativeKind::MultiAgencyAudit, owner: None, due: Some(day("2024-09-30")) }
}

fn chosen() -> Words {
    words(Word::Reason, "Much to learn").and(Word::Who, "Chair of the review group")
}

#[test]
fn a_case_that_is_not_notifiable_can_be_reviewed_in_another_way() {
    a_case_that_is_not_notifiable()
        .when("2024-03-13", Step::StartAlternativeReview(audit()), chosen())
        .then_stage(Stage::AlternativeReview)
        .when("2024-09-20", Step::FinishAlternativeReview, words(Word::Learning, "Ask about the father"))
        .then_stage(Stage::ActionsOpen);
}

#[test]
fn a_local_learning_review_starts_without_a_decision_on_notifying() {
    a_referred_case_of(CaseKind::LocalLearning)
        .when("2024-03-13", Step::StartAlternativeReview(audit()), chosen())
        .then_stage(Stage::AlternativeReview);
}

#[test]
fn a_serious_incident_is_considered_before_it_is_reviewed_in_another_way() {
    a_referred_case()
        .when("2024-03-13", Step::StartAlternativeReview(audit()), chosen())
        .then_refused("do", "Decide first");
}

#[test]
fn another_review_needs_a_reason_an_owner_and_a_due_date_that_can_be_met() {
    let given = a_case_that_is_not_notifiable();
    let start = |review| given.when("2024-03-13", Step::StartAlternativeReview(review), Words::none());
    start(audit()).then_refused("reason", "Enter why");
    start(audit()).then_refused("who", "Enter who owns");
    start(AlternativeReview { due: Some(day("2024-03-12")), ..audit() })
        .then_refused("due", "(12 March 2024) cannot be before the start of the review (13 March 2024)");
}

#[test]
fn another_review_ends_with_what_was_learnt() {
    a_case_that_is_not_notifiable()
        .and("2024-03-13", Step::StartAlternativeReview(audit()), chosen())
        .when("2024-09-20", Step::FinishAlternativeReview, Words::none())
        .then_refused("learning", "Enter what was learnt");
}
