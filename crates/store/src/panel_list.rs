//! What is outstanding between cases and the Panel, a page at a time, and how often the Panel agreed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use calendar::NaiveDate;
use case::{Actor, Area, Case, CaseId, PartnershipId, Reference, may_see};
use uuid::Uuid;

use crate::scope::{Scope, scoped};
use crate::sight;
use crate::tx::{fetch_all, fetch_one, from_row};
use crate::{Error, Tx, case_row};

/// The statement that adds up what is outstanding in the cases that meet a condition, each number from an index
/// that has little else.
macro_rules! counted {
    ($condition:literal) => {
        concat!(
            "select (select count(*) from panel_row where waiting_since is not null and ",
            $condition,
            ") as waiting, (select cast(coalesce(sum(asked), 0) as bigint) from panel_row where asked_by is not null and ",
            $condition,
            ") as asked, cast(coalesce(sum(agree), 0) as bigint) as agree,
             cast(coalesce(sum(definite), 0) as bigint) as definite
             from panel_row where definite > 0 and ",
            $condition
        )
    };
}

/// Which cases are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Cases that wait for a reply of the Panel, the longest wait first. An unknown start sorts last.
    Waiting,
    /// Cases in which the Panel asked for something, the earliest date first.
    Asked,
}

/// A case in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outstanding {
    /// The id of the case.
    pub case: CaseId,
    /// The partnership whose case it is.
    pub partnership: PartnershipId,
    /// The reference of the case.
    pub reference: Reference,
    /// The local working title of the case.
    pub title: String,
    key: Key,
}

/// What the list is ordered by: the start of the wait or the date of what was asked for, then the case.
type Key = (NaiveDate, Uuid);

/// A page of the list.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The cases on it, in order.
    pub rows: Vec<Outstanding>,
    /// Whether there may be others after these.
    pub more: bool,
    /// The cases as recorded, some of them without their words.
    pub cases: BTreeMap<CaseId, Arc<Case>>,
}

/// How much is outstanding in all cases together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// In how many cases a reply of the Panel is awaited.
    pub waiting: usize,
    /// How many things the Panel asked for and was not given.
    pub asked: usize,
    /// In how many of its definite answers the Panel agreed with the local decision.
    pub agree: usize,
    /// How many definite answers the Panel gave.
    pub definite: usize,
}

/// Up to `limit` cases whose dealings with the Panel `actor` may see, after the last one of the page before.
pub async fn list(
    tx: &mut Tx,
    actor: &Actor,
    which: Which,
    after: Option<&Outstanding>,
    limit: usize,
) -> Result<Page, Error> {
    let (mut found, mut cases) = (BTreeMap::new(), BTreeMap::new());
    for scope in Scope::all_of(actor) {
        let mut last = after.map_or((NaiveDate::default(), Uuid::nil()), |row| row.key);
        let mut mine = 0;
        while mine < limit {
            let page = rows(tx, scope, which, last, limit).await?;
            let is_last = page.len() < limit;
            last = page.last().map_or(last, |row| row.key);
            let unread: Vec<_> =
                page.iter().map(|row| row.case).filter(|id| !cases.contains_key(id)).collect();
            cases.extend(sight::replayed(tx, &unread, false).await?);
            for row in page
                .into_iter()
                .filter(|row| cases.get(&row.case).is_some_and(|case| may_see(actor, case, Area::Panel)))
            {
                mine += 1;
                found.insert(row.key, row);
            }
            if is_last {
                break;
            }
        }
    }
    let more = found.len() >= limit;
    let rows: Vec<_> = found.into_values().take(limit).collect();
    let listed: BTreeSet<_> = rows.iter().map(|row| row.case).collect();
    cases.retain(|id, _| listed.contains(id));
    Ok(Page { rows, more, cases })
}

from_row! {
    struct StoredOutstanding {
        case_id: Uuid,
        partnership_id: Uuid,
        year: i64,
        serial: i64,
        title: String,
        key: NaiveDate,
    }
}

