//! Verifying the record, against reading the same rows and hashing the same bytes bare.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::ensure;
use sha2::{Digest, Sha256};
use sqlx::{Connection, Row, SqliteConnection};

use crate::place::{Place, Size};
use crate::report::{Report, Target};
use crate::timing::{median, ratio, show};

/// Measures it over every size.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let mut each = Vec::new();
    for size in &place.sizes {
        let rounds = if size.cases > 50_000 { 3 } else { 7 };
        let (mut verified, mut bare, mut events) = (Vec::new(), Vec::new(), 0);
        for _ in 0..rounds {
            let (time, count) = verify(size).await?;
            verified.push(time);
            events = count;
            bare.push(read_and_hash(size).await?);
        }
        let (verified, bare) = (median(verified), median(bare));
        each.push(verified.as_secs_f64() / events as f64);
        let what = format!("verify {events} entries");
        report.add(&what, show(verified), show(bare), ratio(verified, bare), &Target::AtMost(2.0));
    }
    growth("verify", &each, report);
    Ok(())
}

/// How much dearer an entry is in the largest record than in the smallest.
pub(crate) fn growth(what: &str, each: &[f64], report: &mut Report) {
    let (first, last) = (each[0], each[each.len() - 1]);
    let show = |seconds: f64| show(Duration::from_secs_f64(seconds));
    let what = format!("{what}: each entry, largest against smallest");
    report.add(&what, show(last), show(first), last / first, &Target::AtMost(1.2));
}

async fn verify(size: &Size) -> anyhow::Result<(Duration, u64)> {
    let (db, basis) = size.open().await?;
    let start = Instant::now();
    let report = db.verify(&basis, BTreeMap::new(), |_| ()).await?;
    let time = start.elapsed();
    ensure!(report.faulty == 0, "the measured record has a fault: {:?}", report.first);
    Ok((time, report.events))
}

async fn read_and_hash(size: &Size) -> anyhow::Result<Duration> {
    let mut connection = SqliteConnection::connect(&size.address()).await?;
    let start = Instant::now();
    let mut after = (Vec::new(), 0_i64);
    loop {
        let rows = sqlx::query(
            "select case_id, seq, recorded_at, actor_id, kind, facts, words, words_digest, digest from event
             where (case_id, seq) > ($1, $2) order by case_id, seq limit 2000",
        )
        .bind(&after.0)
        .bind(after.1)
        .fetch_all(&mut connection)
        .await?;
        let Some(last) = rows.last() else { break };
        after = (last.get(0), last.get(1));
        for row in &rows {
            let mut hash = Sha256::new();
            for column in [0, 3, 7, 8] {
                hash.update(row.get::<&[u8], _>(column));
            }
            for column in [2, 4, 5] {
                hash.update(row.get::<&str, _>(column));
            }
            std::hint::black_box(hash.finalize());
            std::hint::black_box(Sha256::digest(row.get::<Option<&str>, _>(6).unwrap_or_default()));
        }
    }
    for made in [
        "select * from case_row",
        "select * from clock_row",
        "select * from case_access",
        "select case_id, seq, recorded_at, words from search_entry",
    ] {
        std::hint::black_box(sqlx::query(made).fetch_all(&mut connection).await?);
    }
    Ok(start.elapsed())
}
