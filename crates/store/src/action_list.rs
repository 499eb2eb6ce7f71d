//! The actions of every case as somebody wants them: filtered, by their due dates, a page at a time.
//!
//! The rows hold no words. Each comes with its case, which says what is to be done and who may see it.

mod statement;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use calendar::NaiveDate;
use case::actions::ActionState;
use case::{Actor, Area, Case, CaseId, OrganisationId, PartnershipId, PersonId, Reference};

use crate::scope::Scope;
use crate::sight::Cases;
use crate::{Error, Tx};
use statement::Begin;

/// What somebody wants in their list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Actions in any of these states; where there is none, those that are not closed.
    pub states: Vec<Which>,
    /// Actions that belong to any of these; to anybody where there is none.
    pub owners: Vec<Owner>,
    /// Actions in the cases of this partnership.
    pub partnership: Option<PartnershipId>,
    /// Whether the latest due date is first.
    pub descending: bool,
    /// The number of the page, from 1.
    pub page: u32,
}

/// How far an action has come, as a list is filtered by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// It is in this state.
    In(ActionState),
    /// It is not done and was due before this day.
    DueBefore(NaiveDate),
}

/// To whom an action belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A person who is named as its owner.
    Person(PersonId),
    /// An agency, whichever of its people owns the action.
    Organisation(OrganisationId),
}

/// An action in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedAction {
    /// The case it belongs to.
    pub case: CaseId,
    /// Its number within the case.
    pub number: u16,
    /// The partnership whose case it is.
    pub partnership: PartnershipId,
    /// The reference of the case.
    pub reference: Reference,
    /// The day it is due.
    pub due: NaiveDate,
}

/// A page of the list.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The actions on it, in order.
    pub rows: Vec<ListedAction>,
    /// Whether there are others after these.
    pub more: bool,
    /// The cases these actions belong to, as recorded.
    pub cases: BTreeMap<CaseId, Arc<Case>>,
}

/// How many actions are looked at in one go where some of them may not be shown.
const SOME: usize = 50;

/// The page of the list that is wanted, of the actions `actor` may see.
pub async fn list(tx: &mut Tx, actor: &Actor, wanted: &Wanted, per_page: usize) -> Result<Page, Error> {
    let page = usize::try_from(wanted.page.saturating_sub(1)).unwrap_or(usize::MAX);
    let skip = page.saturating_mul(per_page);
    let scopes = Scope::all_of(actor);
    let mut cases = Cases::default();
    if let [whole @ (Scope::Everything | Scope::Partnership(_))] = scopes.as_slice() {
        let begin = Begin { offset: skip, ..Begin::default() };
        let rows = statement::rows(tx, wanted, *whole, begin, per_page + 1).await?;
        let rows = shown(tx, actor, rows, &mut cases).await?;
        return Ok(Page::of(rows, per_page, cases));
    }
    let needed = skip.saturating_add(per_page + 1);
    let rows = first(tx, actor, wanted, None, needed, &mut cases).await?;
    Ok(Page::of(rows.into_iter().skip(skip).collect(), per_page, cases))
}

/// Up to `limit` actions after the last one of the page before, whatever page is wanted: for callers that go
/// through all of them.
pub async fn next(
    tx: &mut Tx,
    actor: &Actor,
    wanted: &Wanted,
    after: Option<&ListedAction>,
    limit: usize,
) -> Result<Page, Error> {
    let mut cases = Cases::default();
    let rows = first(tx, actor, wanted, after, limit + 1, &mut cases).await?;
    Ok(Page::of(rows, limit, cases))
}

impl Page {
    fn of(mut rows: Vec<ListedAction>, most: usize, cases: Cases) -> Self {
        let more = rows.len() > most;
        rows.truncate(most);
        let listed: BTreeSet<_> = rows.iter().map(|row| row.case).collect();
        let mut cases = cases.0;
        cases.retain(|case, _| listed.contains(case));
        Self { rows, more, cases }
    }
}

/// The first actions that may be shown, in order, as many as are `needed` from each scope.
async fn first(
    tx: &mut Tx,
    actor: &Actor,
    wanted: &Wanted,
    after: Option<&ListedAction>,
    needed: usize,
    cases: &mut Cases,
) -> Result<Vec<ListedAction>, Error> {
    let mut found = BTreeMap::new();
    for scope in Scope::all_of(actor) {
        let mut begin = Begin { after, offset: 0 };
        let mut mine = 0;
        while mine < needed {
            let some = (needed - mine).clamp(SOME, SOME * 10);
            let rows = statement::rows(tx, wanted, scope, begin, some).await?;
            let is_last = rows.len() < some;
            begin.offset += rows.len();
            for row in shown(tx, actor, rows, cases).await? {
                mine += 1;
                found.insert((row.due, row.case, row.number), row);
            }
            if is_last {
                break;
            }
        }
    }
    let mut rows: Vec<_> = found.into_values().collect();
    if wanted.descending {
        rows.reverse();
    }
    Ok(rows)
}

/// The actions that `actor` may see.
async fn shown(
    tx: &mut Tx,
    actor: &Actor,
    mut rows: Vec<ListedAction>,
    cases: &mut Cases,
) -> Result<Vec<ListedAction>, Error> {
    cases.read(tx, rows.iter().map(|row| row.case)).await?;
    rows.retain(|row| cases.show(actor, row.case, Area::Action(row.number)));
    Ok(rows)
}
