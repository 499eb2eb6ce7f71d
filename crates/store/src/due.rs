//! What is due: the running clocks, by their dates.

mod page;
mod undated;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use calendar::NaiveDate;
use case::{Actor, Area, Case, CaseId, PartnershipId, PersonId, Reference};
use uuid::Uuid;

pub use undated::{Undated, undated};

use crate::scope::Scope;
use crate::sight::{self, Cases};
use crate::{Error, Tx};
use page::Of;

/// A running clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRow {
    /// The day it is due.
    pub due: NaiveDate,
    /// The case it runs in.
    pub case: CaseId,
    /// The key of the clock, such as `rapid-review`.
    pub clock: String,
    /// What it means to miss it: `statutory`, `expected` or `local`.
    pub kind: String,
    /// Whether the date rests on a bank holiday that is only projected.
    pub provisional: bool,
    /// The partnership whose case it is.
    pub partnership: PartnershipId,
    /// The reference of the case.
    pub reference: Reference,
    /// The local working title of the case.
    pub title: String,
    /// The code of its stage; empty for those who may not see the course of the case.
    pub stage: String,
    /// The person who leads the case.
    pub lead: Option<PersonId>,
}

/// What is due, and the cases it is due in.
#[derive(Clone, Debug, Default)]
pub struct Due {
    /// The clocks, the earliest first.
    pub rows: Vec<DueRow>,
    /// The cases of these clocks, as recorded. The rules say what the actor may see of each.
    pub cases: BTreeMap<CaseId, Arc<Case>>,
}

/// Where a page of what is due begins.
#[derive(Clone, Copy, Debug)]
pub enum From<'a> {
    /// With the earliest date, and so with everything overdue.
    TheBeginning,
    /// With this day.
    Day(NaiveDate),
    /// After the last clock of the page before.
    After(&'a DueRow),
}

/// What the list is ordered by.
type Key = (NaiveDate, CaseId, String);

/// Up to `limit` running clocks that are due by `until` and that `actor` may see, the earliest first.
pub async fn due(
    tx: &mut Tx,
    actor: &Actor,
    from: From<'_>,
    until: NaiveDate,
    limit: usize,
) -> Result<Vec<DueRow>, Error> {
    find(tx, actor, Span { from, until, limit }, &every(actor), &mut Cases::default()).await
}

/// Like [`due`], with the cases, for callers that want to know who has to act.
pub async fn due_with_cases(
    tx: &mut Tx,
    actor: &Actor,
    from: From<'_>,
    until: NaiveDate,
    limit: usize,
) -> Result<Due, Error> {
    with_cases(tx, actor, Span { from, until, limit }, &every(actor)).await
}

/// Like [`due_with_cases`], for the cases that `lead` leads.
pub async fn of_lead(
    tx: &mut Tx,
    actor: &Actor,
    lead: PersonId,
    from: From<'_>,
    until: NaiveDate,
    limit: usize,
) -> Result<Due, Error> {
    with_cases(tx, actor, Span { from, until, limit }, &[Of::Lead(lead)]).await
}

fn every(actor: &Actor) -> Vec<Of> {
    Scope::all_of(actor).into_iter().map(Of::Scope).collect()
}

/// Which stretch of the list is wanted.
#[derive(Clone, Copy)]
struct Span<'a> {
    from: From<'a>,
    until: NaiveDate,
    limit: usize,
}

async fn with_cases(tx: &mut Tx, actor: &Actor, span: Span<'_>, places: &[Of]) -> Result<Due, Error> {
    let mut cases = Cases::default();
    let rows = find(tx, actor, span, places, &mut cases).await?;
    cases.read(tx, rows.iter().map(|row| row.case)).await?;
    let mut cases = cases.0;
    let listed: BTreeSet<_> = rows.iter().map(|row| row.case).collect();
    cases.retain(|case, _| listed.contains(case));
    Ok(Due { rows, cases })
}

async fn find(
    tx: &mut Tx,
    actor: &Actor,
    span: Span<'_>,
    places: &[Of],
    cases: &mut Cases,
) -> Result<Vec<DueRow>, Error> {
    let mut found = BTreeMap::new();
    for of in places {
        let mut last = span.from.key();
        let mut mine = 0;
        while mine < span.limit {
            let page = page::page(tx, *of, &last, span.until, span.limit).await?;
            let is_last = page.len() < span.limit;
            last = page.last().map_or(last, key);
            for row in shown(tx, actor, page, cases).await? {
                mine += 1;
                found.insert(key(&row), row);
            }
            if is_last {
                break;
            }
        }
    }
    Ok(found.into_values().take(span.limit).collect())
}

/// The rows as `actor` may see them. Those who may not see the course of a case still see what they have to do.
async fn shown(
    tx: &mut Tx,
    actor: &Actor,
    rows: Vec<DueRow>,
    cases: &mut Cases,
) -> Result<Vec<DueRow>, Error> {
    let by_row = |row: &DueRow| sight::row_shows(actor, row.partnership, row.reference, row.lead);
    cases.read(tx, rows.iter().filter(|row| !by_row(row)).map(|row| row.case)).await?;
    let shown = |row: DueRow| {
        if by_row(&row) || cases.show(actor, row.case, Area::Overview) {
            return Some(row);
        }
        let area = row.clock.parse().map_or(Area::Overview, Area::of_clock);
        cases.show(actor, row.case, area).then_some(DueRow { stage: String::new(), ..row })
    };
    Ok(rows.into_iter().filter_map(shown).collect())
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
