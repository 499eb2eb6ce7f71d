//! Forms that came after their session had ended. They wait, sealed with a key that only the browser has, until the
//! same person has signed in again.

use case::PersonId;
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::tx::{execute, fetch_optional};
use crate::{Digest, Error, Tx};

/// A form that is held for its writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldForm {
    /// The person whose session it was.
    pub person: PersonId,
    /// The path it was sent to.
    pub path: String,
    /// What was sent, which only the key in the browser can open.
    pub sealed: Vec<u8>,
    /// When it was sent.
    pub held_at: DateTime<Utc>,
}

/// Holds a form under the digest of the token of its session, in place of one that is held there already.
pub async fn hold(tx: &mut Tx, session: Digest, form: &HeldForm) -> Result<(), Error> {
    execute!(
        tx,
        "insert into held_form (session_hash, person_id, path, sealed, held_at) values ($1, $2, $3, $4, $5)
         on conflict (session_hash) do update set person_id = excluded.person_id, path = excluded.path,
             sealed = excluded.sealed, held_at = excluded.held_at",
        &session.0[..],
        form.person.0,
        &form.path,
        &form.sealed,
        form.held_at.trunc_subsecs(6),
    )?;
    Ok(())
}

/// Takes a held form out, once.
pub async fn take(tx: &mut Tx, session: Digest) -> Result<Option<HeldForm>, Error> {
    let row = fetch_optional!(
        tx,
        (Uuid, String, Vec<u8>, DateTime<Utc>),
        "delete from held_form where session_hash = $1 returning person_id, path, sealed, held_at",
        &session.0[..],
    )?;
    let form = |(person, path, sealed, held_at)| HeldForm { person: PersonId(person), path, sealed, held_at };
    Ok(row.map(form))
}

/// Deletes all held forms of a person.
pub(crate) async fn forget(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    execute!(tx, "delete from held_form where person_id = $1", person.0)?;
    Ok(())
}

/// Deletes the forms that are held since before this time. Says how many.
pub async fn prune(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, Error> {
    Ok(execute!(tx, "delete from held_form where held_at < $1", before.trunc_subsecs(6))?)
}
