//! Partnerships: their names and members.

use case::{OrganisationId, PartnershipId};

use super::choices;
use super::note::{Author, Facts, What};
use crate::people::{self, Partnership};
use crate::{Error, Tx};

/// Gives a partnership another name.
pub async fn rename(tx: &mut Tx, author: Author, id: PartnershipId, name: &str) -> Result<(), Error> {
    let known = people::partnership(tx, id).await?.ok_or(Error::NotFound)?;
    if known.name == name {
        return Ok(());
    }
    people::save_partnership(tx, &Partnership { name: name.to_owned(), ..known }).await?;
    author.note(tx, What::PartnershipRenamed, &Facts::partnership(id, Vec::new())).await
}

/// Brings a partnership to what an import says of it, with these members and no others. What cases are counted by may
/// be another after it: whoever calls this recounts.
pub async fn put(
    tx: &mut Tx,
    author: Author,
    new: &Partnership,
    members: &[OrganisationId],
) -> Result<(), Error> {
    let known = people::partnership(tx, new.id).await?;
    people::save_partnership(tx, new).await?;
    match known {
        None => author.note(tx, What::PartnershipAdded, &Facts::partnership(new.id, Vec::new())).await?,
        Some(old) => {
            if (&old.name, &old.slug) != (&new.name, &new.slug) {
                let facts = Facts::partnership(new.id, Vec::new());
                author.note(tx, What::PartnershipRenamed, &facts).await?;
            }
            choices::note(tx, author, &old, new).await?;
        }
    }
    put_members(tx, author, new.id, members).await
}

async fn put_members(
    tx: &mut Tx,
    author: Author,
    id: PartnershipId,
    members: &[OrganisationId],
) -> Result<(), Error> {
    let all = people::partnership_members(tx).await?.into_iter();
    let old: Vec<_> = all.filter(|(of, _)| *of == id).map(|(_, member)| member).collect();
    for member in members.iter().filter(|member| !old.contains(member)) {
        people::join(tx, *member, id).await?;
        author.note(tx, What::OrganisationJoined, &Facts::member(*member, id)).await?;
    }
    for member in old.iter().filter(|member| !members.contains(member)) {
        people::leave(tx, *member, id).await?;
        author.note(tx, What::OrganisationLeft, &Facts::member(*member, id)).await?;
    }
    Ok(())
}
