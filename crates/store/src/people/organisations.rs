//! Organisations, partnerships, and which belong to which.

use case::{OrganisationId, PartnershipId};
use uuid::Uuid;

use crate::tx::{execute, fetch_all, fetch_optional};
use crate::{Error, Tx};

/// A council, board, police force or any other agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The id, which never changes.
    pub id: OrganisationId,
    /// What sort of body it is, such as `local_authority`.
    pub kind: String,
    /// The name that people know it by.
    pub name: String,
}

/// A local safeguarding children partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnership {
    /// The id, which never changes.
    pub id: PartnershipId,
    /// The short name used in commands and addresses, such as `northmere`.
    pub slug: String,
    /// The name in full.
    pub name: String,
    /// What it has chosen, as JSON: milestones, the start of the rapid review.
    pub settings: String,
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

/// Every organisation, ordered by name.
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

/// Every partnership, ordered by name.
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

/// Ends the membership of an organisation in a partnership.
pub(crate) async fn leave(
    tx: &mut Tx,
    organisation: OrganisationId,
    partnership: PartnershipId,
) -> Result<(), Error> {
    execute!(
        tx,
        "delete from partnership_member where partnership_id = $1 and organisation_id = $2",
        partnership.0,
        organisation.0,
    )?;
    Ok(())
}

/// One partnership.
pub(crate) async fn partnership(tx: &mut Tx, id: PartnershipId) -> Result<Option<Partnership>, Error> {
    Ok(partnerships(tx).await?.into_iter().find(|one| one.id == id))
}

/// What a partnership has chosen, as JSON; `None` when it is not known.
pub async fn partnership_settings(tx: &mut Tx, partnership: PartnershipId) -> Result<Option<String>, Error> {
    let row =
        fetch_optional!(tx, (String,), "select settings from partnership where id = $1", partnership.0)?;
    Ok(row.map(|(settings,)| settings))
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
