//! What must hold before a step of keeping the case is recorded.

use super::{Access, AccessAs, Erasure, PersonErasure, correction};
use crate::events::Fact;
use crate::events::Step;
use crate::rejection::{Problems, Rejection};
use crate::{Case, Command, PersonId, Word, Words, title};

/// Checks the steps of this part of a case's life. `could_record` says whether a command could have been recorded in the
/// case as it was.
pub(crate) fn check(
    case: &Case,
    command: &Command,
    could_record: impl Fn(&Case, &Command) -> Result<(), Rejection>,
    problems: &mut Problems,
) {
    let words = &command.words;
    match &command.step {
        Step::AddNote(_) => problems.require_word(words, Word::Text, "Enter the note"),
        Step::GrantAccess(access) => grant(case, access, problems),
        Step::EndAccess(end) => take_off(case, end.person, problems),
        Step::AssignLead(lead) => problems.require(
            case.access.contains_key(&lead.person),
            "person",
            "Put this person on the list of the case first",
        ),
        Step::Retitle => title::require(words, problems),
        Step::Correct(correction) => correction::check(case, correction, command, could_record, problems),
        Step::StrikeOut(struck) => correction::check_strike_out(case, struck.entry, command, problems),
        Step::EraseWords(erasure) => erase_words(case, erasure, words, problems),
        Step::ErasePerson(erasure) => erase_person(case, erasure, words, problems),
        _ => {}
    }
}

fn grant(case: &Case, access: &Access, problems: &mut Problems) {
    match case.access.get(&access.person) {
        Some(role) if *role == access.as_role => {
            problems.refuse("person", format!("This person is on the list already as {role}"));
        }
        Some(_) => keep_business_unit(case, access.person, problems),
        None => {}
    }
}

fn take_off(case: &Case, person: PersonId, problems: &mut Problems) {
    problems.require(
        case.access.contains_key(&person),
        "person",
        "This person is not on the list of the case",
    );
    problems.require(
        case.lead != Some(person),
        "person",
        "This person leads the case. Choose another lead before taking them off the list",
    );
    keep_business_unit(case, person, problems);
}

/// A case that nobody of the business unit can open is a case that nobody keeps.
fn keep_business_unit(case: &Case, leaves: PersonId, problems: &mut Problems) {
    let is_unit = |role: &AccessAs| *role == AccessAs::BusinessUnit;
    let leaves_unit = case.access.get(&leaves).is_some_and(is_unit);
    let others = case.access.iter().any(|(person, role)| *person != leaves && is_unit(role));
    problems.require(
        others || !leaves_unit,
        "person",
        "This is the last person of the business unit on the list. Put another one on it first",
    );
}

fn erase_words(case: &Case, erasure: &Erasure, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Reason, "Enter why the words are erased");
    problems.require(
        !erasure.entries.is_empty(),
        "entries",
        "Choose at least one entry whose words are to be erased",
    );
    for number in &erasure.entries {
        match case.entry(*number) {
            None => problems
                .refuse("entries", format!("There is no entry {number}. The last one is {}", case.version())),
            Some(recorded) if recorded.event.words.is_empty() => {
                problems.refuse("entries", format!("Entry {number} has no words to erase"));
            }
            Some(_) => {}
        }
    }
}

fn erase_person(case: &Case, erasure: &PersonErasure, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Reason, "Enter why the name is erased");
    let person = erasure.person;
    // Somebody once identified may be erased although a later entry put another person in their place.
    let of_the_case = case.history().iter().any(|recorded| match &recorded.event.fact {
        Fact::ChildIdentified(child) => child.person == person,
        Fact::AccessGranted(access) => access.person == person,
        _ => false,
    });
    problems.require(of_the_case, "person", "Nobody with this id is a child of the case or was on its list");
}
