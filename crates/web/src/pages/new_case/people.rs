//! Who leads the case, and who else may see it from the beginning.

use calendar::NaiveDate;
use case::PersonId;
use case::keeping::AccessAs;
use uuid::Uuid;

use super::begun::Starter;
use super::page::{Page, taken};
use crate::components::{Checkboxes, Choice, Html, Radios};
use crate::form::asked::{Asked, capital};
use crate::form::data::Answers;
use crate::form::parse::Fields;

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
pub(super) fn candidates(starter: &Starter, answers: &Answers) -> Vec<Candidate> {
    let Some(partnership) = starter.partnership(answers) else { return Vec::new() };
    let known = starter.app.known();
    let people = known.people(partnership);
    let mut candidates: Vec<_> = people
        .iter()
        .filter_map(|(person, held)| Some(Candidate { person: *person, role: AccessAs::of(held.role)? }))
        .collect();
    candidates.sort_by_key(|one| one.role);
    let mut seen = std::collections::BTreeSet::new();
    candidates.retain(|one| seen.insert(one.person));
    candidates
}

/// Who leads, and who else is on the list, as the answers say.
pub(super) fn read(starter: &Starter, fields: &mut Fields<'_>) -> Option<(PersonId, Vec<Candidate>)> {
    let candidates = candidates(starter, fields.answers());
    let lead = fields.id("lead", "Select who leads the case").map(PersonId);
    let unit = |one: &&Candidate| one.role == AccessAs::BusinessUnit;
    if lead.is_some_and(|lead| !candidates.iter().filter(unit).any(|one| one.person == lead)) {
        fields.problems.add("lead", "Select who leads the case from the people who are offered");
    }
    let chosen: Vec<Uuid> = fields.choices("access");
    if chosen.iter().any(|id| !candidates.iter().any(|one| one.person.0 == *id)) {
        fields.problems.add("access", "Select from the people who are offered");
    }
    let lead = lead?;
    let listed = |one: &Candidate| one.person == lead || chosen.contains(&one.person.0);
    let others =
        candidates.into_iter().filter(|one| one.person != starter.visitor.actor.person && listed(one));
    Some((lead, others.collect()))
}

impl Page for People {
    fn path(&self) -> &'static str {
        "/cases/new/people"
    }

    fn about(&self) -> &'static str {
        "who leads and who has access"
    }

    fn parts(&self, starter: &Starter, asked: Asked<'_>) -> Vec<Html> {
        let known = starter.app.known();
        let me = starter.visitor.actor.person;
        let candidates = candidates(starter, asked.answers);
        let chosen = match asked.answers.one("lead") {
            "" => me.to_string(),
            lead => lead.to_owned(),
        };
        let unit = candidates.iter().filter(|one| one.role == AccessAs::BusinessUnit);
        let lead = Radios::new("lead", "Who leads the case?").heading().error(asked.problems.of("lead"));
        let lead = unit.fold(lead, |radios, one| {
            let id = one.person.to_string();
            let is_chosen = id == chosen;
            radios.item(Choice::new(id, known.names.person_and_post(one.person)).chosen(is_chosen))
        });
        let others = Checkboxes::new("access", "Who else may see it from the beginning? (optional)")
            .strong()
            .small()
            .hint("You and the lead are on the list anyway. Nobody is told by this, and you can change the list later")
            .error(asked.problems.of("access"));
        let others = candidates.iter().filter(|one| one.person != me).fold(others, |boxes, one| {
            let choice =
                asked.choice("access", &one.person.to_string(), &known.names.person_and_post(one.person));
            boxes.item(choice.hint(capital(&one.role)))
        });
        vec![Html::of(lead), Html::of(others)]
    }

    fn read(&self, starter: &Starter, fields: &mut Fields<'_>) {
        read(starter, fields);
    }

    fn take(&self, so_far: Answers, sent: &Answers, _today: NaiveDate) -> Answers {
        taken(so_far, sent, &["lead", "access"])
    }
}
