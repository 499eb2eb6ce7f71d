//! Reading cases: one by its id or reference, or a list.

use std::collections::BTreeMap;
use std::sync::Arc;

use case::{Actor, Case, CaseId, PartnershipId, Reference, may_read};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::among::fetch_among;
use crate::case_row::{self, CaseRow, StoredCaseRow};
use crate::folded::{self, Folded};
use crate::scope::{Scope, scoped};
use crate::sight::{self, Cases};
use crate::tx::{fetch_all, fetch_optional};
use crate::{Db, Error, Tx, access};

/// A case as recorded, if `actor` may know of it.
///
/// To show what it holds, use [`open`], which logs who read it.
///
/// # Errors
///
/// [`Error::NotFound`], both when there is no such case and when the actor may not know of it.
pub async fn case(tx: &mut Tx, actor: &Actor, id: CaseId) -> Result<Arc<Case>, Error> {
    readable(actor, folded::case(tx, id).await?)
}

pub(crate) fn readable(actor: &Actor, folded: Folded) -> Result<Arc<Case>, Error> {
    let case = folded.case;
    if case.version() > 0 && may_read(actor, &case) { Ok(case) } else { Err(Error::NotFound) }
}

/// A case as recorded. That `actor` reads it is noted in the access log before it is shown.
pub async fn open(db: &Db, actor: &Actor, now: DateTime<Utc>, id: CaseId) -> Result<Arc<Case>, Error> {
    let case = case(&mut db.glance().await?, actor, id).await?;
    access::note(db, actor.person, now, vec![id], access::Why::Opened).await?;
    Ok(case)
}

/// The reference under which a case is listed, and its partnership: for the operator to name a case whose history
/// can no longer be read.
pub async fn listed_as(tx: &mut Tx, id: CaseId) -> Result<Option<(Reference, PartnershipId)>, Error> {
    let row = fetch_optional!(
        tx,
        (i64, i64, Uuid),
        "select year, serial, partnership_id from case_row where case_id = $1",
        id.0,
    )?;
    row.map(|(year, serial, partnership)| {
        Ok((case_row::reference(year, serial)?, PartnershipId(partnership)))
    })
    .transpose()
}

/// The cases of this reference that `actor` may know of: one in each partnership at most.
pub async fn by_reference(tx: &mut Tx, actor: &Actor, reference: Reference) -> Result<Vec<CaseRow>, Error> {
    let rows = fetch_all!(
        tx,
        StoredCaseRow,
        "select case_id, partnership_id, year, serial, title, stage, lead_id, version, head, opened_on, updated_at,
             main_clock, main_due
         from case_row where year = $1 and serial = $2 order by partnership_id",
        i64::from(reference.year),
        i64::from(reference.serial),
    )?;
    let rows = rows.into_iter().map(CaseRow::try_from).collect::<Result<_, _>>()?;
    sight::shown(tx, actor, rows, &mut Cases::default()).await
}

/// These cases as recorded, read together; those that `actor` may not know of are missing.
///
/// This is for lists. To show what one case holds, use [`open`], which logs who read it.
pub async fn several(
    tx: &mut Tx,
    actor: &Actor,
    ids: &[CaseId],
) -> Result<BTreeMap<CaseId, Arc<Case>>, Error> {
    let mut cases = Cases::default();
    cases.read(tx, ids.iter().copied()).await?;
    cases.0.retain(|_, case| case.version() > 0 && may_read(actor, case));
    Ok(cases.0)
}

/// These cases as recorded, without their words: enough to know how far each has come. It does not ask who may see
/// them.
pub async fn without_words(tx: &mut Tx, ids: &[CaseId]) -> Result<BTreeMap<CaseId, Arc<Case>>, Error> {
    sight::replayed(tx, ids, false).await
}

/// The rows of these cases in the same order, without those that `actor` may not know of.
pub async fn of(tx: &mut Tx, actor: &Actor, ids: &[CaseId]) -> Result<Vec<CaseRow>, Error> {
    let stored: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = fetch_among!(
        tx,
        StoredCaseRow,
        &stored,
        "select case_id, partnership_id, year, serial, title, stage, lead_id, version, head, opened_on, updated_at,
             main_clock, main_due
         from case_row where ",
        "case_id",
        ""
    )?;
    let rows = rows.into_iter().map(CaseRow::try_from).collect::<Result<_, _>>()?;
    let mut shown = sight::shown(tx, actor, rows, &mut Cases::default()).await?;
    shown.sort_by_key(|row| ids.iter().position(|id| *id == row.case));
    Ok(shown)
}

/// Up to `limit` cases that `actor` may know of, the latest reference first, after the last one of the page before.
pub async fn list(
    tx: &mut Tx,
    actor: &Actor,
    after: Option<&CaseRow>,
    limit: usize,
) -> Result<Vec<CaseRow>, Error> {
    let mut found = BTreeMap::new();
    for scope in Scope::all_of(actor) {
        let mut last = after.map(key);
        let mut mine = 0;
        while mine < limit {
            let page = page(tx, scope, last, limit).await?;
            let is_last = page.len() < limit;
            last = page.last().map(key).or(last);
            for row in sight::shown(tx, actor, page, &mut Cases::default()).await? {
                mine += 1;
                found.insert(key(&row), row);
            }
            if is_last {
                break;
            }
        }
    }
    Ok(found.into_values().rev().take(limit).collect())
}

/// What the list is ordered by.
type Key = (i32, u32, CaseId);

fn key(row: &CaseRow) -> Key {
    (row.reference.year, row.reference.serial, row.case)
}

async fn page(tx: &mut Tx, scope: Scope, after: Option<Key>, limit: usize) -> Result<Vec<CaseRow>, Error> {
    let (year, serial, case) = after.unwrap_or((i32::MAX, u32::MAX, CaseId(Uuid::max())));
    let statement = scoped!(
        scope,
        "select r.case_id, r.partnership_id, r.year, r.serial, r.title, r.stage, r.lead_id, r.version, r.head,
             r.opened_on, r.updated_at, r.main_clock, r.main_due
         from case_row r where ",
        " and (r.year, r.serial, r.case_id) < ($2, $3, $4)
         order by r.year desc, r.serial desc, r.case_id desc limit $5"
    );
    let rows = fetch_all!(
        tx,
        StoredCaseRow,
        statement,
        scope.id(),
        i64::from(year),
        i64::from(serial),
        case.0,
        i64::try_from(limit).unwrap_or(i64::MAX),
    )?;
    rows.into_iter().map(CaseRow::try_from).collect()
}
