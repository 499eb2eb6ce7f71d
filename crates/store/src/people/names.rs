//! The names of those whose ids are known, all in one statement.

use std::collections::BTreeMap;

use case::{OrganisationId, PersonId};
use uuid::Uuid;

use super::Organisation;
use crate::among::fetch_among;
use crate::{Error, Tx};

/// What others see of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The name in full; none once erased.
    pub name: Option<String>,
    /// Their post, such as “Review manager”.
    pub job_title: Option<String>,
}

/// What others see of each of these people; those who are not known are missing. A child is a person too: whoever
/// asks for a child’s name notes it in the access log.
pub async fn names(tx: &mut Tx, ids: &[PersonId]) -> Result<BTreeMap<PersonId, Named>, Error> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = fetch_among!(
        tx,
        (Uuid, Option<String>, Option<String>),
        &ids,
        "select id, name, job_title from person where ",
        "id",
        ""
    )?;
    Ok(rows.into_iter().map(|(id, name, job_title)| (PersonId(id), Named { name, job_title })).collect())
}

/// Each of these organisations; those that are not known are missing.
pub async fn organisations_by_id(
    tx: &mut Tx,
    ids: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Organisation>, Error> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = fetch_among!(
        tx,
        (Uuid, String, String),
        &ids,
        "select id, kind, name from organisation where ",
        "id",
        ""
    )?;
    let organisation = |(id, kind, name)| {
        let id = OrganisationId(id);
        (id, Organisation { id, kind, name })
    };
    Ok(rows.into_iter().map(organisation).collect())
}
