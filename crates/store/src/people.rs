//! Organisations, partnerships, and the people who belong to them. Children are people too.

use calendar::NaiveDate;
use case::notification::Identity;
use case::{Actor, Membership, OrganisationId, PartnershipId, PersonId};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::tx::{execute, fetch_all, fetch_optional};
use crate::{Error, Tx, code};

/// A council, board, police force or any other agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id, for ever.
    pub id: OrganisationId,
    /// What sort of body it is, such as `local_authority`.
    pub kind: String,
    /// Its name.
    pub name: String,
}

/// A local safeguarding children partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnership {
    /// Its id, for ever.
    pub id: PartnershipId,
    /// The short name used in commands and addresses, such as `northmere`.
    pub slug: String,
    /// Its full name.
    pub name: String,
    /// What it has chosen, as JSON: milestones, the start of the rapid review.
    pub settings: String,
}

/// A person: staff, partner, reviewer or child. What names them is `None` once erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id, for ever; it names nobody.
    pub id: PersonId,
    /// The name.
    pub name: Option<String>,
    /// The post they hold.
    pub job_title: Option<String>,
    /// The address they sign in with, in lower case.
    pub email: Option<String>,
    /// The date of birth; kept for children only.
    pub date_of_birth: Option<NaiveDate>,
    /// When what names them was erased.
    pub erased_at: Option<DateTime<Utc>>,
}

type PersonRow =
    (Uuid, Option<String>, Option<String>, Option<String>, Option<NaiveDate>, Option<DateTime<Utc>>);

impl From<PersonRow> for Person {
    fn from((id, name, job_title, email, date_of_birth, erased_at): PersonRow) -> Self {
        Self { id: PersonId(id), name, job_title, email, date_of_birth, erased_at }
    }
}

/// Adds an organisation, or gives a known one its new kind and name.
pub async fn save_organisation(tx: &mut Tx, organisation: &Organisation) -> Result<(), Error> {
    execute!(
        tx,
        "insert into organisation (id, kind, name) values ($1, $2, $3)
         on conflict (id) do update set kind = excluded.kind, name = excluded.name",
        organisation.id.0,
        &organisation.kind,
        &organisation.name,
    )?;
    Ok(())
}

/// Every organisation, by name.
pub async fn organisations(tx: &mut Tx) -> Result<Vec<Organisation>, Error> {
    let rows =
        fetch_all!(tx, (Uuid, String, String), "select id, kind, name from organisation order by name, id")?;
    Ok(rows.into_iter().map(|(id, kind, name)| Organisation { id: OrganisationId(id), kind, name }).collect())
}

/// Adds a partnership, or gives a known one its new name and settings.
pub async fn save_partnership(tx: &mut Tx, partnership: &Partnership) -> Result<(), Error> {
    execute!(
        tx,
        "insert into partnership (id, slug, name, settings) values ($1, $2, $3, $4)
         on conflict (id) do update set slug = excluded.slug, name = excluded.name, settings = excluded.settings",
        partnership.id.0,
        &partnership.slug,
        &partnership.name,
        &partnership.settings,
    )?;
    Ok(())
}

/// Every partnership, by name.
pub async fn partnerships(tx: &mut Tx) -> Result<Vec<Partnership>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, String, String, String),
        "select id, slug, name, settings from partnership order by name, id"
    )?;
    let partnership =
        |(id, slug, name, settings)| Partnership { id: PartnershipId(id), slug, name, settings };
    Ok(rows.into_iter().map(partnership).collect())
}

/// Makes an organisation a member of a partnership; doing it again changes nothing.
pub async fn join(
    tx: &mut Tx,
    organisation: OrganisationId,
    partnership: PartnershipId,
) -> Result<(), Error> {
    execute!(
        tx,
        "insert into partnership_member (partnership_id, organisation_id) values ($1, $2) on conflict do nothing",
        partnership.0,
        organisation.0,
    )?;
    Ok(())
}

/// The organisations of each partnership.
pub async fn partnership_members(tx: &mut Tx) -> Result<Vec<(PartnershipId, OrganisationId)>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, Uuid),
        "select partnership_id, organisation_id from partnership_member order by partnership_id, organisation_id"
    )?;
    Ok(rows
        .into_iter()
        .map(|(partnership, organisation)| (PartnershipId(partnership), OrganisationId(organisation)))
        .collect())
}

/// Adds a person, or brings a known one up to date. Somebody whose name was erased stays erased.
pub async fn save_person(tx: &mut Tx, person: &Person) -> Result<(), Error> {
    execute!(
        tx,
        "insert into person (id, name, job_title, email, date_of_birth, erased_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set name = excluded.name, job_title = excluded.job_title,
             email = excluded.email, date_of_birth = excluded.date_of_birth, erased_at = excluded.erased_at
         where person.erased_at is null",
        person.id.0,
        &person.name,
        &person.job_title,
        person.email.as_deref().map(str::to_lowercase),
        person.date_of_birth,
        person.erased_at,
    )?;
    Ok(())
}

/// Keeps the name and date of birth of a child, apart from the record. Somebody whose name was erased stays erased.
pub async fn identify(tx: &mut Tx, person: PersonId, identity: &Identity) -> Result<(), Error> {
    execute!(
        tx,
        "insert into person (id, name, job_title, email, date_of_birth, erased_at) values ($1, $2, null, null, $3, null)
         on conflict (id) do update set name = excluded.name, date_of_birth = excluded.date_of_birth
         where person.erased_at is null",
        person.0,
        &identity.name,
        identity.date_of_birth,
    )?;
    Ok(())
}

/// One person.
pub async fn person(tx: &mut Tx, id: PersonId) -> Result<Option<Person>, Error> {
    let row = fetch_optional!(
        tx,
        PersonRow,
        "select id, name, job_title, email, date_of_birth, erased_at from person where id = $1",
        id.0,
    )?;
    Ok(row.map(Person::from))
}

/// Every person, in order of id.
pub async fn people(tx: &mut Tx) -> Result<Vec<Person>, Error> {
    let rows = fetch_all!(
        tx,
        PersonRow,
        "select id, name, job_title, email, date_of_birth, erased_at from person order by id"
    )?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// The person who signs in with this address, in any case of letters.
pub async fn person_by_email(tx: &mut Tx, email: &str) -> Result<Option<Person>, Error> {
    let row = fetch_optional!(
        tx,
        PersonRow,
        "select id, name, job_title, email, date_of_birth, erased_at from person where email = $1",
        email.to_lowercase(),
    )?;
    Ok(row.map(Person::from))
}

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

/// A person with all their roles, as the one who acts. Not an operator: that is decided by where they act.
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
    let role = serde_json::from_value(role.into())
        .map_err(|_| Error::Damaged(format!("there is no role “{role}”")))?;
    Ok(Membership {
        organisation: OrganisationId(organisation),
        partnership: PartnershipId(partnership),
        role,
    })
}
