//! The actions of every case as somebody wants them: filtered, by their due dates, a page at a time.
//!
//! The rows hold no words. They come with their cases, which say what is to be done, and whose rules say who may see it.

mod statement;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use calendar::NaiveDate;
use case::actions::ActionState;
use case::{Actor, Area, Case, CaseId, OrganisationId, PartnershipId, PersonId, Reference};

use crate::scope::Scope;
use crate::sight::Cases;
use crate::{Error, Tx};

/// What somebody wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Actions in any of these states; where there is none, those that are not closed.
    pub states: Vec<Which>,
    /// Actions that belong to any of these; to anybody where there is none.
    pub owners: Vec<Owner>,
    /// Actions in the cases of this partnership.
    pub partnership: Option<PartnershipId>,
    /// The latest due date first.
    pub descending: bool,
    /// The page, from 1.
    pub page: u32,
}

/// Actions that stand alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// In this state.
    In(ActionState),
    /// Not done, and due before this day.
    DueBefore(NaiveDate),
}

/// To whom an action belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A person.
    Person(PersonId),
    /// An agency, whoever of it owns the action.
    Organisation(OrganisationId),
}

/// One action in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedAction {
    /// The case.
    pub case: CaseId,
    /// Its number within the case.
    pub number: u16,
    /// Whose case it is.
    pub partnership: PartnershipId,
    /// The reference of the case.
    pub reference: Reference,
    /// The day it is due.
    pub due: NaiveDate,
}

/// A page of the list.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its actions.
    pub rows: Vec<ListedAction>,
    /// Whether there are others after them.
    pub more: bool,
    /// The cases they are in, as recorded.
    pub cases: BTreeMap<CaseId, Arc<Case>>,
}

/// How many actions are looked at in one go where not every one may be shown.
const SOME: usize = 50;

/// The page of the list that is wanted, of the actions `actor` may see.
pub async fn list(tx: &mut Tx, actor: &Actor, wanted: &Wanted, per_page: usize) -> Result<Page, Error> {
    let page = usize::try_from(wanted.page.saturating_sub(1)).unwrap_or(usize::MAX);
    let skip = page.saturating_mul(per_page);
    let scopes = Scope::all_of(actor);
    let mut cases = Cases::default();
    let mut rows: Vec<_> = if let [whole @ (Scope::Everything | Scope::Partnership(_))] = scopes.as_slice() {
        let rows = statement::rows(tx, wanted, *whole, skip, per_page + 1).await?;
        shown(tx, actor, rows, &mut cases).await?
    } else {
        let mut found = BTreeMap::new();
        for scope in scopes {
            let needed = skip.saturating_add(per_page + 1);
            let first = first(tx, actor, wanted, scope, needed, &mut cases).await?;
            found.extend(first.into_iter().map(|row| ((row.due, row.case, row.number), row)));
        }
        let mut rows: Vec<_> = found.into_values().collect();
        if wanted.descending {
            rows.reverse();
        }
        rows.into_iter().skip(skip).collect()
    };
    let more = rows.len() > per_page;
    rows.truncate(per_page);
    let listed: BTreeSet<_> = rows.iter().map(|row| row.case).collect();
    let mut cases = cases.0;
    cases.retain(|case, _| listed.contains(case));
    Ok(Page { rows, more, cases })
}

/// The first actions of a scope that may be shown, as many as are `needed`.
async fn first(
    tx: &mut Tx,
    actor: &Actor,
    wanted: &Wanted,
    scope: Scope,
    needed: usize,
    cases: &mut Cases,
) -> Result<Vec<ListedAction>, Error> {
    let mut found = Vec::new();
    let mut offset = 0;
    while found.len() < needed {
        let some = needed.saturating_sub(found.len()).clamp(SOME, SOME * 10);
        let rows = statement::rows(tx, wanted, scope, offset, some).await?;
        let is_last = rows.len() < some;
        offset += rows.len();
        found.extend(shown(tx, actor, rows, cases).await?);
        if is_last {
            break;
        }
    }
    Ok(found)
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
