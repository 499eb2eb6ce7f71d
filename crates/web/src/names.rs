//! The names that ids stand for, on a page.

use std::collections::BTreeMap;

use case::{ClockKey, OrganisationId, PersonId, Role};
use store::{Error, Tx, people};
use uuid::Uuid;

/// The names of staff and organisations. The names of children are never among them.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<Uuid, Name>);

#[derive(Clone, Debug, Default)]
struct Name {
    text: String,
    job_title: Option<String>,
    works_at: Option<String>,
}

impl Names {
    /// The name of every organisation and of everybody who ever had a role or an address here. Children have neither.
    pub async fn load(tx: &mut Tx) -> Result<Self, Error> {
        let mut names = BTreeMap::new();
        for one in people::organisations(tx).await? {
            names.insert(one.id.0, Name { text: one.name, ..Name::default() });
        }
        for one in people::people(tx).await? {
            let is_staff = one.date_of_birth.is_none() && (one.email.is_some() || one.job_title.is_some());
            if let Some(name) = one.name.filter(|_| is_staff) {
                names.insert(one.id.0, Name { text: name, job_title: one.job_title, works_at: None });
            }
        }
        for (person, membership) in people::memberships(tx).await? {
            let at = match membership.role {
                Role::BusinessUnit | Role::BusinessUnitManager => Some("business unit".to_owned()),
                _ => names.get(&membership.organisation.0).map(|at: &Name| at.text.clone()),
            };
            if let Some(one) = names.get_mut(&person.0) {
                one.works_at = one.works_at.take().or(at);
            }
        }
        names.insert(Uuid::nil(), Name { text: "the operator".to_owned(), ..Name::default() });
        Ok(Self(names))
    }

    /// The name of a person; says so where it was erased.
    pub fn person(&self, id: PersonId) -> String {
        self.of(id.0).unwrap_or("somebody whose name was erased").to_owned()
    }

    /// A person with the post they hold.
    pub fn person_and_post(&self, id: PersonId) -> String {
        match self.0.get(&id.0).and_then(|name| name.job_title.as_deref()) {
            Some(post) => format!("{}, {post}", self.person(id)),
            None => self.person(id),
        }
    }

    /// A person with where they work: “R. Patel, Northmere Council”, “Sam Okafor, business unit”.
    pub fn person_and_place(&self, id: PersonId) -> String {
        match self.0.get(&id.0).and_then(|name| name.works_at.as_deref()) {
            Some(at) => format!("{}, {at}", self.person(id)),
            None => self.person(id),
        }
    }

    /// The name of an organisation.
    pub fn organisation(&self, id: OrganisationId) -> String {
        self.of(id.0).unwrap_or("an organisation not known here").to_owned()
    }

    /// The name behind any id.
    pub fn of(&self, id: Uuid) -> Option<&str> {
        self.0.get(&id).map(|name| name.text.as_str())
    }

    /// A clock in words, with the agency or the number that tells it from others of its sort.
    pub fn clock(&self, key: ClockKey, task: Option<&str>) -> String {
        let label = task.unwrap_or_else(|| key.label());
        match key {
            ClockKey::AgencyReturn(agency) => format!("{label}: {}", self.organisation(agency)),
            ClockKey::Action(number) | ClockKey::AdvicePoint(number) => format!("{label} {number}"),
            _ => label.to_owned(),
        }
    }
}
