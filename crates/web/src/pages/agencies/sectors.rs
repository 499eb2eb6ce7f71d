//! The sectors by which people think of agencies.

use case::OrganisationId;
use store::people::Organisation;

use crate::case_view::OpenCase;
use crate::form::data::Answers;

/// A sector: the name of its question, its legend, and the sorts of organisations in it. The last has all others.
pub(super) const SECTORS: [(&str, &str, &[&str]); 7] = [
    ("council", "Council", &["council", "local_authority"]),
    ("health", "Health", &["health", "icb"]),
    ("police", "Police", &["police"]),
    ("education", "Education", &["education", "school"]),
    ("justice", "Justice", &["justice"]),
    ("voluntary", "Voluntary sector", &["voluntary"]),
    ("other", "Other agencies", &[]),
];

/// The question in which an organisation is offered.
fn sector(one: &Organisation) -> &'static str {
    let known = SECTORS.iter().find(|(.., kinds)| kinds.contains(&one.kind.as_str()));
    known.map_or("other", |(name, ..)| *name)
}

/// The organisations of a sector that can be asked: the members of the partnership, and everybody else it knows, apart
/// from those that have been asked.
pub(super) fn offered<'o>(open: &'o OpenCase, name: &str) -> Vec<&'o Organisation> {
    let asked =
        |id: OrganisationId| open.case.agencies.requests.get(&id).is_some_and(|request| !request.withdrawn);
    let ours = |one: &Organisation| one.kind != "business_unit" && !asked(one.id) && sector(one) == name;
    let mut offered: Vec<_> = open.known.organisations.iter().filter(|one| ours(one)).collect();
    let members: Vec<_> = match open.case.partnership() {
        Some(of) => open.known.members(of).map(|one| one.id).collect(),
        None => Vec::new(),
    };
    offered.sort_by_key(|one| !members.contains(&one.id));
    offered
}

/// The organisations that were chosen in all sectors, each once.
pub(super) fn chosen(answers: &Answers) -> Vec<OrganisationId> {
    let mut chosen = Vec::new();
    for id in SECTORS.iter().flat_map(|(name, ..)| answers.many(name)).filter_map(super::named) {
        if !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    chosen
}
