//! What is due in the next 20 working days, a page of 25, against a bare indexed query.

use std::hint::black_box;
use std::time::{Duration, Instant};

use calendar::Calendar;
use chrono::NaiveDate;
use sqlx::{Connection, SqliteConnection};
use store::due::{From, due};
use uuid::Uuid;

use crate::place::{Place, Size, operator, today};
use crate::report::{Report, Target};
use crate::timing::{median, ratio, show};

const ROUNDS: usize = 1_000;

/// Measures it over the largest record and the smallest.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let (page, bare) = pages(place.largest()).await?;
    report.add("what is due, a page of 25", show(page), show(bare), ratio(page, bare), &Target::AtMost(2.0));
    let smallest = &place.sizes[0];
    let (small, _) = pages(smallest).await?;
    let what = format!("what is due, {} cases against {}", place.largest().cases, smallest.cases);
    report.add(&what, show(page), show(small), ratio(page, small), &Target::AtMost(1.3));
    Ok(())
}

async fn pages(size: &Size) -> anyhow::Result<(Duration, Duration)> {
    let until = Calendar::shipped().working_days_after(today(), 20)?.date;
    let (db, _) = size.open().await?;
    let mut connection = SqliteConnection::connect(&size.address()).await?;
    sqlx::query("pragma mmap_size = 1073741824").execute(&mut connection).await?;
    let actor = operator();
    let (mut page, mut bare) = (Vec::new(), Vec::new());
    let mut tx = db.glance().await?;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        black_box(due(&mut tx, &actor, From::Day(today()), until, 25).await?);
        page.push(start.elapsed());
        let start = Instant::now();
        black_box(rows(&mut connection, until).await?);
        bare.push(start.elapsed());
    }
    Ok((median(page), median(bare)))
}

type Row = (Uuid, String, NaiveDate, i64, i64, String);

async fn rows(connection: &mut SqliteConnection, until: NaiveDate) -> anyhow::Result<Vec<Row>> {
    let statement = "select c.case_id, c.clock, c.due, r.year, r.serial, r.title
        from clock_row c join case_row r on r.case_id = c.case_id
        where c.due >= $1 and c.due <= $2 order by c.due, c.case_id, c.clock limit 25";
    Ok(sqlx::query_as(statement).bind(today()).bind(until).fetch_all(connection).await?)
}
