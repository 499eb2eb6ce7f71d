//! A calendar that is fetched, against a bare query of the rows it is made of.

use std::hint::black_box;
use std::time::Instant;

use anyhow::ensure;
use case::PersonId;
use chrono::{DateTime, Days, NaiveDate, Utc};
use sha2::{Digest as _, Sha256};
use sqlx::{Connection, SqliteConnection};
use store::calendar_feeds::{self, Feed};
use store::{Digest, Tx};
use uuid::Uuid;

use super::bare;
use super::load::Ask;
use crate::place::{Place, today};
use crate::reminders::{at, open};
use crate::report::{Report, Target};
use crate::seed::open_cases::{EACH, TOLD, key};
use crate::timing::{median, ratio, show};

/// The token in the address, as a calendar program has it.
const TOKEN: [u8; 32] = [0xca; 32];
const ROUNDS: usize = 100;

/// Measures the dates of somebody who has to do with 200 cases, again and again as calendar programs fetch them.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let size = open(place, place.largest().cases).await?;
    let (db, _) = size.open().await?;
    let person = PersonId(import::id_of(&key(TOLD)));
    let now = at(today(), 9);
    db.write(move |tx| Box::pin(make(tx, person, now))).await?;
    let address = bare::serve_all(db.clone(), now).await?;
    let feed = Ask::page(address, &format!("/calendar/{}.ics", Digest(TOKEN)), "");
    let told = String::from_utf8_lossy(&feed.once().await?).matches("BEGIN:VEVENT").count();
    ensure!(told == EACH, "the calendar has {told} dates");
    let mut connection = SqliteConnection::connect(&size.address()).await?;
    let (mut fetched, mut read) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        fetched.extend(feed.one_by_one(1).await?);
        let start = Instant::now();
        black_box(rows(&mut connection, person).await?);
        read.push(start.elapsed());
    }
    db.close().await;
    let (fetched, read) = (median(fetched), median(read));
    let what = format!("calendar: a feed of {EACH} entries");
    report.add(&what, show(fetched), show(read), ratio(fetched, read), &Target::AtMost(3.0));
    Ok(())
}

async fn make(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<(), store::Error> {
    let feed = Feed { person, holds: "mine".to_owned(), made_at: now, fetched_at: None };
    calendar_feeds::make(tx, Digest(Sha256::digest(TOKEN).into()), &feed).await
}

type Entry = (Uuid, i64, DateTime<Utc>, Uuid, String, Option<String>);
type Told = (Uuid, String, NaiveDate, i64, bool, DateTime<Utc>);

/// The dates, the histories of their cases, which say what may be seen, and what the calendar was told before.
async fn rows(connection: &mut SqliteConnection, person: PersonId) -> anyhow::Result<usize> {
    let dates: Vec<(Uuid, String, NaiveDate, i64, i64)> = sqlx::query_as(
        "select c.case_id, c.clock, c.due, r.year, r.serial
         from case_access a join clock_row c on c.case_id = a.case_id join case_row r on r.case_id = a.case_id
         where a.person_id = $1 and c.due >= $2 order by c.due, c.case_id, c.clock",
    )
    .bind(person.0)
    .bind(today() - Days::new(90))
    .fetch_all(&mut *connection)
    .await?;
    let entries: Vec<Entry> = sqlx::query_as(
        "select e.case_id, e.seq, e.recorded_at, e.actor_id, e.facts, e.words
         from case_access a join event e on e.case_id = a.case_id where a.person_id = $1",
    )
    .bind(person.0)
    .fetch_all(&mut *connection)
    .await?;
    let told: Vec<Told> = sqlx::query_as(
        "select case_id, clock, due, sequence, is_cancelled, changed_at from calendar_entry where person_id = $1",
    )
    .bind(person.0)
    .fetch_all(connection)
    .await?;
    Ok(dates.len() + entries.len() + told.len())
}
