//! The people and organisations of one partnership.

use std::collections::BTreeMap;

use case::{Membership, OrganisationId, PartnershipId, PersonId};
use uuid::Uuid;

use super::{Organisation, Person};
use crate::tx::fetch_all;
use crate::{Error, Tx, code};

/// Everybody who holds a role in a partnership, by name, with the roles they hold in it.
pub async fn people_of(
    tx: &mut Tx,
    partnership: PartnershipId,
) -> Result<Vec<(Person, Vec<Membership>)>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, Option<String>, Option<String>, Option<String>, Uuid, String),
        "select p.id, p.name, p.job_title, p.email, m.organisation_id, m.role
         from membership m join person p on p.id = m.person_id where m.partnership_id = $1
         order by p.id, m.organisation_id, m.role",
        partnership.0,
    )?;
    let mut people: BTreeMap<Uuid, (Person, Vec<Membership>)> = BTreeMap::new();
    for (id, name, job_title, email, organisation, role) in rows {
        let person =
            || Person { id: PersonId(id), name, job_title, email, date_of_birth: None, erased_at: None };
        let (_, roles) = people.entry(id).or_insert_with(|| (person(), Vec::new()));
        let (organisation, role) = (OrganisationId(organisation), code::read(&role)?);
        roles.push(Membership { organisation, partnership, role });
    }
    let mut people: Vec<_> = people.into_values().collect();
    people.sort_by_cached_key(|(person, _)| person.name.as_deref().unwrap_or_default().to_lowercase());
    Ok(people)
}

/// The organisations of a partnership, by name.
pub async fn organisations_of(tx: &mut Tx, partnership: PartnershipId) -> Result<Vec<Organisation>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, String, String),
        "select o.id, o.kind, o.name from partnership_member m join organisation o on o.id = m.organisation_id
         where m.partnership_id = $1 order by o.name, o.id",
        partnership.0,
    )?;
    Ok(rows.into_iter().map(|(id, kind, name)| Organisation { id: OrganisationId(id), kind, name }).collect())
}
