//! The names that ids stand for.

use std::collections::BTreeMap;

use case::{Clock, ClockKey, OPERATOR, OrganisationId, PersonId};
use store::{Error, Tx, people};
use uuid::Uuid;

/// The names of organisations, partnerships and people. The names of children are kept apart from cases, and erased
/// ones are not kept at all: of those only the id is known.
pub(crate) struct Names(BTreeMap<Uuid, Option<String>>);

impl Names {
    /// All the names of the record.
    pub(crate) async fn load(tx: &mut Tx) -> Result<Self, Error> {
        let mut names = BTreeMap::from([(OPERATOR.0, Some("the operator".to_owned()))]);
        for one in people::organisations(tx).await? {
            names.insert(one.id.0, Some(one.name));
        }
        for one in people::partnerships(tx).await? {
            names.insert(one.id.0, Some(one.name));
        }
        for one in people::people(tx).await? {
            names.insert(one.id.0, one.name.filter(|_| one.date_of_birth.is_none()));
        }
        Ok(Self(names))
    }

    /// Only those of organisations, by which clocks are told apart.
    pub(crate) async fn of_organisations(tx: &mut Tx) -> Result<Self, Error> {
        let organisations = people::organisations(tx).await?;
        Ok(Self(organisations.into_iter().map(|one| (one.id.0, Some(one.name))).collect()))
    }

    /// Whether an organisation, partnership or person of this id is there.
    pub(crate) fn knows(&self, id: Uuid) -> bool {
        self.0.contains_key(&id)
    }

    /// The name behind an id; the id itself where no name is kept.
    pub(crate) fn of(&self, id: Uuid) -> String {
        self.0.get(&id).cloned().flatten().unwrap_or_else(|| id.to_string())
    }

    /// The name of a person.
    pub(crate) fn person(&self, person: PersonId) -> String {
        self.of(person.0)
    }

    /// A clock in words, with the agency or the number that tells it from others of its sort.
    pub(crate) fn clock(&self, key: ClockKey, task: Option<&str>) -> String {
        let label = task.unwrap_or_else(|| key.label());
        match key {
            ClockKey::AgencyReturn(agency) => format!("{label}: {}", self.of(agency.0)),
            ClockKey::Action(number) | ClockKey::AdvicePoint(number) => format!("{label} {number}"),
            _ => label.to_owned(),
        }
    }

    /// What is typed for a clock: `agency-northmere-police` for an agency, its key for any other.
    pub(crate) fn typed(&self, key: ClockKey) -> String {
        match key {
            ClockKey::AgencyReturn(agency) => format!("agency-{}", self.slug(agency)),
            key => key.to_string(),
        }
    }

    /// The clock that was typed: `rapid_review` is `rapid-review`, and an agency goes by its key, its id or the
    /// beginning of its name, as long as only one of these clocks does.
    pub(crate) fn find<'c, 'r>(&self, clocks: &'c [Clock<'r>], typed: &str) -> Option<&'c Clock<'r>> {
        let typed = typed.trim().to_lowercase().replace('_', "-");
        if let Some(clock) = clocks.iter().find(|clock| self.typed(clock.key) == typed) {
            return Some(clock);
        }
        let which = typed.strip_prefix("agency-").filter(|which| !which.is_empty())?;
        let key = import::id_of(which);
        let mut fitting = clocks.iter().filter(|clock| match clock.key {
            ClockKey::AgencyReturn(agency) => {
                agency.0 == key
                    || self.slug(agency).starts_with(which)
                    || agency.to_string().starts_with(which)
            }
            _ => false,
        });
        fitting.next().filter(|_| fitting.next().is_none())
    }

    fn slug(&self, organisation: OrganisationId) -> String {
        let name = self.of(organisation.0).to_lowercase();
        let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("-")
    }
}
