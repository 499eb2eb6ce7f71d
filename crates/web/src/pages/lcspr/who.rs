//! Who conducts the review: somebody with an account here, or anybody by name.

use case::{PersonId, Role};

use crate::case_view::OpenCase;
use crate::components::{Choice, Radios, Select};
use crate::form::asked::{Asked, Question};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// From how many people on radios would be too many.
const MOST_RADIOS: usize = 7;

/// The answer that says that the reviewer has no account.
const BY_NAME: &str = "by_name";

/// The reviewers of the partnership, by name.
fn reviewers(open: &OpenCase) -> Vec<PersonId> {
    let here = open.case.partnership().map(|of| open.known.people(of)).unwrap_or_default();
    let mut reviewers: Vec<_> =
        here.into_iter().filter(|(_, held)| held.role == Role::Reviewer).map(|(person, _)| person).collect();
    reviewers.dedup();
    reviewers
}

/// The questions.
pub(super) fn questions(open: &OpenCase, asked: Asked<'_>) -> Vec<Question> {
    let people = reviewers(open);
    let label = if people.is_empty() {
        "Who is the reviewer?"
    } else {
        "Name of the reviewer, if they do not use this service"
    };
    let name = asked.line("who", label).strong().hint("Name and post or practice");
    let name = Question::new("who", name);
    if people.is_empty() {
        return vec![name];
    }
    let choice =
        |id: &PersonId| asked.choice("reviewer", &id.to_string(), &open.names().person_and_post(*id));
    let other = asked.choice("reviewer", BY_NAME, "Somebody who does not use this service");
    let legend = "Who is the reviewer?";
    let error = asked.problems.of("reviewer");
    let chosen = if people.len() > MOST_RADIOS {
        let select = Select::new("reviewer", legend).strong().error(error).item(Choice::new("", "Select"));
        Question::new("reviewer", people.iter().map(choice).fold(select, Select::item).item(other))
    } else {
        let radios = Radios::new("reviewer", legend).strong().error(error);
        let radios = people.iter().map(choice).fold(radios, Radios::item);
        Question::new("reviewer", radios.divider("or").item(other))
    };
    vec![chosen, name]
}

/// The reviewer, with the name by which the record knows them. Only reviewers of this partnership are offered.
pub(super) fn read(open: &OpenCase, fields: &mut Fields<'_>) -> (Option<PersonId>, String) {
    let people = reviewers(open);
    if people.is_empty() || fields.answers().has("reviewer", BY_NAME) {
        return (None, fields.line("who", "Enter the name of the reviewer"));
    }
    let chosen = fields.id("reviewer", "Select who the reviewer is").map(PersonId);
    if chosen.is_some_and(|id| !people.contains(&id)) {
        fields.problems.add("reviewer", "Select from the reviewers that are offered");
    }
    if fields.optional_line("who").is_some() {
        fields.problems.add("who", "Enter a name only where the reviewer does not use this service");
    }
    (chosen, chosen.map(|id| open.names().person(id)).unwrap_or_default())
}

/// The reviewer in words.
pub(super) fn said(open: &OpenCase, answers: &Answers) -> String {
    let chosen = reviewers(open).into_iter().find(|id| answers.has("reviewer", &id.to_string()));
    chosen.map_or_else(|| answers.one("who").to_owned(), |id| open.names().person_and_post(id))
}
