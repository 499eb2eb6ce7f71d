//! Who leads the case, and who else may see it from the beginning.

use std::collections::BTreeSet;

use case::PersonId;
use case::keeping::AccessAs;

use super::begun::Starter;
use super::page::Page;
use crate::form::asked::capital;
use crate::form::question::{Offer, Question, required_one_of, several_of};
use crate::form::{Answers, Questions};

pub(super) const LEAD: Question<PersonId> = required_one_of("lead", "Who leads the case?")
    .missing("Select who leads the case")
    .not_offered("Select who leads the case from the people who are offered")
    .heading();
const ACCESS: Question<Vec<PersonId>> = several_of(
    "access",
    "Who else may see it from the beginning? (optional)",
)
.not_offered("Select from the people who are offered")
.hint("You and the lead are on the list anyway. Nobody is told by this, and you can change the list later");

/// The lead and the first access list.
pub(super) struct People;

/// Somebody who may be on the list, and as what.
pub(super) struct Candidate {
    /// Who.
    pub(super) person: PersonId,
    /// As what.
    pub(super) role: AccessAs,
}

/// Everybody who can have a place at a case of the partnership, once each: who works in the business unit first.
fn candidates(starter: &Starter, answers: &Answers) -> Vec<Candidate> {
    let Some(partnership) = starter.partnership(answers) else { return Vec::new() };
    let known = starter.app.known();
    let people = known.people(partnership);
    let mut candidates: Vec<_> = people
        .iter()
        .filter_map(|(person, held)| Some(Candidate { person: *person, role: AccessAs::of(held.role)? }))
        .collect();
    candidates.sort_by_key(|one| one.role);
    let mut seen = BTreeSet::new();
    candidates.retain(|one| seen.insert(one.person));
    candidates
}

/// Who is on the list beside whoever starts the case, as the answers say.
pub(super) fn listed(starter: &Starter, answers: &Answers) -> Vec<Candidate> {
    let today = starter.today();
    let others = ACCESS.read(answers, today).unwrap_or_default();
    let listed: BTreeSet<_> = LEAD.read(answers, today).into_iter().chain(others).collect();
    let mut candidates = candidates(starter, answers);
    candidates.retain(|one| one.person != starter.visitor.actor.person && listed.contains(&one.person));
    candidates
}

impl Page for People {
    fn path(&self) -> &'static str {
        "/cases/new/people"
    }

    fn about(&self) -> &'static str {
        "who leads and who has access"
    }

    fn questions(&self, starter: &Starter, answers: &Answers) -> Questions<'static> {
        let known = starter.app.known();
        let me = starter.visitor.actor.person;
        let candidates = candidates(starter, answers);
        let offer = |one: &Candidate| Offer::new(&one.person, known.names.person_and_post(one.person));
        let unit = candidates.iter().filter(|one| one.role == AccessAs::BusinessUnit).map(offer);
        let others = candidates.iter().filter(|one| one.person != me);
        let others = others.map(|one| offer(one).hint(capital(&one.role)));
        Questions::new().ask(LEAD.among(unit).starting(me)).ask(ACCESS.among(others))
    }
}
