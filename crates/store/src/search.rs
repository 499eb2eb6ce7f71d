//! Full-text search over everything that was written, and over nothing that was erased.

#[cfg(test)]
mod plans;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use case::{Actor, CaseId, Recorded, may_read_entry};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::batch::{Batch, Value};
use crate::case_row::CaseRow;
use crate::scope::{Scope, scoped};
use crate::sight::Cases;
use crate::tx::{execute, fetch_all};
use crate::{Db, Error, Tx, access, cases};
use tokens::plain;
pub(crate) use tokens::{query, tokens};

/// An entry that contains the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The case it belongs to.
    pub case: CaseRow,
    /// The entry with these words.
    pub entry: Recorded,
}

/// What can be found of an entry.
#[derive(PartialEq, Eq)]
pub(crate) struct SearchEntry {
    pub(crate) case: CaseId,
    pub(crate) seq: u32,
    pub(crate) recorded_at: DateTime<Utc>,
    pub(crate) words: String,
}

impl SearchEntry {
    /// What can be found of an entry; `None` where nothing was written with it or it was erased.
    pub(crate) fn of(case: CaseId, recorded: &Recorded) -> Option<Self> {
        let words = Self::plain_of(recorded)?;
        Some(Self { case, seq: recorded.seq, recorded_at: recorded.at, words })
    }

    /// The words of an entry in the form in which they are searched.
    pub(crate) fn plain_of(recorded: &Recorded) -> Option<String> {
        Some(plain(&recorded.event.words)).filter(|words| !words.is_empty())
    }
}

/// The entries, newest first, that contain every one of `words`, each perhaps only as the beginning of a longer word,
/// and that the actor may read.
pub async fn search(tx: &mut Tx, actor: &Actor, words: &str, limit: usize) -> Result<Vec<Hit>, Error> {
    let looked_for: Vec<String> = tokens(words).collect();
    if looked_for.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = BTreeMap::new();
    let mut read = Cases::default();
    for scope in Scope::all_of(actor) {
        let mut more = Some(0);
        let mut mine = 0;
        while let Some(offset) = more.take().filter(|_| mine < limit) {
            let page = page(tx, scope, &looked_for, limit, offset).await?;
            more = (page.len() == limit).then_some(offset + limit);
            read.read(tx, page.iter().map(|(_, case, _)| *case)).await?;
            for (at, case, seq) in page {
                if let Some(entry) = readable(actor, &read, case, seq) {
                    mine += usize::from(found.insert((at, case, seq), entry).is_none());
                }
            }
        }
    }
    let found: Vec<_> = found.into_iter().rev().take(limit).collect();
    let of: BTreeSet<_> = found.iter().map(|((_, case, _), _)| *case).collect();
    let rows = cases::of(tx, actor, &of.into_iter().collect::<Vec<_>>()).await?;
    let hit = |((_, id, _), entry): (_, Recorded)| {
        rows.iter().find(|row| row.case == id).map(|case| Hit { case: case.clone(), entry })
    };
    Ok(found.into_iter().filter_map(hit).collect())
}

/// Like [`search`], noted in the access log before it is shown.
pub async fn open(
    db: &Db,
    actor: &Actor,
    now: DateTime<Utc>,
    words: &str,
    limit: usize,
) -> Result<Vec<Hit>, Error> {
    let hits = search(&mut db.searching().await?, actor, words, limit).await?;
    let read: BTreeSet<_> = hits.iter().map(|hit| hit.case.case).collect();
    if !read.is_empty() {
        access::note(db, actor.person, now, read.into_iter().collect(), access::Why::Searched).await?;
    }
    Ok(hits)
}

fn readable(actor: &Actor, read: &Cases, id: CaseId, seq: u32) -> Option<Recorded> {
    let case = read.0.get(&id)?;
    case.entry(seq).filter(|entry| may_read_entry(actor, case, entry)).cloned()
}

async fn page(
    tx: &mut Tx,
    scope: Scope,
    looked_for: &[String],
    limit: usize,
    offset: usize,
) -> Result<Vec<(DateTime<Utc>, CaseId, u32)>, Error> {
    let query = query(tx, looked_for);
    let [limit, offset] = [limit, offset].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
    let statement = match tx {
        Tx::Sqlite(_) => on_sqlite(scope),
        Tx::Postgres(_) => on_postgres(scope),
    };
    let rows = fetch_all!(tx, (DateTime<Utc>, Uuid, i64), statement, scope.id(), query, limit, offset)?;
    Ok(rows
        .into_iter()
        .map(|(at, case, seq)| (at, CaseId(case), u32::try_from(seq).unwrap_or_default()))
        .collect())
}

/// The statement for SQLite. A `cross join` is carried out as it is written: without statistics SQLite would go
/// through the entries and ask the index again for each.
fn on_sqlite(scope: Scope) -> &'static str {
    scoped!(
        scope,
        "select e.recorded_at, e.case_id, e.seq
         from search_index i cross join search_entry e on e.id = i.rowid
             cross join case_row r on r.case_id = e.case_id
         where search_index match $2 and ",
        " order by e.recorded_at desc, e.case_id desc, e.seq desc limit $3 offset $4"
    )
}

fn on_postgres(scope: Scope) -> &'static str {
    scoped!(
        scope,
        "select e.recorded_at, e.case_id, e.seq from search_entry e join case_row r on r.case_id = e.case_id
         where to_tsvector('simple', e.words) @@ to_tsquery('simple', $2) and ",
        " order by e.recorded_at desc, e.case_id desc, e.seq desc limit $3 offset $4"
    )
}

/// Adds entries to the search index.
pub(crate) fn add(batch: &mut Batch, entries: impl Iterator<Item = SearchEntry>) {
    let row = |entry: SearchEntry| {
        [
            Value::Id(entry.case.0),
            Value::Number(entry.seq.into()),
            Value::Time(entry.recorded_at),
            Value::Text(entry.words),
        ]
    };
    batch.insert("search_entry (case_id, seq, recorded_at, words)", entries.map(row), "");
}

/// Takes an entry out of the search index.
pub(crate) async fn forget(tx: &mut Tx, case: CaseId, seq: u32) -> Result<(), Error> {
    if let Tx::Sqlite(tx) = tx {
        sqlx::query(
            "insert into search_index (search_index, rowid, words)
             select 'delete', id, words from search_entry
             where case_id = $1 and seq = $2 and id not in (select id from search_waiting)",
        )
        .bind(case.0)
        .bind(i64::from(seq))
        .execute(&mut **tx)
        .await?;
    }
    execute!(tx, "delete from search_entry where case_id = $1 and seq = $2", case.0, i64::from(seq))?;
    Ok(())
}

/// Empties the search index.
pub(crate) async fn forget_all(tx: &mut Tx) -> Result<(), Error> {
    if let Tx::Sqlite(tx) = tx {
        sqlx::query(
            "insert into search_index (search_index) values ('delete-all'); delete from search_waiting",
        )
        .execute(&mut **tx)
        .await?;
    }
    execute!(tx, "delete from search_entry")?;
    Ok(())
}
