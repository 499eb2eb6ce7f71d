//! Who may sign in: their name, post and address, and the end of their access.

use case::{Membership, PartnershipId, PersonId};

use super::managers::Managers;
use super::note::{Author, Facts, What};
use super::roles::{self, Ended};
use crate::people::{self, Person};
use crate::{Digest, Error, Tx, session, sign_in};

/// Somebody who was given an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// Who it is: somebody known, where the address was.
    pub person: Person,
    /// Whether they had this role before, so that nothing was changed.
    pub had_role: bool,
    /// The managers who are to be told.
    pub managers: Managers,
}

/// Makes an account with a role. Somebody whose address is known is not made twice and has the role too; their name and
/// post are taken from `new` only where they hold no other role.
///
/// # Errors
/// [`Error::Denied`] where it is the author's own address.
pub async fn add(tx: &mut Tx, author: Author, new: &Person, role: &Membership) -> Result<Added, Error> {
    let known = match &new.email {
        Some(email) => people::person_by_email(tx, email).await?,
        None => None,
    };
    let Some(mut person) = known else {
        let managers = Managers::told_of(tx, role).await?;
        people::save_person(tx, new).await?;
        people::save_membership(tx, new.id, role).await?;
        author.note(tx, What::PersonAdded, &Facts::role(new.id, role)?).await?;
        return Ok(Added { person: new.clone(), had_role: false, managers });
    };
    let held = people::actor(tx, person.id).await?.memberships;
    let managers = roles::give(tx, author, person.id, role).await?;
    if held.is_empty() {
        person.name = new.name.clone().or(person.name);
        person.job_title = new.job_title.clone().or(person.job_title);
        people::save_person(tx, &person).await?;
    }
    Ok(Added { person, had_role: held.contains(role), managers })
}

/// Changes who somebody is. With another address they are signed out, but for the session `but`, and the managers of
/// their partnerships are to be told. Somebody whose name was erased stays erased.
///
/// # Errors
/// [`Error::Taken`] where the address is somebody else's.
pub async fn change(
    tx: &mut Tx,
    author: Author,
    new: &Person,
    but: Option<Digest>,
) -> Result<Managers, Error> {
    let old = people::person(tx, new.id).await?.ok_or(Error::NotFound)?;
    let new = Person { email: new.email.as_deref().map(str::to_lowercase), ..new.clone() };
    if old == new || old.erased_at.is_some() {
        return Ok(Managers::default());
    }
    people::save_person(tx, &new).await?;
    let partnerships = partnerships(tx, new.id).await?;
    let changed = what_changed(&old, &new);
    if !changed.is_empty() && !partnerships.is_empty() {
        let facts = Facts { changed, ..Facts::person(new.id, partnerships.clone()) };
        author.note(tx, What::PersonChanged, &facts).await?;
    }
    if old.email == new.email {
        return Ok(Managers::default());
    }
    // By the old address nobody gets in any more, neither with a link already sent nor with a session already begun.
    session::end_all(tx, new.id, but).await?;
    sign_in::forget_links(tx, new.id).await?;
    Managers::of(tx, &partnerships).await
}

/// Changes the author's own post, as it appears on decisions.
pub async fn change_job_title(tx: &mut Tx, author: Author, title: &str) -> Result<(), Error> {
    let person = people::person(tx, author.person).await?.ok_or(Error::NotFound)?;
    if person.job_title.as_deref() == Some(title) {
        return Ok(());
    }
    let job_title = Some(title.to_owned());
    people::save_person(tx, &Person { job_title, ..person }).await?;
    let facts = Facts::person(author.person, partnerships(tx, author.person).await?);
    author.note(tx, What::JobTitleChanged, &facts).await
}

/// Notes that somebody was sent a first link, or handed one.
pub async fn invited(tx: &mut Tx, author: Author, person: PersonId) -> Result<(), Error> {
    let facts = Facts::person(person, partnerships(tx, person).await?);
    author.note(tx, What::Invited, &facts).await
}

/// Ends every role that somebody holds in these partnerships, as [`roles::end`] does, and signs them out everywhere.
///
/// # Errors
/// [`Error::Denied`] to somebody who would end their own access.
pub async fn end(
    tx: &mut Tx,
    author: Author,
    person: PersonId,
    of: &[PartnershipId],
    may_be_last: bool,
) -> Result<Ended, Error> {
    let held = people::actor(tx, person).await?.memberships;
    let ending: Vec<_> = held.into_iter().filter(|held| of.contains(&held.partnership)).collect();
    let ended = roles::take(tx, author, person, &ending, may_be_last).await?;
    if matches!(&ended, Ended::Done(roles) if !roles.is_empty()) {
        session::end_all(tx, person, None).await?;
        let facts = Facts::person(person, each_once(&ending));
        author.note(tx, What::AccessEnded, &facts).await?;
    }
    Ok(ended)
}

/// Brings somebody to what an import says of them: who they are, with these roles and no others. No manager is told.
pub async fn put(tx: &mut Tx, author: Author, person: &Person, roles: &[Membership]) -> Result<(), Error> {
    let mut roles_to_give = roles.iter();
    if people::person(tx, person.id).await?.is_some() {
        let _ = change(tx, author, person, None).await?;
    } else if let Some(first) = roles_to_give.next() {
        let _ = add(tx, author, person, first).await?;
    } else {
        people::save_person(tx, person).await?;
    }
    for role in roles_to_give {
        let _ = roles::give(tx, author, person.id, role).await?;
    }
    for held in people::actor(tx, person.id).await?.memberships {
        if !roles.contains(&held) {
            let _ = roles::end(tx, author, person.id, &held, true).await?;
        }
    }
    Ok(())
}

fn what_changed(old: &Person, new: &Person) -> Vec<String> {
    let pairs = [
        ("name", &old.name, &new.name),
        ("job_title", &old.job_title, &new.job_title),
        ("email", &old.email, &new.email),
    ];
    pairs.into_iter().filter(|(_, old, new)| old != new).map(|(code, ..)| code.to_owned()).collect()
}

async fn partnerships(tx: &mut Tx, person: PersonId) -> Result<Vec<PartnershipId>, Error> {
    Ok(each_once(&people::actor(tx, person).await?.memberships))
}

/// The partnerships of these roles. Those of one partnership stand together.
fn each_once(roles: &[Membership]) -> Vec<PartnershipId> {
    let mut partnerships: Vec<_> = roles.iter().map(|held| held.partnership).collect();
    partnerships.dedup();
    partnerships
}
