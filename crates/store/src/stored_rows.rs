//! Reading back the rows that are made from events, to compare them with what they should be.

use std::collections::BTreeMap;

use calendar::NaiveDate;
use case::{CaseId, PartnershipId, PersonId};
use uuid::Uuid;

use crate::action_row;
use crate::case_row::{CaseRow, StoredCaseRow};
use crate::history::{ENTRY, PART};
use crate::rows::{ClockRow, Rows};
use crate::search::SearchEntry;
use crate::tx::fetch_all;
use crate::{Error, Fault, FaultKind, History, Tx, history, panel_row};

/// The rows of one case as they are stored.
#[derive(Default)]
pub(crate) struct StoredRows {
    pub(crate) rows: Rows,
    pub(crate) searched: Vec<SearchEntry>,
    /// Why they cannot be read, where they cannot.
    pub(crate) unreadable: Option<String>,
}

/// The rows of these histories, the first of which follows the case `after`. A row that cannot be read is reported
/// for its case and hides no other.
pub(crate) async fn of(
    tx: &mut Tx,
    mut after: Uuid,
    histories: &[History],
) -> Result<BTreeMap<CaseId, StoredRows>, Error> {
    let Some(last) = histories.last() else { return Ok(BTreeMap::new()) };
    let together = between(tx, after, last.case.0).await;
    let Err(error) = together else { return together };
    unreadable(error)?;
    let mut found = BTreeMap::new();
    for history in histories {
        match between(tx, after, history.case.0).await {
            Ok(rows) => found.extend(rows),
            Err(error) => {
                let rows = StoredRows { unreadable: Some(unreadable(error)?), ..StoredRows::default() };
                found.insert(history.case, rows);
            }
        }
        after = history.case.0;
    }
    Ok(found)
}

/// What is wrong with a row, unless it is the database that fails.
fn unreadable(error: Error) -> Result<String, Error> {
    match error {
        Error::Damaged(what) => Ok(what),
        Error::Database(Fault { kind: FaultKind::Other, detail }) => Ok(detail),
        trouble => Err(trouble),
    }
}

/// The rows of every case after `after` up to `last`.
pub(crate) async fn between(
    tx: &mut Tx,
    after: Uuid,
    last: Uuid,
) -> Result<BTreeMap<CaseId, StoredRows>, Error> {
    let mut found: BTreeMap<CaseId, StoredRows> = BTreeMap::new();
    for row in case_rows(tx, after, last).await? {
        let stored = found.entry(row.case).or_default();
        stored.rows.case = Some(row);
    }
    let access = fetch_all!(
        tx,
        (Uuid, Uuid, String),
        "select case_id, person_id, as_role from case_access where case_id > $1 and case_id <= $2",
        after,
        last,
    )?;
    for (case, person, role) in access {
        found.entry(CaseId(case)).or_default().rows.access.insert((PersonId(person), role));
    }
    let clocks = fetch_all!(
        tx,
        (Uuid, String, Uuid, String, Option<NaiveDate>, bool),
        "select case_id, clock, partnership_id, kind, due, provisional from clock_row
         where case_id > $1 and case_id <= $2",
        after,
        last,
    )?;
    for (case, clock, partnership, kind, due, provisional) in clocks {
        let row = ClockRow { partnership: PartnershipId(partnership), kind, due, provisional };
        found.entry(CaseId(case)).or_default().rows.clocks.insert(clock, row);
    }
    for (case, number, row) in action_row::between(tx, after, last).await? {
        found.entry(case).or_default().rows.actions.insert(number, row);
    }
    for (case, row) in panel_row::between(tx, after, last).await? {
        found.entry(case).or_default().rows.panel = Some(row);
    }
    for entry in searched(tx, after, last).await? {
        found.entry(entry.case).or_default().searched.push(entry);
    }
    Ok(found)
}

async fn case_rows(tx: &mut Tx, after: Uuid, last: Uuid) -> Result<Vec<CaseRow>, Error> {
    let rows = fetch_all!(
        tx,
        StoredCaseRow,
        "select case_id, partnership_id, year, serial, title, stage, lead_id, version, head, opened_on, updated_at,
             main_clock, main_due
         from case_row where case_id > $1 and case_id <= $2",
        after,
        last,
    )?;
    rows.into_iter().map(CaseRow::try_from).collect()
}

/// Reads what is searched. There is an entry for nearly every event, so they come as histories do: joined in one
/// text.
async fn searched(tx: &mut Tx, after: Uuid, last: Uuid) -> Result<Vec<SearchEntry>, Error> {
    let (text,): (Option<String>,) = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as(
                "select group_concat(entry, char(30))
                 from (select hex(case_id) || char(31) || seq || char(31) || recorded_at || char(31) || words as entry
                     from search_entry where case_id > $1 and case_id <= $2 order by case_id, seq)",
            )
            .bind(after)
            .bind(last)
            .fetch_one(&mut **tx)
            .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_as(
                r#"select string_agg(case_id || chr(31) || seq || chr(31)
                     || to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') || chr(31)
                     || words, chr(30) order by case_id, seq)
                 from search_entry where case_id > $1 and case_id <= $2"#,
            )
            .bind(after)
            .bind(last)
            .fetch_one(&mut **tx)
            .await?
        }
    };
    text.as_deref().map_or(Ok(Vec::new()), |text| text.split(ENTRY).map(search_entry).collect())
}

fn search_entry(text: &str) -> Result<SearchEntry, Error> {
    let mut parts = text.split(PART);
    Ok(SearchEntry {
        case: CaseId(history::id(history::part(&mut parts)?)?),
        seq: history::number(history::part(&mut parts)?)?,
        recorded_at: history::instant(history::part(&mut parts)?)?,
        words: history::part(&mut parts)?.to_owned(),
    })
}
