//! Reading cases: one by its id or reference, or a list.

use std::collections::BTreeMap;

use case::{Actor, Area, Case, CaseId, PartnershipId, Reference, may_read, may_see};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::case_row::{self, CaseRow, StoredCaseRow};
use crate::scope::{Scope, scoped};
use crate::tx::{fetch_all, fetch_optional};
use crate::{Db, Error, Tx, access, history};

/// A case as recorded, if `actor` may know of it.
///
/// Whoever shows what it holds uses [`open`], which keeps a log of who read it.
///
/// # Errors
/// [`Error::NotFound`] alike when there is none and when the actor may not know.
pub async fn case(tx: &mut Tx, actor: &Actor, id: CaseId) -> Result<Case, Error> {
    let case = replay(tx, id).await?;
    if case.version() > 0 && may_read(actor, &case) { Ok(case) } else { Err(Error::NotFound) }
}

/// A case as recorded, noted in the access log before it is shown.
pub async fn open(db: &Db, actor: &Actor, now: DateTime<Utc>, id: CaseId) -> Result<Case, Error> {
    let case = case(&mut db.glance().await?, actor, id).await?;
    access::note(db, actor.person, now, vec![id], access::Why::Opened).await?;
    Ok(case)
}

/// The reference that lists give a case and the partnership it is of, for the operator to name a case whose history
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
    let mut readable = Vec::new();
    for row in rows {
        readable.extend(shown_to(actor, row.try_into()?, tx).await?);
    }
    Ok(readable)
}

/// A row as `actor` may see it, if at all.
pub(crate) async fn shown_to(actor: &Actor, row: CaseRow, tx: &mut Tx) -> Result<Option<CaseRow>, Error> {
    if actor.operator {
        return Ok(Some(row));
    }
    let case = replay(tx, row.case).await?;
    if may_see(actor, &case, Area::Overview) {
        return Ok(Some(row));
    }
    Ok(may_read(actor, &case).then(|| row.without_course()))
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
            for row in page {
                if let Some(row) = shown_to(actor, row, tx).await? {
                    mine += 1;
                    found.insert(key(&row), row);
                }
            }
            if is_last {
                break;
            }
        }
    }
    Ok(found.into_values().rev().take(limit).collect())
}

/// Where a case stands in the list.
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

/// The list row of a case. Says nothing of who may see it.
pub(crate) async fn row(tx: &mut Tx, id: CaseId) -> Result<CaseRow, Error> {
    let row = fetch_optional!(
        tx,
        StoredCaseRow,
        "select case_id, partnership_id, year, serial, title, stage, lead_id, version, head, opened_on, updated_at,
             main_clock, main_due
         from case_row where case_id = $1",
        id.0,
    )?;
    row.ok_or(Error::NotFound)?.try_into()
}

/// A case as recorded. Says nothing of who may see it.
pub(crate) async fn replay(tx: &mut Tx, id: CaseId) -> Result<Case, Error> {
    Ok(Case::replay(history::tell(tx, id).await?.recorded))
}
