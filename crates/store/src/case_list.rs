//! The list of cases as somebody wants it: filtered, in an order of their choice, a page at a time.
//!
//! Nothing is counted: whether there is another page is known from one row more than the page has.

mod order;
#[cfg(test)]
mod plans;
mod statement;
mod words;

use std::sync::Arc;

use case::{Actor, PersonId, Role};
use chrono::{DateTime, NaiveDate, Utc};

use crate::scope::Scope;
use crate::sight::{self, Cases};
use crate::{CaseRow, Db, Error, Tx, access};

use words::Looked;

/// What somebody wants in their list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Cases with an entry that holds all these words, each perhaps as the beginning of a longer one.
    pub text: Option<String>,
    /// Cases at one of these stages, by their codes; where there is none, cases at any stage.
    pub stages: Vec<String>,
    /// Cases that this person leads.
    pub lead: Option<PersonId>,
    /// Cases whose reference is of this year.
    pub year: Option<i32>,
    /// Cases whose next deadline is within this time.
    pub due: Option<DueWithin>,
    /// What the list is ordered by.
    pub sort: Sort,
    /// Whether the order is reversed.
    pub descending: bool,
    /// The number of the page, from 1.
    pub page: u32,
}

/// A time in which a deadline lies, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueWithin {
    /// The first day; none includes everything that is overdue.
    pub from: Option<NaiveDate>,
    /// The last day of the time.
    pub until: NaiveDate,
}

/// What a list is ordered by. Cases that are equal in it are ordered by reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The next deadline, the earliest first and cases without one last.
    #[default]
    NextDeadline,
    /// The reference, the earliest first.
    Reference,
    /// The last change, the earliest first.
    Updated,
}

/// A page of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The cases on it, in order.
    pub rows: Vec<CaseRow>,
    /// Whether there are others after these.
    pub more: bool,
}

/// How many cases are looked at in one go where some of them may not be shown.
const SOME: usize = 50;

/// The page of the list that is wanted, of the cases `actor` may know of.
///
/// Cases of which they may not see the course come by reference: any other order would give away what is due. A
/// filter by what is due would do so too, so it leaves these cases out.
pub async fn list(tx: &mut Tx, actor: &Actor, wanted: &Wanted, per_page: usize) -> Result<Page, Error> {
    let page = usize::try_from(wanted.page.saturating_sub(1)).unwrap_or(usize::MAX);
    let wanted = in_order_for(actor, wanted);
    found(tx, actor, &wanted, None, page.saturating_mul(per_page), per_page).await
}

/// Up to `limit` cases of the list after one of them, ordered by reference: this order stays the same while
/// somebody goes through it.
pub async fn next(
    db: &Db,
    actor: &Actor,
    wanted: &Wanted,
    after: Option<&CaseRow>,
    limit: usize,
) -> Result<Page, Error> {
    let wanted = Wanted { sort: Sort::Reference, descending: false, ..wanted.clone() };
    let mut tx = reader(db, &wanted).await?;
    found(&mut tx, actor, &wanted, after, 0, limit).await
}

/// A transaction for a list: looking for words may take long.
async fn reader(db: &Db, wanted: &Wanted) -> Result<Tx, Error> {
    if wanted.text.is_some() { db.searching().await } else { db.snapshot().await }
}

async fn found(
    tx: &mut Tx,
    actor: &Actor,
    wanted: &Wanted,
    after: Option<&CaseRow>,
    skip: usize,
    limit: usize,
) -> Result<Page, Error> {
    let Some(looked) = words::look(tx, wanted.text.as_deref()).await? else { return Ok(Page::default()) };
    let scopes = Scope::all_of(actor);
    let list = List { actor, wanted, after, looked, managed: managed(&scopes) };
    let mut rows = match scopes.as_slice() {
        [whole @ (Scope::Everything | Scope::Partnership(_))] if list.looked.is_for_all() => {
            let rows = statement::rows(tx, &list, *whole, skip, limit + 1).await?;
            sight::shown(tx, actor, rows, &mut Cases::default()).await?
        }
        scopes => {
            let mut found = Vec::new();
            for scope in scopes {
                found.extend(list.first(tx, *scope, skip.saturating_add(limit + 1)).await?);
            }
            order::sort(&mut found, wanted);
            found.into_iter().skip(skip).collect()
        }
    };
    let more = rows.len() > limit;
    rows.truncate(limit);
    Ok(Page { rows, more })
}

/// Like [`list`], and what is found by its words is noted in the access log before it is shown.
pub async fn open(
    db: &Db,
    actor: &Actor,
    now: DateTime<Utc>,
    wanted: &Wanted,
    per_page: usize,
) -> Result<Page, Error> {
    let mut tx = reader(db, wanted).await?;
    let page = list(&mut tx, actor, wanted, per_page).await?;
    drop(tx);
    if wanted.text.is_some() && !page.rows.is_empty() {
        let found = page.rows.iter().map(|row| row.case).collect();
        access::note(db, actor.person, now, found, access::Why::Searched).await?;
    }
    Ok(page)
}

fn in_order_for(actor: &Actor, wanted: &Wanted) -> Wanted {
    let blind = !actor.operator && actor.memberships.iter().any(|held| held.role == Role::Contributor);
    let sort = if blind { Sort::Reference } else { wanted.sort };
    Wanted { sort, ..wanted.clone() }
}

fn managed(scopes: &[Scope]) -> Vec<uuid::Uuid> {
    let managed = |scope: &Scope| match scope {
        Scope::Partnership(id) => Some(*id),
        Scope::Everything | Scope::Named(_) => None,
    };
    scopes.iter().filter_map(managed).collect()
}

/// What a list is made from.
struct List<'a> {
    actor: &'a Actor,
    wanted: &'a Wanted,
    /// The case after which it begins, where it continues by reference.
    after: Option<&'a CaseRow>,
    looked: Looked,
    /// The partnerships whose cases are all looked at. Other scopes leave these cases out, so that each is found
    /// once.
    managed: Vec<uuid::Uuid>,
}

impl List<'_> {
    /// The first cases of a scope that may be shown, as many as are `needed`.
    async fn first(&self, tx: &mut Tx, scope: Scope, needed: usize) -> Result<Vec<CaseRow>, Error> {
        let mut found = Vec::new();
        let mut offset = 0;
        while found.len() < needed {
            let some = needed.saturating_sub(found.len()).clamp(SOME, SOME * 10);
            let rows = statement::rows(tx, self, scope, offset, some).await?;
            let is_last = rows.len() < some;
            offset += rows.len();
            found.extend(self.shown(tx, rows).await?);
            if is_last {
                break;
            }
        }
        Ok(found)
    }

    async fn shown(&self, tx: &mut Tx, rows: Vec<CaseRow>) -> Result<Vec<CaseRow>, Error> {
        let mut cases = Cases::default();
        if !self.looked.is_for_all() {
            cases.read(tx, rows.iter().map(|row| row.case)).await?;
        }
        let mut rows = sight::shown(tx, self.actor, rows, &mut cases).await?;
        let by_course = !self.wanted.stages.is_empty() || self.wanted.due.is_some();
        rows.retain(|row| !by_course || !row.stage.is_empty());
        rows.retain(|row| self.looked.is_in(self.actor, cases.0.get(&row.case).map(Arc::as_ref)));
        Ok(rows)
    }
}
