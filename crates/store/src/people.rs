//! Organisations, partnerships, and the people who belong to them. Children are people too.

mod memberships;
mod names;
mod of_partnership;
mod organisations;

use std::collections::BTreeMap;

use calendar::NaiveDate;
use case::PersonId;
use case::notification::Identity;
use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use memberships::{actor, deactivate, end_membership, end_memberships, memberships, save_membership};
pub use names::{Named, names, organisations_by_id};
pub use of_partnership::{organisations_of, people_of};
pub use organisations::{
    Organisation, Partnership, join, organisations, partnership_members, partnership_settings, partnerships,
    save_organisation, save_partnership,
};
pub(crate) use organisations::{leave, partnership};

use crate::among::fetch_among;
use crate::tx::{execute, fetch_all, fetch_optional};
use crate::{Error, Tx};

/// A person: staff, partner, reviewer or child. What names them is `None` once erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id, which never changes and names nobody.
    pub id: PersonId,
    /// The name in full.
    pub name: Option<String>,
    /// Their post, such as “Review manager”.
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

/// Keeps the name and date of birth of a child, apart from the record. Somebody whose name was erased stays erased,
/// and nobody who holds a role is renamed in this way.
pub async fn identify(tx: &mut Tx, person: PersonId, identity: &Identity) -> Result<(), Error> {
    execute!(
        tx,
        "insert into person (id, name, job_title, email, date_of_birth, erased_at) values ($1, $2, null, null, $3, null)
         on conflict (id) do update set name = excluded.name, date_of_birth = excluded.date_of_birth
         where person.erased_at is null
             and not exists (select 1 from membership where membership.person_id = person.id)",
        person.0,
        &identity.name,
        identity.date_of_birth,
    )?;
    Ok(())
}

/// The person with this id.
pub async fn person(tx: &mut Tx, id: PersonId) -> Result<Option<Person>, Error> {
    let row = fetch_optional!(
        tx,
        PersonRow,
        "select id, name, job_title, email, date_of_birth, erased_at from person where id = $1",
        id.0,
    )?;
    Ok(row.map(Person::from))
}

/// These people; those who are not known are missing.
pub async fn several(tx: &mut Tx, ids: &[PersonId]) -> Result<BTreeMap<PersonId, Person>, Error> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = fetch_among!(
        tx,
        PersonRow,
        &ids,
        "select id, name, job_title, email, date_of_birth, erased_at from person where ",
        "id",
        ""
    )?;
    Ok(rows.into_iter().map(Person::from).map(|person| (person.id, person)).collect())
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

/// The person who signs in with this address, in capitals or small letters.
pub async fn person_by_email(tx: &mut Tx, email: &str) -> Result<Option<Person>, Error> {
    let row = fetch_optional!(
        tx,
        PersonRow,
        "select id, name, job_title, email, date_of_birth, erased_at from person where email = $1",
        email.to_lowercase(),
    )?;
    Ok(row.map(Person::from))
}
