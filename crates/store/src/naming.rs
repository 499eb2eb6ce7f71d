//! Whose name a step may write or erase, which only the table of people knows.

use case::{Actor, Case, Denied, Fact, PersonId, Rejection, Role, Step};

use crate::{Error, Tx, people};

/// Whether the table of people allows what the case and the roles of the actor already allow.
///
/// # Errors
///
/// [`Error::Rejected`] with the field `person` when a child is said to be somebody known as another person,
/// [`Error::Denied`] when the actor does not answer for the person to be erased.
pub(crate) async fn admit(tx: &mut Tx, actor: &Actor, case: &Case, step: &Step) -> Result<(), Error> {
    match step {
        Step::IdentifyChild(child) => may_be_child(tx, case, child.person).await,
        Step::ErasePerson(erasure) => may_erase(tx, actor, erasure.person).await,
        _ => Ok(()),
    }
}

/// Requires that a child is somebody new or already a child of this case, so that no other name is overwritten.
async fn may_be_child(tx: &mut Tx, case: &Case, id: PersonId) -> Result<(), Error> {
    let known = people::person(tx, id).await?;
    let refuse = |message| Err(Rejection::of("person", message).into());
    if known.as_ref().is_some_and(|person| person.erased_at.is_some()) {
        return refuse("What named this person was erased, and stays so. Choose an id that nobody has yet");
    }
    let is_staff = id.0.is_nil() || !people::actor(tx, id).await?.memberships.is_empty();
    if is_staff || (known.is_some() && !was_child_of(case, id)) {
        return refuse("This is somebody else already. Choose an id that nobody has yet");
    }
    Ok(())
}

fn was_child_of(case: &Case, id: PersonId) -> bool {
    let is_child = |fact: &Fact| matches!(fact, Fact::ChildIdentified(child) if child.person == id);
    case.history().iter().any(|recorded| is_child(&recorded.event.fact))
}

/// Requires that the actor answers for every role of the person to be erased.
async fn may_erase(tx: &mut Tx, actor: &Actor, id: PersonId) -> Result<(), Error> {
    let roles = people::actor(tx, id).await?.memberships;
    let answers = roles
        .iter()
        .all(|held| actor.roles_in(held.partnership).any(|mine| mine.role == Role::BusinessUnitManager));
    if actor.operator || answers { Ok(()) } else { Err(Denied.into()) }
}
