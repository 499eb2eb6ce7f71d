//! Organisations, and their names.

use case::PartnershipId;

use super::note::{Author, Facts, What};
use crate::people::{self, Organisation};
use crate::{Error, Tx};

/// Makes an organisation a member of a partnership. One that another partnership added under the same name is not made
/// twice: a police force that serves several partnerships is one organisation.
pub async fn add(tx: &mut Tx, author: Author, new: &Organisation, of: PartnershipId) -> Result<(), Error> {
    let all = people::organisations(tx).await?;
    let same =
        |one: &&Organisation| one.kind == new.kind && one.name.to_lowercase() == new.name.to_lowercase();
    let known = all.iter().find(same).map(|known| known.id);
    let id = known.unwrap_or(new.id);
    if people::partnership_members(tx).await?.contains(&(of, id)) {
        return Ok(());
    }
    if known.is_none() {
        people::save_organisation(tx, new).await?;
    }
    people::join(tx, id, of).await?;
    let what = if known.is_some() { What::OrganisationJoined } else { What::OrganisationAdded };
    author.note(tx, what, &Facts::member(id, of)).await
}

/// Changes the name or the sort of an organisation.
pub async fn change(tx: &mut Tx, author: Author, new: &Organisation) -> Result<(), Error> {
    let old = people::organisations_by_id(tx, &[new.id]).await?.remove(&new.id).ok_or(Error::NotFound)?;
    if old == *new {
        return Ok(());
    }
    people::save_organisation(tx, new).await?;
    let members = people::partnership_members(tx).await?.into_iter();
    let partnerships: Vec<_> = members.filter(|(_, member)| *member == new.id).map(|(of, _)| of).collect();
    if partnerships.is_empty() {
        return Ok(());
    }
    let facts = Facts { organisation: Some(new.id), partnerships, ..Facts::default() };
    author.note(tx, What::OrganisationChanged, &facts).await
}

/// Brings an organisation to what an import says of it. A new one is noted when it joins a partnership.
pub async fn put(tx: &mut Tx, author: Author, organisation: &Organisation) -> Result<(), Error> {
    if people::organisations_by_id(tx, &[organisation.id]).await?.is_empty() {
        people::save_organisation(tx, organisation).await
    } else {
        change(tx, author, organisation).await
    }
}
