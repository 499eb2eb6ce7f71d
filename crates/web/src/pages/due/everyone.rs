//! Everybody's work: filtered, a page at a time.

use calendar::NaiveDate;
use case::{Actor, Phase};
use store::due::{self, Due, DueRow, From};
use store::{Tx, cases};

use super::desk::FAR;
use crate::components::{Checkboxes, Choice, Filters};
use crate::error::Error;
use crate::form::data::Answers;
use crate::lists::due_item::asks_for_something;
use crate::text::phase;

/// How many dates are on a page.
pub(super) const PER_PAGE: usize = 25;
/// How many dates are read at a time where a filter leaves some out.
const SOME: usize = 250;
/// The kinds of deadline, by code and in words.
const KINDS: [(&str, &str); 3] =
    [("statutory", "Statutory deadline"), ("local", "Local milestone"), ("expected", "Expected")];

/// Which dates are wanted; every one where nothing is chosen.
#[derive(Default)]
pub(super) struct Wanted {
    phases: Vec<Phase>,
    kinds: Vec<(&'static str, &'static str)>,
}

impl Wanted {
    /// As the address says. What is not offered is left aside.
    pub(super) fn read(query: &Answers) -> Self {
        Self {
            phases: Phase::ALL
                .iter()
                .copied()
                .filter(|phase| query.has("stage", &phase::in_address(*phase)))
                .collect(),
            kinds: KINDS.into_iter().filter(|(code, _)| query.has("kind", code)).collect(),
        }
    }

    fn is_for_all(&self) -> bool {
        self.phases.is_empty() && self.kinds.is_empty()
    }

    fn takes(&self, row: &DueRow) -> bool {
        let of_phase = || phase::stage(&row.stage).is_some_and(|stage| self.phases.contains(&stage.phase()));
        (self.phases.is_empty() || of_phase())
            && (self.kinds.is_empty() || self.kinds.iter().any(|(code, _)| *code == row.kind))
    }

    /// The filters in use, in words.
    pub(super) fn words(&self) -> Vec<String> {
        let phases = self.phases.iter().map(|phase| phase.label());
        phases.chain(self.kinds.iter().map(|(_, label)| *label)).map(str::to_owned).collect()
    }

    /// The filters in use, as an address has them.
    pub(super) fn query(&self) -> Answers {
        let query = Answers::default().and("whose", "everyone");
        let query =
            self.phases.iter().fold(query, |query, phase| query.and("stage", phase::in_address(*phase)));
        self.kinds.iter().fold(query, |query, (code, _)| query.and("kind", *code))
    }

    /// The panel beside the list.
    pub(super) fn panel(&self) -> Filters {
        let stages = Phase::ALL.iter().fold(Checkboxes::new("stage", "Stage"), |boxes, phase| {
            boxes.item(
                Choice::new(phase::in_address(*phase), phase.label()).chosen(self.phases.contains(phase)),
            )
        });
        let kinds = KINDS.into_iter().fold(Checkboxes::new("kind", "Kind of deadline"), |boxes, kind| {
            boxes.item(Choice::new(kind.0, kind.1).chosen(self.kinds.contains(&kind)))
        });
        let mut panel = Filters::new("/due").hidden("whose", "everyone").group(stages).group(kinds);
        for phase in &self.phases {
            panel = panel.chosen(
                phase.label(),
                address(&self.query().without_one("stage", &phase::in_address(*phase))),
            );
        }
        for (code, label) in &self.kinds {
            panel = panel.chosen(*label, address(&self.query().without_one("kind", code)));
        }
        panel.clear("/due?whose=everyone")
    }
}

pub(super) fn address(query: &Answers) -> String {
    format!("/due?{}", query.to_query())
}

/// One page, and whether another follows.
pub(super) async fn page(
    tx: &mut Tx,
    actor: &Actor,
    wanted: &Wanted,
    today: NaiveDate,
    number: usize,
) -> Result<(Due, bool), Error> {
    let skip = (number - 1) * PER_PAGE;
    let needed = skip + PER_PAGE + 1;
    let at_a_time = if wanted.is_for_all() { needed + PER_PAGE } else { SOME };
    let mut rows: Vec<DueRow> = Vec::new();
    let mut last = None;
    while rows.len() < needed {
        let from = last.as_ref().map_or(From::TheBeginning, From::After);
        let some = due::due(tx, actor, from, FAR, at_a_time).await?;
        let is_last = some.len() < at_a_time;
        last = some.last().cloned();
        rows.extend(some.into_iter().filter(|row| asks_for_something(row, today) && wanted.takes(row)));
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
    wanted: &Wanted,
    after: Option<&DueRow>,
) -> Result<(Due, Option<DueRow>), Error> {
    let from = after.map_or(From::TheBeginning, From::After);
    let mut rows = due::due(tx, actor, from, FAR, SOME).await?;
    let last = rows.last().filter(|_| rows.len() == SOME).cloned();
    rows.retain(|row| wanted.takes(row));
    Ok((with_cases(tx, actor, rows).await?, last))
}
