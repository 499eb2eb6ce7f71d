//! What is due in the next 20 working days, a page of 25, against a bare indexed query.

use std::hint::black_box;
use std::time::{Duration, Instant};

use calendar::Calendar;
use case::Actor;
use chrono::NaiveDate;
use sqlx::{Connection, SqliteConnection};
use store::due::{From, due};
use uuid::Uuid;

use crate::place::{Place, Size, today};
use crate::report::{Report, Target};
use crate::timing::{median, ratio, show};

const ROUNDS: usize = 1_000;

/// Measures it over the largest record and the smallest.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let (page, bare, _) = pages(place.largest(), 25).await?;
    report.add("what is due, a page of 25", show(page), show(bare), ratio(page, bare), &Target::AtMost(2.0));
    // A thousand cases may have fewer dates than a page holds: as many are read of the largest record.
    let smallest = &place.sizes[0];
    let (small, _, rows) = pages(smallest, 25).await?;
    let (large, _, _) = pages(place.largest(), rows).await?;
    let what =
        format!("what is due, {rows} dates of {} cases against {}", place.largest().cases, smallest.cases);
    report.add(&what, show(large), show(small), ratio(large, small), &Target::AtMost(1.3));
    Ok(())
}

/// How long a page takes, how long its bare query, and how many rows it has.
async fn pages(size: &Size, limit: usize) -> anyhow::Result<(Duration, Duration, usize)> {
    let until = Calendar::shipped().working_days_after(today(), 20)?.date;
    let (db, _) = size.open().await?;
    let mut connection = SqliteConnection::connect(&size.address()).await?;
    let actor = Actor::operator();
    let (mut page, mut bare) = (Vec::new(), Vec::new());
    let mut tx = db.glance().await?;
    let rows_there = due(&mut tx, &actor, From::Day(today()), until, limit).await?.len();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        black_box(due(&mut tx, &actor, From::Day(today()), until, limit).await?);
        page.push(start.elapsed());
        let start = Instant::now();
        black_box(rows(&mut connection, until, limit).await?);
        bare.push(start.elapsed());
    }
    Ok((median(page), median(bare), rows_there))
}

type Row = (Uuid, String, NaiveDate, i64, i64, String);

async fn rows(connection: &mut SqliteConnection, until: NaiveDate, limit: usize) -> anyhow::Result<Vec<Row>> {
    let statement = "select c.case_id, c.clock, c.due, r.year, r.serial, r.title
        from clock_row c join case_row r on r.case_id = c.case_id
        where c.due >= $1 and c.due <= $2 order by c.due, c.case_id, c.clock limit $3";
    Ok(sqlx::query_as(statement)
        .bind(today())
        .bind(until)
        .bind(i64::try_from(limit)?)
        .fetch_all(connection)
        .await?)
}
