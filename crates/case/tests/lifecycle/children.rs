//! The children of a case, and the councils concerned.

use case::consideration::{Locus, NotifiableDecision};
use case::notification::{Authorities, IdentifyChild, Identity};
use case::{Fact, Step, Word, Words};

use crate::given::{day, organisation, person, words};
use crate::stories::{a_considered_case, a_notified_case, a_referred_case, both_limbs_met, child, decided};

fn pseudonym() -> Words {
    words(Word::Pseudonym, "Aspen")
}

fn identify(child: u8, who: u128, name: &str, born: &str) -> Step {
    let identity = Identity { name: name.to_owned(), date_of_birth: Some(day(born)) };
    Step::IdentifyChild(IdentifyChild { child, person: person(who), identity })
}

fn nobody() -> Authorities {
    Authorities { incident: None, home: None, placing: None, linked: Vec::new() }
}

#[test]
fn one_incident_may_concern_several_children_numbered_in_order() {
    let given = a_referred_case().and("2024-03-08", Step::AddChild(child(1)), pseudonym());
    given.when("2024-03-08", Step::AddChild(child(1)), pseudonym()).then_refused("number", "The next is 2");
    given.when("2024-03-08", Step::AddChild(child(3)), pseudonym()).then_refused("number", "The next is 2");
    let six = (2..=6).fold(given, |given, n| given.and("2024-03-08", Step::AddChild(child(n)), pseudonym()));
    assert_eq!(six.case.notification.children.len(), 6);
}

#[test]
fn a_case_holds_99_children() {
    let full = (1..=99)
        .fold(a_referred_case(), |given, n| given.and("2024-03-08", Step::AddChild(child(n)), pseudonym()));
    full.when("2024-03-08", Step::AddChild(child(100)), pseudonym())
        .then_refused("number", "can hold 99 children");
}

#[test]
fn a_child_about_whom_little_is_known_has_a_pseudonym() {
    a_referred_case()
        .when("2024-03-08", Step::AddChild(child(1)), Words::none())
        .then_refused("pseudonym", "Enter a pseudonym");
}

#[test]
fn who_a_child_is_never_enters_the_record() {
    let case = a_notified_case()
        .when("2024-03-12", identify(1, 7, "Example Name", "2023-11-30"), Words::none())
        .then_fact(|fact| matches!(fact, Fact::ChildIdentified(child) if child.person == person(7)))
        .case;
    assert!(!format!("{case:?}").contains("Example Name"));
}

#[test]
fn a_child_is_identified_with_a_name_and_a_past_date_of_birth() {
    let given = a_notified_case().today("2024-03-12");
    given
        .when("2024-03-12", identify(2, 7, "Example", "2023-11-30"), Words::none())
        .then_refused("child", "There is no child 2");
    given
        .when("2024-03-12", identify(1, 7, "  ", "2023-11-30"), Words::none())
        .then_refused("name", "Enter the child’s");
    given
        .when("2024-03-12", identify(1, 7, "Example", "2024-03-13"), Words::none())
        .then_refused("date_of_birth", "today or in the past");
}

#[test]
fn two_children_are_two_people() {
    a_notified_case()
        .and("2024-03-12", Step::AddChild(child(2)), words(Word::Pseudonym, "Birch"))
        .and("2024-03-12", identify(1, 7, "Example", "2023-11-30"), Words::none())
        .when("2024-03-12", identify(2, 7, "Example", "2023-11-30"), Words::none())
        .then_refused("person", "is child 1 already");
}

#[test]
fn the_councils_and_partnerships_concerned_are_named() {
    let given = a_notified_case();
    given
        .when("2024-03-12", Step::NameAuthorities(nobody()), Words::none())
        .then_refused("incident", "at least one");
    let home = Authorities { home: Some(organisation(8)), ..nobody() };
    let case = given.and("2024-03-12", Step::NameAuthorities(home), Words::none()).case;
    assert_eq!(case.notification.authorities.as_ref().unwrap().home, Some(organisation(8)));
}

#[test]
fn an_incident_outside_england_has_no_council_where_it_happened() {
    let abroad = NotifiableDecision { locus: Locus::OutsideEngland, ..both_limbs_met() };
    let incident = Authorities { incident: Some(organisation(8)), ..nobody() };
    a_considered_case()
        .and("2024-03-11", Step::DecideNotifiable(abroad), decided())
        .when("2024-03-12", Step::NameAuthorities(incident), Words::none())
        .then_refused("incident", "outside England");
}
