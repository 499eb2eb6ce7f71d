//! Erasing words and names for good.

use case::consideration::CaseKind;
use case::keeping::{Access, AccessAs, PersonErasure};
use case::notification::{IdentifyChild, Identity};
use case::{Case, Fact, Stage, Step, Word, Words};

use crate::given::{person, words};
use crate::second_thoughts::{assert_replays, correct, entry, erase, why};
use crate::stories::{a_case_awaiting_notification, a_notified_case, a_referred_case, referral};

fn grant(who: u128, as_role: AccessAs) -> Step {
    Step::GrantAccess(Access { person: person(who), as_role })
}

#[test]
fn erased_words_are_gone_from_the_case_and_its_history() {
    let given = a_referred_case();
    let referred = entry(&given, "referred");
    let given = given.and("2024-03-09", erase(&[referred]), why());
    assert_eq!(given.case.title, "");
    assert!(given.case.entry(referred).unwrap().event.words.is_empty());
    assert_eq!(given.case.stage, Stage::Referred, "the structured history stays");
    assert_replays(&given);
}

#[test]
fn a_history_read_back_with_its_words_still_forgets_the_erased_ones() {
    let before = a_referred_case();
    let referred = entry(&before, "referred");
    let after = before.clone().and("2024-03-09", erase(&[referred]), why());
    let mut history = before.case.history().to_vec();
    history.extend(after.case.history().last().cloned());
    assert_eq!(Case::replay(history), after.case);
}

#[test]
fn the_words_of_a_correction_are_erased_apart_from_those_it_replaced() {
    let given = a_referred_case();
    let referred = entry(&given, "referred");
    let given = given.and(
        "2024-03-08",
        correct(referred, Step::Refer(referral(CaseKind::SeriousIncident))),
        words(Word::Title, "Infant, fractures").and(Word::Correction, "Too vague"),
    );
    let given = given.and("2024-03-09", erase(&[referred]), why());
    assert_eq!(given.case.title, "Infant, fractures");
    let correction = entry(&given, "corrected");
    let given = given.and("2024-03-10", erase(&[correction]), why());
    assert_eq!(given.case.title, "");
    assert_replays(&given);
}

#[test]
fn words_are_erased_from_entries_that_have_them_for_a_reason() {
    let given = a_case_awaiting_notification();
    let (referred, considered) = (entry(&given, "referred"), entry(&given, "considered"));
    given.when("2024-03-12", erase(&[referred]), Words::none()).then_refused("reason", "Enter why");
    given.when("2024-03-12", erase(&[]), why()).then_refused("entries", "at least one entry");
    given.when("2024-03-12", erase(&[999]), why()).then_refused("entries", "There is no entry 999");
    given
        .when("2024-03-12", erase(&[considered]), why())
        .then_refused("entries", &format!("Entry {considered} has no words"));
}

#[test]
fn a_person_of_the_case_is_erased_for_a_reason_even_when_somebody_else_was_identified_since() {
    let identify = |who| {
        let identity = Identity { name: "Example".to_owned(), date_of_birth: None };
        Step::IdentifyChild(IdentifyChild { child: 1, person: person(who), identity })
    };
    let given = a_notified_case()
        .and("2024-03-12", identify(7), Words::none())
        .and("2024-03-13", identify(8), Words::none())
        .and("2024-03-13", grant(2, AccessAs::Partner), Words::none());
    let erase = |who| Step::ErasePerson(PersonErasure { person: person(who) });
    given.when("2024-03-14", erase(7), Words::none()).then_refused("reason", "Enter why");
    given.when("2024-03-14", erase(9), why()).then_refused("person", "Nobody with this id");
    for who in [7, 8, 2] {
        given.when("2024-03-14", erase(who), why()).then_fact(|fact| matches!(fact, Fact::PersonErased(_)));
    }
}
