//! Giving somebody a role, and ending one.

use case::{Denied, Membership, PersonId, Role};

use super::managers::Managers;
use super::note::{Author, Facts, What};
use crate::{Error, Tx, people};

/// What became of ending roles.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "the managers are told, or it is said why they are not"]
pub enum Ended {
    /// They are ended. With each, the managers who are to be told.
    Done(Vec<(Role, Managers)>),
    /// Nothing was changed: nobody else holds these roles, and it was not said that they may end all the same.
    Last(Vec<Membership>),
}

/// Gives somebody a role. Answers with the managers who are to be told: nobody where it is held already.
///
/// # Errors
/// [`Error::Denied`] to somebody who would give themselves a role.
pub async fn give(
    tx: &mut Tx,
    author: Author,
    person: PersonId,
    role: &Membership,
) -> Result<Managers, Error> {
    refuse_own(author, person)?;
    if people::actor(tx, person).await?.memberships.contains(role) {
        return Ok(Managers::default());
    }
    let managers = Managers::told_of(tx, role).await?;
    people::save_membership(tx, person, role).await?;
    author.note(tx, What::RoleGiven, &Facts::role(person, role)?).await?;
    Ok(managers)
}

/// Ends a role, even the last of its sort where that `may_be_last`. Whoever has no role left has no access.
///
/// # Errors
/// [`Error::Denied`] to somebody who would end a role of their own.
pub async fn end(
    tx: &mut Tx,
    author: Author,
    person: PersonId,
    role: &Membership,
    may_be_last: bool,
) -> Result<Ended, Error> {
    let ended = take(tx, author, person, std::slice::from_ref(role), may_be_last).await?;
    if matches!(&ended, Ended::Done(roles) if !roles.is_empty()) {
        author.note(tx, What::RoleEnded, &Facts::role(person, role)?).await?;
    }
    Ok(ended)
}

/// Which of these roles nobody but this person holds, where a partnership should have somebody in them.
pub async fn last_of(tx: &mut Tx, person: PersonId, roles: &[Membership]) -> Result<Vec<Membership>, Error> {
    let mut last = Vec::new();
    for held in roles {
        if !matches!(held.role, Role::BusinessUnitManager | Role::Administrator) {
            continue;
        }
        let all = people::people_of(tx, held.partnership).await?;
        let has_role = |roles: &[Membership]| roles.iter().any(|other| other.role == held.role);
        if !all.iter().any(|(other, roles)| other.id != person && has_role(roles)) {
            last.push(held.clone());
        }
    }
    Ok(last)
}

/// Takes those of these roles that a person holds. What is noted of it is for the caller to say.
pub(super) async fn take(
    tx: &mut Tx,
    author: Author,
    person: PersonId,
    roles: &[Membership],
    may_be_last: bool,
) -> Result<Ended, Error> {
    refuse_own(author, person)?;
    let held = people::actor(tx, person).await?.memberships;
    let (ending, staying): (Vec<_>, Vec<_>) = held.into_iter().partition(|held| roles.contains(held));
    let last = last_of(tx, person, &ending).await?;
    if !last.is_empty() && !may_be_last {
        return Ok(Ended::Last(last));
    }
    let mut ended = Vec::new();
    for role in &ending {
        ended.push((role.role, Managers::told_of(tx, role).await?));
    }
    for role in &ending {
        people::end_membership(tx, person, role).await?;
    }
    if staying.is_empty() {
        people::deactivate(tx, person).await?;
    }
    Ok(Ended::Done(ended))
}

/// Of somebody's own roles somebody else decides.
fn refuse_own(author: Author, person: PersonId) -> Result<(), Error> {
    if author.person == person { Err(Denied.into()) } else { Ok(()) }
}
