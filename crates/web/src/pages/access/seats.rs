//! Who could have a place at a case, and as what.

use std::collections::BTreeMap;

use case::keeping::{Access, AccessAs};
use case::{Actor, Membership, PersonId, may_read};
use store::people::{self, Person};
use store::{Error, Tx};

use crate::case_view::OpenCase;

/// The people of the partnership of a case, and of the other areas that are concerned.
pub(crate) struct Seats(BTreeMap<PersonId, (Person, Vec<Membership>)>);

/// One person and one thing they could be in the case.
pub(crate) struct Seat {
    /// Who.
    pub(crate) person: Person,
    /// By which of their roles.
    pub(crate) role: Membership,
    /// As what.
    pub(crate) as_role: AccessAs,
}

impl Seat {
    /// The place on the list that it is.
    pub(crate) fn access(&self) -> Access {
        Access { person: self.person.id, as_role: self.as_role }
    }
}

impl Seats {
    /// Everybody with a role in one of the partnerships.
    pub(crate) async fn load(tx: &mut Tx, open: &OpenCase) -> Result<Self, Error> {
        let linked = open.case.notification.authorities.iter().flat_map(|areas| areas.linked.iter().copied());
        let mut found: BTreeMap<PersonId, (Person, Vec<Membership>)> = BTreeMap::new();
        for partnership in open.case.partnership().into_iter().chain(linked) {
            for (person, roles) in people::people_of(tx, partnership).await? {
                found.entry(person.id).or_insert((person, Vec::new())).1.extend(roles);
            }
        }
        Ok(Self(found))
    }

    /// The roles somebody holds here; none where they hold none any more.
    pub(crate) fn roles(&self, person: PersonId) -> &[Membership] {
        self.0.get(&person).map_or(&[], |(_, roles)| roles)
    }

    /// The post of somebody with a role here.
    pub(crate) fn job_title(&self, person: PersonId) -> Option<&str> {
        self.0.get(&person).and_then(|(person, _)| person.job_title.as_deref())
    }

    /// Whether somebody can open the case as it stands.
    pub(crate) fn opens(&self, open: &OpenCase, person: PersonId) -> bool {
        let actor = Actor { person, memberships: self.roles(person).to_vec(), operator: false };
        may_read(&actor, &open.case)
    }

    /// Those who can open the case without a place on its list.
    pub(crate) fn without_list(&self, open: &OpenCase) -> Vec<PersonId> {
        let others = self.0.keys().filter(|person| !open.case.access.contains_key(person));
        others.copied().filter(|person| self.opens(open, *person)).collect()
    }

    /// What people could be in the case and are not yet, by name.
    pub(crate) fn free(&self, open: &OpenCase) -> Vec<Seat> {
        let mut free = Vec::new();
        for (person, roles) in self.0.values() {
            let mut offered = Vec::new();
            for role in roles {
                let Some(as_role) = AccessAs::of(role.role) else { continue };
                let is_there = open.case.access.get(&person.id) == Some(&as_role);
                if !is_there && !offered.contains(&as_role) {
                    offered.push(as_role);
                    free.push(Seat { person: person.clone(), role: role.clone(), as_role });
                }
            }
        }
        free.sort_by_cached_key(|seat| seat.person.name.as_deref().unwrap_or_default().to_lowercase());
        free
    }
}
