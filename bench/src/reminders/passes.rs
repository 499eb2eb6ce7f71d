//! A pass that makes a thousand reminders, against a bare query of what is due and plain inserts of as many rows.

use std::time::{Duration, Instant};

use anyhow::ensure;
use case::OPERATOR;
use chrono::NaiveDate;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{Record, at};
use crate::place::{Size, today};
use crate::report::{Report, Target};
use crate::seed::open_cases::{TOLD, spoken_of};
use crate::timing::{median, ratio, show};

const ROUNDS: usize = 9;

/// Measures it, over many cases and over few in turn.
pub(crate) async fn run(few: &Size, many: &Size, report: &mut Report) -> anyhow::Result<()> {
    let mut small = Record::open(few, "files:/nowhere").await?;
    let mut large = Record::open(many, "files:/nowhere").await?;
    let floor = Floor::make(&mut large.bare).await?;
    let (mut over_many, mut over_few, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        over_many.push(pass(&mut large).await?);
        bare.push(floor.make_as_many(&mut large.bare).await?);
        over_few.push(pass(&mut small).await?);
    }
    floor.drop(&mut large.bare).await?;
    let (over_many, over_few, bare) = (median(over_many), median(over_few), median(bare));
    let what = format!("reminders: a pass over {} open cases with {TOLD} due", many.cases);
    report.add(&what, show(over_many), show(bare), ratio(over_many, bare), &Target::AtMost(3.0));
    let what = format!("reminders: cost follows what is due, {} cases against {}", many.cases, few.cases);
    report.add(&what, show(over_many), show(over_few), ratio(over_many, over_few), &Target::AtMost(1.3));
    small.close().await?;
    large.close().await
}

async fn pass(record: &mut Record) -> anyhow::Result<Duration> {
    record.reset().await?;
    let start = Instant::now();
    record.pass().await?;
    Ok(start.elapsed())
}

/// A table like that of the reminders, with the same indexes.
struct Floor;

type Row = (NaiveDate, Uuid, String, Uuid);

impl Floor {
    async fn make(bare: &mut SqliteConnection) -> anyhow::Result<Self> {
        let like: Vec<(String,)> =
            sqlx::query_as("select sql from sqlite_master where tbl_name = 'reminder' and sql is not null")
                .fetch_all(&mut *bare)
                .await?;
        sqlx::query("drop table if exists measured_reminder").execute(&mut *bare).await?;
        for (statement,) in like {
            let named = statement.replace("reminder", "measured_reminder");
            sqlx::query(sqlx::AssertSqlSafe(named)).execute(&mut *bare).await?;
        }
        Ok(Self)
    }

    /// Reads what is due and puts in a row for each, in one transaction.
    async fn make_as_many(&self, bare: &mut SqliteConnection) -> anyhow::Result<Duration> {
        sqlx::query("delete from measured_reminder").execute(&mut *bare).await?;
        let now = at(today(), 8);
        let [first, second, third] = spoken_of();
        let start = Instant::now();
        sqlx::query("begin immediate").execute(&mut *bare).await?;
        let rows: Vec<Row> = sqlx::query_as(
            "select due, case_id, clock, partnership_id from clock_row
             where partnership_id = $1 and due in ($2, $3, $4) order by due, case_id, clock",
        )
        .bind(import::id_of("measured"))
        .bind(first)
        .bind(second)
        .bind(third)
        .fetch_all(&mut *bare)
        .await?;
        for (due, case, clock, partnership) in &rows {
            sqlx::query(
                "insert into measured_reminder (id, case_id, partnership_id, clock, due, occasion, recipient_id, day,
                     kind, state, made_at, next_try_at, tries)
                 values (randomblob(16), $1, $2, $3, $4, '0', $5, $6, 'action', 'waiting', $7, $7, 0)",
            )
            .bind(case)
            .bind(partnership)
            .bind(clock)
            .bind(due)
            .bind(OPERATOR.0)
            .bind(today())
            .bind(now)
            .execute(&mut *bare)
            .await?;
        }
        sqlx::query("commit").execute(&mut *bare).await?;
        let time = start.elapsed();
        ensure!(rows.len() == TOLD, "{} dates are due", rows.len());
        Ok(time)
    }

    async fn drop(self, bare: &mut SqliteConnection) -> anyhow::Result<()> {
        sqlx::query("drop table measured_reminder").execute(bare).await?;
        Ok(())
    }
}
