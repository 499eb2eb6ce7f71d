//! The sectors by which people think of agencies, each a question which of its agencies are asked.

use case::OrganisationId;
use store::people::Organisation;

use super::contacts;
use crate::case_view::OpenCase;
use crate::form::question::{Offer, Question, several_of};
use crate::form::{Answers, Problems, Questions, Read};

/// A sector: its question, and the sorts of organisations in it. The last has all others.
const SECTORS: [(Question<Vec<OrganisationId>>, &[&str]); 7] = [
    (sector("council", "Council"), &["council", "local_authority"]),
    (sector("health", "Health"), &["health", "icb"]),
    (sector("police", "Police"), &["police"]),
    (sector("education", "Education"), &["education", "school"]),
    (sector("justice", "Justice"), &["justice"]),
    (sector("voluntary", "Voluntary sector"), &["voluntary"]),
    (sector(OTHER, "Other agencies"), &[]),
];
const OTHER: &str = "other";
const NOT_OFFERED: &str = "Select from the agencies that are offered. One of yours has been asked already";

const fn sector(name: &'static str, legend: &'static str) -> Question<Vec<OrganisationId>> {
    several_of(name, legend).not_offered(NOT_OFFERED).unsaid()
}

/// The names of the questions.
fn names() -> impl Iterator<Item = &'static str> {
    SECTORS.iter().map(|(question, _)| question.name)
}

/// The question in which an organisation is offered.
fn name_of(one: &Organisation) -> &'static str {
    let known = SECTORS.iter().find(|(_, kinds)| kinds.contains(&one.kind.as_str()));
    known.map_or(OTHER, |(question, _)| question.name)
}

/// The organisations of a sector that can be asked: the members of the partnership, and everybody else it knows, apart
/// from those that have been asked.
fn offered<'o>(open: &'o OpenCase, name: &str) -> Vec<&'o Organisation> {
    let asked =
        |id: OrganisationId| open.case.agencies.requests.get(&id).is_some_and(|request| !request.withdrawn);
    let ours = |one: &Organisation| one.kind != "business_unit" && !asked(one.id) && name_of(one) == name;
    let mut offered: Vec<_> = open.known.organisations.iter().filter(|one| ours(one)).collect();
    let members: Vec<_> = match open.case.partnership() {
        Some(of) => open.known.members(of).map(|one| one.id).collect(),
        None => Vec::new(),
    };
    offered.sort_by_key(|one| !members.contains(&one.id));
    offered
}

/// Whether everybody who is known here has been asked.
pub(super) fn all_were_asked(open: &OpenCase) -> bool {
    names().all(|name| offered(open, name).is_empty())
}

/// The questions of the sectors in which somebody can be asked.
pub(super) fn ask<'a>(open: &'a OpenCase, questions: Questions<'a>) -> Questions<'a> {
    SECTORS.iter().fold(questions, |questions, (question, _)| {
        let offered = offered(open, question.name);
        let offers =
            offered.iter().map(|one| Offer::new(&one.id, &one.name).hint(contacts::names(open, one.id)));
        questions.ask_if(!offered.is_empty(), question.among(offers))
    })
}

/// Notes that nobody was chosen, or somebody in a sector in which nobody can be asked any more.
pub(super) fn check(read: &Read<'_>, problems: &mut Problems) {
    let first = names().find(|name| read.asks(name)).unwrap_or_default();
    let is_answered = |name: &str| read.answers.many(name).next().is_some();
    if chosen(read.answers).is_empty() {
        problems.add(first, "Select the agencies to ask");
    } else if names().any(|name| !read.asks(name) && is_answered(name)) {
        problems.add(first, NOT_OFFERED);
    }
}

/// The organisations that were chosen in all sectors, each once.
pub(super) fn chosen(answers: &Answers) -> Vec<OrganisationId> {
    let mut chosen = Vec::new();
    for id in names().flat_map(|name| answers.many(name)).filter_map(super::named) {
        if !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    chosen
}
