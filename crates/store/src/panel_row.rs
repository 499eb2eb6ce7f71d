//! The row of a case that has dealings with the Panel.

use calendar::NaiveDate;
use case::{Case, CaseId, Clock, ClockKey, PartnershipId, panel};
use uuid::Uuid;

use crate::batch::{Batch, Value};
use crate::tx::{fetch_all, from_row};
use crate::{Error, Tx};

/// The day that stands for an unknown one, so that it sorts last.
pub(crate) const NOT_KNOWN: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

/// What is outstanding between a case and the Panel, and how often the Panel agreed in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PanelRow {
    pub(crate) partnership: PartnershipId,
    /// Since when a reply of the Panel is awaited.
    pub(crate) waiting_since: Option<NaiveDate>,
    /// When the first thing is due that the Panel asked for.
    pub(crate) asked_by: Option<NaiveDate>,
    /// How many things the Panel asked for and was not given.
    pub(crate) asked: i64,
    /// In how many of its definite answers the Panel agreed.
    pub(crate) agree: i64,
    pub(crate) definite: i64,
}

impl PanelRow {
    /// The row of a case; none where it has no dealings with the Panel.
    pub(crate) fn of(partnership: PartnershipId, case: &Case, clocks: &[Clock<'_>]) -> Option<Self> {
        let reply = clocks.iter().find(|clock| clock.key == ClockKey::PanelReply && clock.is_open());
        let since =
            |clock: &Clock<'_>| clock.start.and_then(|start| start.on.earliest()).unwrap_or(NOT_KNOWN);
        let asked = panel::asked(case, clocks);
        let due = asked.iter().map(|(_, clock)| clock.and_then(Clock::due_date).unwrap_or(NOT_KNOWN));
        let answers = case.panel.responses.iter().filter_map(panel::PanelResponse::agreement);
        let (agree, others): (Vec<_>, Vec<_>) = answers.partition(|agrees| *agrees);
        let row = Self {
            partnership,
            waiting_since: reply.map(since),
            asked_by: due.min(),
            asked: count(asked.len()),
            agree: count(agree.len()),
            definite: count(agree.len() + others.len()),
        };
        (row.waiting_since.is_some() || row.asked > 0 || row.definite > 0).then_some(row)
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Adds rows, or updates those that are there.
pub(crate) fn save<'a>(batch: &mut Batch, rows: impl Iterator<Item = (CaseId, &'a PanelRow)>) {
    let row = |(case, row): (CaseId, &PanelRow)| {
        [
            Value::Id(case.0),
            Value::Id(row.partnership.0),
            Value::MaybeDay(row.waiting_since),
            Value::MaybeDay(row.asked_by),
            Value::Number(row.asked),
            Value::Number(row.agree),
            Value::Number(row.definite),
        ]
    };
    batch.insert(
        "panel_row (case_id, partnership_id, waiting_since, asked_by, asked, agree, definite)",
        rows.map(row),
        "on conflict (case_id) do update set waiting_since = excluded.waiting_since, asked_by = excluded.asked_by,
             asked = excluded.asked, agree = excluded.agree, definite = excluded.definite",
    );
}

from_row! {
    struct StoredPanelRow {
        case_id: Uuid,
        partnership_id: Uuid,
        waiting_since: Option<NaiveDate>,
        asked_by: Option<NaiveDate>,
        asked: i64,
        agree: i64,
        definite: i64,
    }
}

/// The rows of every case after `after` up to `last`.
pub(crate) async fn between(tx: &mut Tx, after: Uuid, last: Uuid) -> Result<Vec<(CaseId, PanelRow)>, Error> {
    let rows = fetch_all!(
        tx,
        StoredPanelRow,
        "select case_id, partnership_id, waiting_since, asked_by, asked, agree, definite
         from panel_row where case_id > $1 and case_id <= $2",
        after,
        last,
    )?;
    Ok(rows.into_iter().map(StoredPanelRow::read).collect())
}

impl StoredPanelRow {
    fn read(self) -> (CaseId, PanelRow) {
        let row = PanelRow {
            partnership: PartnershipId(self.partnership_id),
            waiting_since: self.waiting_since,
            asked_by: self.asked_by,
            asked: self.asked,
            agree: self.agree,
            definite: self.definite,
        };
        (CaseId(self.case_id), row)
    }
}
