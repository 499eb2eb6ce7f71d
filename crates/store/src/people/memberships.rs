//! The roles people hold.

use case::{Actor, Membership, OrganisationId, PartnershipId, PersonId};
use uuid::Uuid;

use crate::tx::{execute, fetch_all};
use crate::{Error, Tx, calendar_feeds, code, session, sign_in};

/// Gives a person a role; doing it again changes nothing.
pub async fn save_membership(tx: &mut Tx, person: PersonId, membership: &Membership) -> Result<(), Error> {
    execute!(
        tx,
        "insert into membership (person_id, organisation_id, partnership_id, role) values ($1, $2, $3, $4)
         on conflict do nothing",
        person.0,
        membership.organisation.0,
        membership.partnership.0,
        code::of(&membership.role)?,
    )?;
    Ok(())
}

/// Takes a role from a person.
pub async fn end_membership(tx: &mut Tx, person: PersonId, membership: &Membership) -> Result<(), Error> {
    execute!(
        tx,
        "delete from membership
         where person_id = $1 and organisation_id = $2 and partnership_id = $3 and role = $4",
        person.0,
        membership.organisation.0,
        membership.partnership.0,
        code::of(&membership.role)?,
    )?;
    Ok(())
}

/// Takes every role from a person, in all partnerships. Says how many there were.
pub async fn end_memberships(tx: &mut Tx, person: PersonId) -> Result<u64, Error> {
    Ok(execute!(tx, "delete from membership where person_id = $1", person.0)?)
}

/// Deactivates somebody who has left: they hold no role, are signed in nowhere, and no link that was sent signs
/// them in.
#[expect(clippy::disallowed_methods, reason = "whoever calls this notes it")]
pub async fn deactivate(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    end_memberships(tx, person).await?;
    session::end_all(tx, person, None).await?;
    sign_in::forget_links(tx, person).await?;
    calendar_feeds::stop(tx, person).await?;
    Ok(())
}

/// Every role of every person.
pub async fn memberships(tx: &mut Tx) -> Result<Vec<(PersonId, Membership)>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, Uuid, Uuid, String),
        "select person_id, organisation_id, partnership_id, role from membership
         order by person_id, partnership_id, organisation_id, role"
    )?;
    rows.into_iter()
        .map(|(person, organisation, partnership, role)| {
            Ok((PersonId(person), membership(organisation, partnership, &role)?))
        })
        .collect()
}

/// A person with all their roles, as an actor. Never an operator: that depends on where somebody acts.
pub async fn actor(tx: &mut Tx, person: PersonId) -> Result<Actor, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, Uuid, String),
        "select organisation_id, partnership_id, role from membership where person_id = $1
         order by partnership_id, organisation_id, role",
        person.0,
    )?;
    let memberships = rows
        .into_iter()
        .map(|(organisation, partnership, role)| membership(organisation, partnership, &role))
        .collect::<Result<_, _>>()?;
    Ok(Actor { person, memberships, operator: false })
}

fn membership(organisation: Uuid, partnership: Uuid, role: &str) -> Result<Membership, Error> {
    let role = code::read(role)?;
    Ok(Membership {
        organisation: OrganisationId(organisation),
        partnership: PartnershipId(partnership),
        role,
    })
}
