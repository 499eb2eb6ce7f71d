//! What is due: the clocks that run, by their dates.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use calendar::NaiveDate;
use case::{Actor, Area, Case, CaseId, PartnershipId, Reference, may_see};
use uuid::Uuid;

use crate::scope::{Scope, scoped};
use crate::tx::fetch_all;
use crate::{Error, Tx, case_row, cases};

/// One clock that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRow {
    /// The due date.
    pub due: NaiveDate,
    /// The case.
    pub case: CaseId,
    /// The key of the clock, such as `rapid-review`.
    pub clock: String,
    /// `statutory`, `expected` or `local`.
    pub kind: String,
    /// Whether the date rests on a bank holiday that may still move.
    pub provisional: bool,
    /// Whose case it is.
    pub partnership: PartnershipId,
    /// The reference of the case.
    pub reference: Reference,
    /// Its local working title.
    pub title: String,
    /// The code of its stage; empty for those who may not see the course of the case.
    pub stage: String,
}

/// Where a page of what is due begins.
#[derive(Clone, Copy, Debug)]
pub enum From<'a> {
    /// With everything that was ever due and is not done.
    TheBeginning,
    /// With what is due on this day.
    Day(NaiveDate),
    /// After the last one of the page before.
    After(&'a DueRow),
}

/// Where a clock stands in the list.
type Key = (NaiveDate, CaseId, String);

/// Up to `limit` clocks that run and are due by `until`, the earliest first, of those `actor` may see.
pub async fn due(
    tx: &mut Tx,
    actor: &Actor,
    from: From<'_>,
    until: NaiveDate,
    limit: usize,
) -> Result<Vec<DueRow>, Error> {
    let mut found = BTreeMap::new();
    let mut seen = BTreeMap::new();
    for scope in Scope::all_of(actor) {
        let mut last = from.key();
        let mut mine = 0;
        while mine < limit {
            let page = page(tx, scope, &last, until, limit).await?;
            let is_last = page.len() < limit;
            last = page.last().map_or(last, key);
            for row in page {
                if let Some(row) = shown_to(tx, actor, row, &mut seen).await? {
                    mine += 1;
                    found.insert(key(&row), row);
                }
            }
            if is_last {
                break;
            }
        }
    }
    Ok(found.into_values().take(limit).collect())
}

/// A row as `actor` may see it, if at all: those who may not see the course of a case still see what they have to do.
async fn shown_to(
    tx: &mut Tx,
    actor: &Actor,
    row: DueRow,
    seen: &mut BTreeMap<CaseId, Case>,
) -> Result<Option<DueRow>, Error> {
    if actor.operator {
        return Ok(Some(row));
    }
    let case = match seen.entry(row.case) {
        Entry::Occupied(case) => case.into_mut(),
        Entry::Vacant(vacant) => vacant.insert(cases::replay(tx, row.case).await?),
    };
    let area = row.clock.parse().map_or(Area::Overview, Area::of_clock);
    if may_see(actor, case, Area::Overview) {
        return Ok(Some(row));
    }
    Ok(may_see(actor, case, area).then_some(DueRow { stage: String::new(), ..row }))
}

impl From<'_> {
    fn key(self) -> Key {
        match self {
            Self::TheBeginning => (NaiveDate::default(), CaseId(Uuid::nil()), String::new()),
            Self::Day(day) => (day, CaseId(Uuid::nil()), String::new()),
            Self::After(row) => key(row),
        }
    }
}

fn key(row: &DueRow) -> Key {
    (row.due, row.case, row.clock.clone())
}

#[derive(sqlx::FromRow)]
struct StoredDueRow {
    case_id: Uuid,
    clock: String,
    kind: String,
    due: NaiveDate,
    provisional: bool,
    partnership_id: Uuid,
    year: i64,
    serial: i64,
    title: String,
    stage: String,
}

async fn page(
    tx: &mut Tx,
    scope: Scope,
    after: &Key,
    until: NaiveDate,
    limit: usize,
) -> Result<Vec<DueRow>, Error> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let statement = match scope {
        // The index by partnership has the dates in order; that of the case would have to be sorted.
        Scope::Partnership(_) => {
            "select c.case_id, c.clock, c.kind, c.due, c.provisional, r.partnership_id, r.year, r.serial, r.title,
                 r.stage
             from clock_row c join case_row r on r.case_id = c.case_id
             where c.partnership_id = $1 and (c.due, c.case_id, c.clock) > ($2, $3, $4) and c.due <= $5
             order by c.due, c.case_id, c.clock limit $6"
        }
        Scope::Everything | Scope::Named(_) => scoped!(
            scope,
            "select c.case_id, c.clock, c.kind, c.due, c.provisional, r.partnership_id, r.year, r.serial, r.title,
                 r.stage
             from clock_row c join case_row r on r.case_id = c.case_id
             where ",
            " and (c.due, c.case_id, c.clock) > ($2, $3, $4) and c.due <= $5
             order by c.due, c.case_id, c.clock limit $6"
        ),
    };
    let rows = fetch_all!(
        tx,
        StoredDueRow,
        statement,
        scope.id(),
        after.0,
        after.1.0,
        after.2.as_str(),
        until,
        limit
    )?;
    rows.into_iter().map(StoredDueRow::read).collect()
}

impl StoredDueRow {
    fn read(self) -> Result<DueRow, Error> {
        Ok(DueRow {
            due: self.due,
            case: CaseId(self.case_id),
            clock: self.clock,
            kind: self.kind,
            provisional: self.provisional,
            partnership: PartnershipId(self.partnership_id),
            reference: case_row::reference(self.year, self.serial)?,
            title: self.title,
            stage: self.stage,
        })
    }
}

/// An open statutory deadline whose date cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undated {
    /// The case.
    pub case: CaseId,
    /// The key of the clock, such as `rapid-review`.
    pub clock: String,
    /// The reference of the case.
    pub reference: Reference,
    /// Its local working title.
    pub title: String,
}

#[derive(sqlx::FromRow)]
struct StoredUndated {
    case_id: Uuid,
    clock: String,
    year: i64,
    serial: i64,
    title: String,
}

/// The statutory deadlines that run and have no date, of the cases whose course `actor` may see.
pub async fn undated(tx: &mut Tx, actor: &Actor) -> Result<Vec<Undated>, Error> {
    let mut found = BTreeMap::new();
    for scope in Scope::all_of(actor) {
        for row in undated_in(tx, scope).await? {
            let case = CaseId(row.case_id);
            if actor.operator || may_see(actor, &*cases::replay(tx, case).await?, Area::Overview) {
                let reference = case_row::reference(row.year, row.serial)?;
                let (clock, title) = (row.clock, row.title);
                found.insert((case, clock.clone()), Undated { case, clock, reference, title });
            }
        }
    }
    Ok(found.into_values().collect())
}

async fn undated_in(tx: &mut Tx, scope: Scope) -> Result<Vec<StoredUndated>, Error> {
    let statement = scoped!(
        scope,
        "select c.case_id, c.clock, r.year, r.serial, r.title
         from clock_row c join case_row r on r.case_id = c.case_id
         where ",
        " and c.due is null and c.kind = 'statutory' order by c.case_id, c.clock"
    );
    Ok(fetch_all!(tx, StoredUndated, statement, scope.id())?)
}
