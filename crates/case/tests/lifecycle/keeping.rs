//! Notes, the named list and the title.

use case::keeping::{Access, AccessAs, AccessEnd, Lead, Note};
use case::{Stage, Step, Word, Words};

use crate::given::{Given, person, words};
use crate::stories::a_referred_case;

fn grant(who: u128, as_role: AccessAs) -> Step {
    Step::GrantAccess(Access { person: person(who), as_role })
}

fn take_off(who: u128) -> Step {
    Step::EndAccess(AccessEnd { person: person(who) })
}

fn lead(who: u128) -> Step {
    Step::AssignLead(Lead { person: person(who) })
}

/// Person 1 of the business unit started the case and leads it; person 2, a partner, is on the list too.
fn a_case_with_a_list() -> Given {
    a_referred_case().and("2024-03-08", grant(2, AccessAs::Partner), Words::none())
}

#[test]
fn a_note_has_a_text() {
    let note = || Step::AddNote(Note { restricted: true });
    let given = a_referred_case();
    given.when("2024-03-08", note(), Words::none()).then_refused("text", "Enter the note");
    given.when("2024-03-08", note(), words(Word::Text, "Called the ward")).then_stage(Stage::Referred);
}

#[test]
fn somebody_is_put_on_the_list_once_or_in_another_role() {
    let given = a_case_with_a_list();
    given
        .when("2024-03-09", grant(2, AccessAs::Partner), Words::none())
        .then_refused("person", "already as statutory");
    let case = given.and("2024-03-09", grant(2, AccessAs::PanelLiaison), Words::none()).case;
    assert_eq!(case.access[&person(2)], AccessAs::PanelLiaison);
}

#[test]
fn only_somebody_on_the_list_is_taken_off_it() {
    let given = a_case_with_a_list();
    given.when("2024-03-09", take_off(3), Words::none()).then_refused("person", "not on the list");
    assert!(!given.and("2024-03-09", take_off(2), Words::none()).case.access.contains_key(&person(2)));
}

#[test]
fn the_last_person_of_the_business_unit_stays_on_the_list() {
    let given = a_case_with_a_list();
    given
        .when("2024-03-09", take_off(1), Words::none())
        .then_refused("person", "last person of the business unit");
    given
        .when("2024-03-09", grant(1, AccessAs::Partner), Words::none())
        .then_refused("person", "last person of the business unit");
    given
        .and("2024-03-09", grant(3, AccessAs::BusinessUnit), Words::none())
        .and("2024-03-09", lead(3), Words::none())
        .when("2024-03-09", take_off(1), Words::none())
        .then_stage(Stage::Referred);
}

#[test]
fn the_lead_is_on_the_list_and_stays_on_it() {
    let given = a_case_with_a_list();
    given.when("2024-03-09", lead(3), Words::none()).then_refused("person", "on the list of the case first");
    let given = given.and("2024-03-09", lead(2), Words::none());
    given.when("2024-03-10", take_off(2), Words::none()).then_refused("person", "Choose another lead");
    given
        .and("2024-03-10", lead(1), Words::none())
        .when("2024-03-10", take_off(2), Words::none())
        .then_stage(Stage::Referred);
}

#[test]
fn a_new_title_names_nobody_either() {
    let given = a_referred_case();
    given.when("2024-03-09", Step::Retitle, words(Word::Title, "Jane Example")).then_refused("title", "name");
    let case = given.and("2024-03-09", Step::Retitle, words(Word::Title, "Infant, fractures")).case;
    assert_eq!(case.title, "Infant, fractures");
}

#[test]
fn only_a_step_about_the_title_changes_it() {
    let note = words(Word::Text, "See file").and(Word::Title, "Jane Example");
    let case = a_referred_case().and("2024-03-09", Step::AddNote(Note { restricted: false }), note).case;
    assert_eq!(case.title, "Infant, serious harm at home");
}
