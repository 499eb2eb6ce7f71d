//! Correcting what is recorded, and striking it out.

use case::consideration::NotifiableDecision;
use case::notification::{Child, PartiesTold};
use case::terms::{Harm, Partner};
use case::{Case, Fact, KeyDate, Stage, Step, Word, Words};

use crate::given::{when, words};
use crate::second_thoughts::{assert_replays, correct, entry, erase, slip, strike_out, why};
use crate::stories::{
    a_case_awaiting_notification, a_case_with_an_open_rapid_review, a_notified_case, both_limbs_met, child,
    decided, notification, rapid_review, sent,
};

#[test]
fn a_corrected_date_takes_the_place_of_the_wrong_one_and_both_stay_in_the_history() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let given = given.and("2024-03-13", correct(wrong, notification()), sent().and(Word::Correction, "Slip"));
    assert_eq!(given.case.dates.get(KeyDate::Notified), Some(when("2024-03-13")));
    assert_eq!(given.case.entry(wrong).unwrap().event.on, when("2024-03-12"));
    assert!(given.case.history().iter().any(|recorded| matches!(recorded.event.fact, Fact::Corrected(_))));
    assert_replays(&given);
}

#[test]
fn the_latest_correction_of_an_entry_counts() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let correction = || sent().and(Word::Correction, "Slip");
    let given = given.and("2024-03-14", correct(wrong, notification()), correction()).and(
        "2024-03-13",
        correct(wrong, notification()),
        correction(),
    );
    assert_eq!(given.case.dates.get(KeyDate::Notified), Some(when("2024-03-13")));
    assert_replays(&given);
}

#[test]
fn an_entry_struck_out_counts_no_more() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let given = given.when("2024-03-13", strike_out(wrong), slip()).then_stage(Stage::AwaitingNotification);
    assert_eq!(given.case.dates.get(KeyDate::Notified), None);
    assert_eq!(given.case.notification.notification, None);
    assert_eq!(given.case.entry(wrong).unwrap().event.fact.kind(), "notified");
    assert_replays(&given);
}

#[test]
fn an_entry_struck_out_in_error_is_brought_back_by_another_correction() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let given = given
        .and("2024-03-13", strike_out(wrong), slip())
        .when("2024-03-12", correct(wrong, notification()), sent().and(Word::Correction, "It was right"))
        .then_stage(Stage::Notified);
    assert_replays(&given);
}

#[test]
fn a_case_goes_on_after_a_correction() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let given = given
        .and("2024-03-13", correct(wrong, notification()), sent().and(Word::Correction, "Slip"))
        .when("2024-03-14", Step::OpenRapidReview(rapid_review()), words(Word::Scope, "From birth"))
        .then_stage(Stage::RapidReviewOpen);
    assert_replays(&given);
}

#[test]
fn a_correction_says_why_and_leaves_the_reason_of_the_entry_alone() {
    let given = a_case_awaiting_notification();
    let wrong = entry(&given, "found_notifiable");
    let death = NotifiableDecision { harm: Harm::Death, ..both_limbs_met() };
    given
        .when("2024-03-11", correct(wrong, Step::DecideNotifiable(death.clone())), decided())
        .then_refused("correction", "Enter why the entry is corrected");
    let case = given
        .and(
            "2024-03-11",
            correct(wrong, Step::DecideNotifiable(death)),
            decided().and(Word::Correction, "Slip"),
        )
        .case;
    assert_eq!(case.consideration.notifiable.as_ref().unwrap().harm, Harm::Death);
    let correction = &case.history().last().unwrap().event.words;
    assert_eq!(correction.get(Word::Reason), Some("Unexplained fractures"));
}

#[test]
fn a_corrected_child_keeps_its_number() {
    let given =
        a_notified_case().and("2024-03-12", Step::AddChild(child(2)), words(Word::Pseudonym, "Birch"));
    let first =
        given.case.history().iter().find(|recorded| recorded.event.fact.kind() == "child_added").unwrap().seq;
    let died = |number| Step::AddChild(Child { harm: Harm::Death, ..child(number) });
    let words = || words(Word::Pseudonym, "Aspen").and(Word::Correction, "Died since");
    given.when("2024-03-12", correct(first, died(2)), words()).then_refused("number", "The next is 1");
    let case = given.and("2024-03-12", correct(first, died(1)), words()).case;
    assert_eq!(case.notification.children[&1].harm, Harm::Death);
}

#[test]
fn a_child_struck_out_leaves_its_number_unused() {
    let given = a_notified_case();
    let wrong = entry(&given, "child_added");
    let given = given.and("2024-03-12", strike_out(wrong), slip());
    given
        .when("2024-03-12", Step::AddChild(child(1)), words(Word::Pseudonym, "Birch"))
        .then_refused("number", "The next is 2");
}

#[test]
fn a_long_story_with_corrections_reads_back_as_it_was_told_entry_by_entry() {
    let told = |partner| Step::TellParties(PartiesTold { partners: vec![partner], others: Vec::new() });
    let given = a_case_with_an_open_rapid_review().and("2024-03-12", told(Partner::Icb), Words::none());
    let (decision, telling) = (entry(&given, "found_notifiable"), entry(&given, "parties_told"));
    let death = Step::DecideNotifiable(NotifiableDecision { harm: Harm::Death, ..both_limbs_met() });
    let given = given
        .and("2024-03", correct(decision, death), decided().and(Word::Correction, "Slip"))
        .and("2024-03-14", strike_out(telling), slip())
        .and("2024-03-15", told(Partner::Police), Words::none())
        .and("2024-03-16", erase(&[decision]), why());
    let mut one_by_one = Case::new();
    for recorded in given.case.history() {
        one_by_one.apply(recorded.clone());
        assert_eq!(Case::replay(one_by_one.history().to_vec()), one_by_one);
    }
    assert_eq!(one_by_one, given.case);
    assert_eq!(given.case.dates.get(KeyDate::PartiesTold), Some(when("2024-03-15")));
}
