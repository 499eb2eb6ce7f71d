//! Opening a case of 30 entries with its clocks, against a bare query of the same rows.

use std::hint::black_box;
use std::time::Instant;

use case::{Actor, CaseId, clocks};
use chrono::{DateTime, Utc};
use sqlx::{Connection, SqliteConnection};
use store::cases;
use uuid::Uuid;

use crate::place::Place;
use crate::report::{Report, Target};
use crate::timing::{median, ratio, show};

const ROUNDS: usize = 2_000;

/// Measures it, one after the other in turn.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let size = place.largest();
    let (db, basis) = size.open().await?;
    let mut bare = SqliteConnection::connect(&size.address()).await?;
    let (id, entries) = longest(&mut bare).await?;
    let actor = Actor::operator();
    let (mut opened, mut read) = (Vec::new(), Vec::new());
    let mut tx = db.glance().await?;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let case = cases::case(&mut tx, &actor, CaseId(id)).await?;
        black_box(clocks(&case, basis.rules_of(&case), basis.calendar()));
        opened.push(start.elapsed());
        let start = Instant::now();
        black_box(rows(&mut bare, id).await?);
        read.push(start.elapsed());
    }
    let (opened, read) = (median(opened), median(read));
    let what = format!("open a case of {entries} entries, with clocks");
    report.add(&what, show(opened), show(read), ratio(opened, read), &Target::AtMost(1.5));
    Ok(())
}

async fn longest(bare: &mut SqliteConnection) -> anyhow::Result<(Uuid, i64)> {
    Ok(sqlx::query_as("select case_id, version from case_row order by version desc, case_id limit 1")
        .fetch_one(bare)
        .await?)
}

type Row = (i64, DateTime<Utc>, Uuid, String, Option<String>, Vec<u8>);

async fn rows(bare: &mut SqliteConnection, id: Uuid) -> anyhow::Result<Vec<Row>> {
    let statement =
        "select seq, recorded_at, actor_id, facts, words, digest from event where case_id = $1 order by seq";
    Ok(sqlx::query_as(statement).bind(id).fetch_all(bare).await?)
}
