//! Requests that come with a key: the same request again gives the first result and changes nothing.
//!
//! The key of a form comes a second time when its button is pressed twice, but also when somebody goes back to the
//! form and writes something else. So what is kept is a digest of the key and of what was asked under it: something
//! else is a request of its own. The key is not kept, and without it the digest gives away nothing of what was
//! written.

use case::CaseId;
use chrono::SubsecRound;
use uuid::Uuid;

use crate::batch::{Batch, Value};
use crate::request::{Receipt, Request};
use crate::tx::{execute, fetch_one};
use crate::{Error, Tx, case_row};

/// Takes the key together with what is recorded under it. If it was taken before, the whole batch fails.
pub(crate) fn add(batch: &mut Batch, key: Uuid, request: &Request, version: u32) {
    let row = [
        Value::Id(key),
        Value::Id(request.actor.person.0),
        Value::Id(request.case.0),
        Value::Number(version.into()),
        Value::Time(request.now.trunc_subsecs(6)),
    ];
    batch.insert("request (key, person_id, case_id, version, recorded_at)", [row], "");
}

/// The first result of a request that was made before. Where it was not, takes its key: others who ask the same
/// wait until this transaction ends.
pub(crate) async fn first_result(
    tx: &mut Tx,
    request: &Request,
    key: Option<Uuid>,
) -> Result<Option<Receipt>, Error> {
    let Some(key) = key else { return Ok(None) };
    let taken = execute!(
        tx,
        "insert into request (key, person_id, case_id, version, recorded_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
        key,
        request.actor.person.0,
        request.case.0,
        i64::from(request.expected),
        request.now.trunc_subsecs(6),
    )?;
    if taken == 1 {
        return Ok(None);
    }
    let (case, version, year, serial) = fetch_one!(
        tx,
        (Uuid, i64, i64, i64),
        "select q.case_id, q.version, r.year, r.serial from request q join case_row r on r.case_id = q.case_id
         where q.key = $1 and q.person_id = $2",
        key,
        request.actor.person.0,
    )?;
    Ok(Some(Receipt {
        case: CaseId(case),
        reference: case_row::reference(year, serial)?,
        version: case_row::version(version)?,
        repeated: true,
    }))
}

/// Keeps the result under the key that was taken for it.
pub(crate) async fn keep_result(
    tx: &mut Tx,
    request: &Request,
    key: Option<Uuid>,
    version: u32,
) -> Result<(), Error> {
    if let Some(key) = key {
        execute!(
            tx,
            "update request set version = $1 where key = $2 and person_id = $3",
            i64::from(version),
            key,
            request.actor.person.0,
        )?;
    }
    Ok(())
}