/// The statement for the rows of a scope. Each kind of list has an index of its own, in its order.
fn statement(scope: Scope, which: Which) -> &'static str {
    match which {
        Which::Waiting => scoped!(
            scope,
            "select r.case_id, r.partnership_id, c.year, c.serial, c.title, r.waiting_since as key
             from panel_row r join case_row c on c.case_id = r.case_id where r.waiting_since is not null and ",
            " and (r.waiting_since, r.case_id) > ($2, $3) order by r.waiting_since, r.case_id limit $4"
        ),
        Which::Asked => scoped!(
            scope,
            "select r.case_id, r.partnership_id, c.year, c.serial, c.title, r.asked_by as key
             from panel_row r join case_row c on c.case_id = r.case_id where r.asked_by is not null and ",
            " and (r.asked_by, r.case_id) > ($2, $3) order by r.asked_by, r.case_id limit $4"
        ),
    }
}

/// The rows of a scope, whoever may see them.
async fn rows(
    tx: &mut Tx,
    scope: Scope,
    which: Which,
    (day, case): Key,
    limit: usize,
) -> Result<Vec<Outstanding>, Error> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = fetch_all!(tx, StoredOutstanding, statement(scope, which), scope.id(), day, case, limit)?;
    rows.into_iter().map(StoredOutstanding::read).collect()
}

impl StoredOutstanding {
    fn read(self) -> Result<Outstanding, Error> {
        Ok(Outstanding {
            case: CaseId(self.case_id),
            partnership: PartnershipId(self.partnership_id),
            reference: case_row::reference(self.year, self.serial)?,
            title: self.title,
            key: (self.key, self.case_id),
        })
    }
}

/// How much is outstanding in all the cases whose dealings with the Panel `actor` may see.
///
/// A manager sees them in all cases of the partnership, so these are counted in the database. For others the rules
/// are asked about each case.
pub async fn totals(tx: &mut Tx, actor: &Actor) -> Result<Totals, Error> {
    let scopes = Scope::all_of(actor);
    let mut totals = Totals::default();
    for scope in &scopes {
        match scope {
            Scope::Everything => totals.add(fetch_one!(tx, Counted, counted!("$1 is null"), scope.id())?),
            Scope::Partnership(_) => {
                totals.add(fetch_one!(tx, Counted, counted!("partnership_id = $1"), scope.id())?);
            }
            Scope::Named(person) => {
                let mut rows = of_person(tx, *person).await?;
                rows.retain(|(_, partnership, _)| !scopes.contains(&Scope::Partnership(*partnership)));
                for some in rows.chunks(TOGETHER) {
                    let ids: Vec<_> = some.iter().map(|(case, ..)| *case).collect();
                    let cases = sight::replayed(tx, &ids, false).await?;
                    let seen =
                        |id: &CaseId| cases.get(id).is_some_and(|case| may_see(actor, case, Area::Panel));
                    some.iter().filter(|(id, ..)| seen(id)).for_each(|(.., row)| totals.add(*row));
                }
            }
        }
    }
    Ok(totals)
}

/// How many cases are read together where the rules are asked of each.
const TOGETHER: usize = 250;

from_row! {
    /// What is counted in one case, or in many together.
    #[derive(Clone, Copy)]
    struct Counted {
        waiting: i64,
        asked: i64,
        agree: i64,
        definite: i64,
    }
}

/// The cases in which a person has a place and that have to do with the Panel.
async fn of_person(tx: &mut Tx, person: Uuid) -> Result<Vec<(CaseId, Uuid, Counted)>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, Uuid, bool, i64, i64, i64),
        "select case_id, partnership_id, waiting_since is not null, asked, agree, definite from panel_row
         where case_id in (select a.case_id from case_access a where a.person_id = $1)",
        person,
    )?;
    let row = |(case, partnership, waits, asked, agree, definite)| {
        let waiting = i64::from(waits);
        (CaseId(case), partnership, Counted { waiting, asked, agree, definite })
    };
    Ok(rows.into_iter().map(row).collect())
}

impl Totals {
    fn add(&mut self, counted: Counted) {
        let number = |stored: i64| usize::try_from(stored).unwrap_or_default();
        self.waiting += number(counted.waiting);
        self.asked += number(counted.asked);
        self.agree += number(counted.agree);
        self.definite += number(counted.definite);
    }
}
