//! Everybody's work: filtered, a page at a time.

use calendar::NaiveDate;
use case::Actor;
use store::due::{self, Due, DueRow, From};
use store::{Tx, cases};

use super::desk::FAR;
use crate::error::Error;
use crate::form::question::{Offer, Question, several_of};
use crate::form::{Answers, Filter};
use crate::lists::due_item::asks_for_something;
use crate::pages::by_phase;
use crate::text::phase;

/// How many dates are on a page.
pub(super) const PER_PAGE: usize = 25;
/// How many dates are read at a time where a filter leaves some out.
const SOME: usize = 250;
/// The kinds of deadline.
const KIND: Question<Vec<String>> = several_of("kind", "Kind of deadline");
const KINDS: [(&str, &str); 3] =
    [("statutory", "Statutory deadline"), ("local", "Local milestone"), ("expected", "Expected")];

/// Which dates are wanted; every one where nothing is chosen.
pub(super) fn filter(query: Answers, today: NaiveDate) -> Filter<'static> {
    let kinds = KINDS.iter().map(|(code, label)| Offer::new(code, *label));
    Filter::new("/due", query, today)
        .within("whose", "everyone")
        .by(by_phase::question())
        .by(KIND.among(kinds))
}

/// Whether a date is wanted.
fn takes(filter: &Filter<'_>) -> impl Fn(&DueRow) -> bool {
    let (phases, kinds) = (by_phase::chosen(filter), filter.of(&KIND));
    move |row| {
        let of_phase = || phase::stage(&row.stage).is_some_and(|stage| phases.contains(&stage.phase()));
        (phases.is_empty() || of_phase()) && (kinds.is_empty() || kinds.contains(&row.kind))
    }
}

/// One page, and whether another follows.
pub(super) async fn page(
    tx: &mut Tx,
    actor: &Actor,
    wanted: &Filter<'_>,
    today: NaiveDate,
) -> Result<(Due, bool), Error> {
    let skip = (usize::from(wanted.page()) - 1) * PER_PAGE;
    let needed = skip + PER_PAGE + 1;
    let at_a_time = if wanted.is_empty() { needed + PER_PAGE } else { SOME };
    let is_wanted = takes(wanted);
    let mut rows: Vec<DueRow> = Vec::new();
    let mut last = None;
    while rows.len() < needed {
        let from = last.as_ref().map_or(From::TheBeginning, From::After);
        let some = due::due(tx, actor, from, FAR, at_a_time).await?;
        let is_last = some.len() < at_a_time;
        last = some.last().cloned();
        rows.extend(some.into_iter().filter(|row| asks_for_something(row, today) && is_wanted(row)));
        if is_last {
            break;
        }
    }
    let more = rows.len() >= needed;
    let rows: Vec<_> = rows.into_iter().skip(skip).take(PER_PAGE).collect();
    Ok((with_cases(tx, actor, rows).await?, more))
}

async fn with_cases(tx: &mut Tx, actor: &Actor, rows: Vec<DueRow>) -> Result<Due, Error> {
    let ids: Vec<_> = rows.iter().map(|row| row.case).collect();
    let cases = cases::several(tx, actor, &ids).await?;
    Ok(Due { rows, cases })
}

/// The next dates after one, for a list that holds them all.
pub(super) async fn next(
    tx: &mut Tx,
    actor: &Actor,
    wanted: &Filter<'_>,
    after: Option<&DueRow>,
) -> Result<(Due, Option<DueRow>), Error> {
    let from = after.map_or(From::TheBeginning, From::After);
    let mut rows = due::due(tx, actor, from, FAR, SOME).await?;
    let last = rows.last().filter(|_| rows.len() == SOME).cloned();
    rows.retain(takes(wanted));
    Ok((with_cases(tx, actor, rows).await?, last))
}
