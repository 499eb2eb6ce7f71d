//! Importing, against bare inserts of the same rows in the same batches.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::ensure;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow, SqliteSynchronous};
use sqlx::{Column, ConnectOptions, Connection, Row, SqliteConnection, TypeInfo, ValueRef};

use crate::place::{Place, Size};
use crate::process::run_time;
use crate::report::{Report, Target};
use crate::timing::{ratio, show};
use crate::verify::growth;

/// How many rows the import inserts with one statement.
const BATCH: usize = 500;

/// Every table an import fills, with its columns.
const TABLES: [(&str, &str); 7] = [
    ("event", "case_id, seq, recorded_at, actor_id, kind, facts, words, words_digest, digest"),
    (
        "case_row",
        "case_id, partnership_id, year, serial, title, stage, lead_id, version, head, opened_on, updated_at, main_clock, main_due",
    ),
    ("case_access", "case_id, person_id, as_role"),
    ("clock_row", "case_id, clock, partnership_id, kind, due, provisional"),
    (
        "action_row",
        "case_id, number, partnership_id, owner_id, organisation_id, due, state, progress, judgement, done_on, closed_on",
    ),
    ("panel_row", "case_id, partnership_id, waiting_since, asked_by, asked, agree, definite"),
    ("search_entry", "case_id, seq, recorded_at, words"),
];

/// Measures it over every size, and leaves the records for what is measured next.
pub(crate) fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut each = Vec::new();
    for size in &place.sizes {
        let imported = import(place, size)?;
        let (bare, events) = runtime.block_on(insert_bare(size, &place.folder.join("bare.db")))?;
        each.push(imported.as_secs_f64() / events as f64);
        let what = format!("import {events} entries");
        report.add(&what, show(imported), show(bare), ratio(imported, bare), &Target::AtMost(2.0));
    }
    growth("import", &each, report);
    Ok(())
}

fn import(place: &Place, size: &Size) -> anyhow::Result<Duration> {
    remove(&size.record);
    let (address, file) = (size.address(), size.file.display().to_string());
    run_time(&place.cspr, &["--database", &address, "migrate"])?;
    run_time(&place.cspr, &["--database", &address, "import", &file])
}

pub(crate) fn remove(record: &Path) {
    for end in ["", "-wal", "-shm"] {
        // A record of an earlier run; mostly there is none.
        std::fs::remove_file(format!("{}{end}", record.display())).ok();
    }
}

/// Copies every row of the record into an empty one, and times only the inserts.
async fn insert_bare(size: &Size, copy: &Path) -> anyhow::Result<(Duration, u64)> {
    remove(copy);
    store::Db::migrate(&format!("sqlite:{}", copy.display())).await?.close().await;
    let mut from = SqliteConnection::connect(&size.address()).await?;
    let mut into = SqliteConnectOptions::new()
        .filename(copy)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "on")
        .connect()
        .await?;
    sqlx::query("begin immediate").execute(&mut into).await?;
    let mut time = Duration::ZERO;
    let mut events = 0;
    for (table, columns) in TABLES {
        let rows = copy_table(&mut from, &mut into, table, columns, &mut time).await?;
        ensure!(rows > 0 || table == "case_access", "{table} is empty: nothing was imported");
        if table == "event" {
            events = rows;
        }
    }
    let start = Instant::now();
    sqlx::query("commit").execute(&mut into).await?;
    Ok((time + start.elapsed(), events))
}

async fn copy_table(
    from: &mut SqliteConnection,
    into: &mut SqliteConnection,
    table: &str,
    columns: &str,
    time: &mut Duration,
) -> anyhow::Result<u64> {
    let mut copied = 0;
    loop {
        let page = format!("select {columns} from {table} limit {BATCH} offset {copied}");
        let rows = sqlx::query(sqlx::AssertSqlSafe(page)).fetch_all(&mut *from).await?;
        if rows.is_empty() {
            return Ok(copied);
        }
        copied += rows.len() as u64;
        let start = Instant::now();
        insert(into, table, columns, &rows).await?;
        *time += start.elapsed();
    }
}

async fn insert(
    into: &mut SqliteConnection,
    table: &str,
    columns: &str,
    rows: &[SqliteRow],
) -> anyhow::Result<()> {
    let row = format!("({})", vec!["?"; columns.matches(',').count() + 1].join(", "));
    let statement = format!("insert into {table} ({columns}) values {}", vec![row; rows.len()].join(", "));
    let mut query = sqlx::query(sqlx::AssertSqlSafe(statement));
    for row in rows {
        for column in row.columns() {
            let value = row.try_get_raw(column.ordinal())?;
            query = match value.type_info().name() {
                "NULL" => query.bind(None::<String>),
                "INTEGER" => query.bind(row.get::<i64, _>(column.ordinal())),
                "BLOB" => query.bind(row.get::<&[u8], _>(column.ordinal())),
                _ => query.bind(row.get::<&str, _>(column.ordinal())),
            };
        }
    }
    query.execute(into).await?;
    Ok(())
}
