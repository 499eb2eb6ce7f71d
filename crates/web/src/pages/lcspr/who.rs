//! Who conducts the review: somebody with an account here, or anybody by name.

use case::{PersonId, Role};

use crate::case_view::OpenCase;
use crate::components::{Choice, Html, Radios, Select};
use crate::form::asked::Asked;
use crate::form::parse::Fields;
use crate::form::question::{Own, Question, named_line};
use crate::form::{Answers, Problems, Questions, Read};

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

const NAME: Question<String> =
    named_line("who", "Who is the reviewer?").short("Reviewer").hint("Name and post or practice");

/// The questions, after those that the form has asked so far.
pub(super) fn ask<'a>(open: &'a OpenCase, questions: Questions<'a>) -> Questions<'a> {
    if reviewers(open).is_empty() {
        return questions.ask(NAME);
    }
    let chosen = Own::new("reviewer", "Reviewer", |asked| chosen_from(open, asked))
        .said(|answers| said(open, answers));
    questions.ask(chosen).ask(NAME.unsaid().labelled("Name of the reviewer, if they do not use this service"))
}

/// Those who have an account, and that it is none of them.
fn chosen_from(open: &OpenCase, asked: Asked<'_>) -> Html {
    let people = reviewers(open);
    let choice =
        |id: &PersonId| asked.choice("reviewer", &id.to_string(), &open.names().person_and_post(*id));
    let other = asked.choice("reviewer", BY_NAME, "Somebody who does not use this service");
    let (legend, error) = ("Who is the reviewer?", asked.problems.of("reviewer"));
    if people.len() > MOST_RADIOS {
        let select = Select::new("reviewer", legend).strong().error(error).item(Choice::new("", "Select"));
        return Html::of(people.iter().map(choice).fold(select, Select::item).item(other));
    }
    let radios = Radios::new("reviewer", legend).strong().error(error);
    Html::of(people.iter().map(choice).fold(radios, Radios::item).divider("or").item(other))
}

/// Notes what is wrong with the answers.
pub(super) fn check(open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
    let mut fields = read.fields();
    read_in(open, &mut fields);
    problems.extend(fields.problems);
}

/// The reviewer, with the name by which the record knows them.
pub(super) fn chosen(open: &OpenCase, read: &Read<'_>) -> (Option<PersonId>, String) {
    read_in(open, &mut read.fields())
}

/// Only reviewers of this partnership are offered.
fn read_in(open: &OpenCase, fields: &mut Fields<'_>) -> (Option<PersonId>, String) {
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
fn said(open: &OpenCase, answers: &Answers) -> String {
    let chosen = reviewers(open).into_iter().find(|id| answers.has("reviewer", &id.to_string()));
    chosen.map_or_else(|| answers.one("who").to_owned(), |id| open.names().person_and_post(id))
}
