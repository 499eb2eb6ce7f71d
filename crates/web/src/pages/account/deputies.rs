//! Who could stand in for somebody.

use std::collections::{BTreeMap, BTreeSet};

use calendar::NaiveDate;
use case::{Actor, Membership, PersonId, Role};
use store::mail_choices::{self, MailChoice};
use store::{Error, Tx, people};

use crate::app::Known;
use crate::form::question::Offer;
use crate::text::date;

/// People to choose a deputy from.
pub(super) struct Deputies {
    people: Vec<PersonId>,
    choices: BTreeMap<PersonId, MailChoice>,
}

impl Deputies {
    /// Those who could stand in for this person and have an address, by name.
    pub(super) async fn of(tx: &mut Tx, known: &Known, actor: &Actor) -> Result<Self, Error> {
        let mut found: Vec<_> = stand_ins(known, actor).into_iter().collect();
        let all = people::several(tx, &found).await?;
        found.retain(|id| all.get(id).is_some_and(|person| person.email.is_some()));
        found.sort_by_cached_key(|id| known.names.person(*id).to_lowercase());
        let choices = mail_choices::of(tx, &found).await?;
        Ok(Self { people: found, choices })
    }

    /// Whether there is nobody.
    pub(super) fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Until when one of them is away, where they are.
    pub(super) fn away(&self, id: PersonId, today: NaiveDate) -> Option<NaiveDate> {
        self.choices.get(&id)?.away(today).map(|(_, until)| until)
    }

    /// All of them to choose from, with who is away.
    pub(super) fn offers(&self, known: &Known, today: NaiveDate) -> impl Iterator<Item = Offer> {
        self.people.iter().map(move |id| {
            let away = self.away(*id, today).map(|until| format!(" (away until {})", date::day(until)));
            Offer::new(id, format!("{}{}", known.names.person_and_post(*id), away.unwrap_or_default()))
        })
    }
}

/// Whoever holds the same role; where nobody does, colleagues of the same organisation who may see cases.
fn stand_ins(known: &Known, actor: &Actor) -> BTreeSet<PersonId> {
    let mut found = BTreeSet::new();
    for held in actor.memberships.iter().filter(|held| sees_cases(held.role)) {
        let others = || {
            let all = known.memberships.iter().filter(|(person, _)| *person != actor.person);
            all.filter(|(_, other)| other.partnership == held.partnership)
        };
        let mut here: Vec<_> = others().filter(|(_, other)| is_alike(held, other)).collect();
        if here.is_empty() {
            let colleagues = others().filter(|(_, other)| other.organisation == held.organisation);
            // A reviewer sees the reviews that they conduct, and no other case.
            here = colleagues
                .filter(|(_, other)| sees_cases(other.role) && other.role != Role::Reviewer)
                .collect();
        }
        found.extend(here.into_iter().map(|(person, _)| *person));
    }
    found
}

fn sees_cases(role: Role) -> bool {
    !matches!(role, Role::Administrator | Role::Operator)
}

/// The same role. Of an agency, only its own people answer what it is asked.
fn is_alike(held: &Membership, other: &Membership) -> bool {
    held.role == other.role && (held.role != Role::Contributor || held.organisation == other.organisation)
}
