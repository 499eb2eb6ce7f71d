//! Recording commands durably: one client, many clients, and on PostgreSQL.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context;
use case::keeping::Note;
use case::{Actor, CaseId, Command, Step, When, Word, Words};
use sqlx::{Connection, PgConnection, SqliteConnection};
use store::{Basis, Db, Request};
use uuid::Uuid;

use crate::disk;
use crate::place::{Place, today};
use crate::process::run_time;
use crate::report::{Report, Target};
use crate::timing::{median, ratio, show};

const ROUNDS: usize = 1_500;
const CLIENTS: usize = 64;
const POSTGRES_CLIENTS: usize = 16;
/// How many cases each client has, and how many commands it records on each: nobody writes a hundred notes in a row.
const CASES: usize = 30;
const EACH: usize = 5;

/// Measures it on the largest record, and on PostgreSQL where the run has one.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let size = place.largest();
    let (db, basis) = size.open().await?;
    let cases = cases(&db).await?;
    let (mine, theirs) = cases.split_at(cases.len() / 2);
    one_client(&size.address(), &db, &basis, mine.to_vec(), report).await?;
    many_clients(&place.folder, &db, &basis, theirs, report).await?;
    db.close().await;
    let server =
        std::env::var("CSPR_TEST_POSTGRES").context("set CSPR_TEST_POSTGRES, or run `make bench`")?;
    on_postgres(place, &server, report).await
}

/// Some cases, with the number of the last entry of each.
async fn cases(db: &Db) -> anyhow::Result<Vec<(CaseId, u32)>> {
    let list =
        store::cases::list(&mut db.glance().await?, &Actor::operator(), None, CLIENTS * CASES * 2).await?;
    Ok(list.into_iter().map(|row| (row.case, row.version)).collect())
}

async fn note(
    db: &Db,
    basis: &Arc<Basis>,
    case: CaseId,
    expected: u32,
    number: usize,
) -> anyhow::Result<u32> {
    let seed = Uuid::from_u128(number as u128);
    let command = Command {
        on: When::Day(today()),
        step: Step::AddNote(Note { restricted: false }),
        words: Words::none().and(Word::Text, "A note of about the length that people write in a hurry."),
    };
    let now = today().and_hms_opt(12, 0, 0).context("noon")?.and_utc();
    let request = Request {
        actor: Actor::operator(),
        case,
        expected,
        command,
        then: Vec::new(),
        key: None,
        now,
        today: today(),
        seed,
        along: None,
    };
    Ok(db.execute(basis, request).await?.version)
}

async fn one_client(
    address: &str,
    db: &Db,
    basis: &Arc<Basis>,
    mut cases: Vec<(CaseId, u32)>,
    report: &mut Report,
) -> anyhow::Result<()> {
    let mut bare = SqliteConnection::connect(address).await?;
    for statement in BARE_TABLES {
        sqlx::query(statement).execute(&mut bare).await?;
    }
    // In a task, as the requests of a service are.
    let (db, basis) = (db.clone(), Arc::clone(basis));
    let client = tokio::spawn(async move {
        let (mut recorded, mut written) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            let at = round % cases.len();
            let start = Instant::now();
            cases[at].1 = note(&db, &basis, cases[at].0, cases[at].1, round).await?;
            recorded.push(start.elapsed());
            let start = Instant::now();
            bare_write(&mut bare, i64::try_from(round)?).await?;
            written.push(start.elapsed());
        }
        anyhow::Ok((bare, recorded, written))
    });
    let (mut bare, recorded, written) = client.await??;
    for statement in ["drop table measured_case", "drop table measured_event"] {
        sqlx::query(statement).execute(&mut bare).await?;
    }
    let (recorded, written) = (median(recorded), median(written));
    report.add(
        "record one command, one client",
        show(recorded),
        show(written),
        ratio(recorded, written),
        &Target::AtMost(1.6),
    );
    Ok(())
}

const BARE_TABLES: [&str; 6] = [
    "pragma synchronous = full",
    "drop table if exists measured_case",
    "drop table if exists measured_event",
    "create table measured_case (id integer primary key, version integer not null)",
    "create table measured_event (id integer primary key, words text not null)",
    "insert into measured_case (id, version) values (1, 0)",
];

const BARE_WORDS: &str = "A note of about the length that people write in a hurry.";

async fn bare_write(connection: &mut SqliteConnection, number: i64) -> anyhow::Result<()> {
    sqlx::query("begin immediate").execute(&mut *connection).await?;
    sqlx::query("update measured_case set version = $1 where id = 1")
        .bind(number)
        .execute(&mut *connection)
        .await?;
    sqlx::query("insert into measured_event (words) values ($1)")
        .bind(BARE_WORDS)
        .execute(&mut *connection)
        .await?;
    sqlx::query("commit").execute(&mut *connection).await?;
    Ok(())
}

async fn many_clients(
    folder: &Path,
    db: &Db,
    basis: &Arc<Basis>,
    cases: &[(CaseId, u32)],
    report: &mut Report,
) -> anyhow::Result<()> {
    let rate = rate(db, basis, cases, CLIENTS).await?;
    let floor = disk::overwrites_a_second(folder, Duration::from_secs(3))?;
    let what = format!("record with {CLIENTS} clients, against the disk");
    report.add(&what, format!("{rate:.0}/s"), format!("{floor:.0}/s"), rate / floor, &Target::AtLeast(1.0));
    Ok(())
}

/// How many commands a second so many clients record, each on cases of its own.
async fn rate(db: &Db, basis: &Arc<Basis>, cases: &[(CaseId, u32)], clients: usize) -> anyhow::Result<f64> {
    let start = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for mine in cases.chunks(CASES).take(clients) {
        let (db, basis, mine) = (db.clone(), Arc::clone(basis), mine.to_vec());
        tasks.spawn(async move {
            for (case, mut version) in mine {
                for round in 0..EACH {
                    version = note(&db, &basis, case, version, round).await?;
                }
            }
            anyhow::Ok(())
        });
    }
    while let Some(task) = tasks.join_next().await {
        task??;
    }
    Ok((clients * CASES * EACH) as f64 / start.elapsed().as_secs_f64())
}

async fn on_postgres(place: &Place, server: &str, report: &mut Report) -> anyhow::Result<()> {
    let mut admin = PgConnection::connect(server).await?;
    sqlx::query("drop database if exists cspr_measured").execute(&mut admin).await?;
    sqlx::query("create database cspr_measured").execute(&mut admin).await?;
    let (before, _) = server.rsplit_once('/').context("an address with a database")?;
    let address = format!("{before}/cspr_measured");
    run_time(&place.cspr, &["--database", &address, "migrate"])?;
    let file = place.sizes[1].file.display().to_string();
    run_time(&place.cspr, &["--database", &address, "import", &file])?;
    let db = Db::open(&address).await?;
    let basis = Arc::new(Basis::load(&mut db.snapshot().await?).await?);
    let cases = cases(&db).await?;
    let rate = rate(&db, &basis, &cases, POSTGRES_CLIENTS).await?;
    let floor = bare_postgres(&address).await?;
    db.close().await;
    sqlx::query("drop database cspr_measured with (force)").execute(&mut admin).await?;
    let what = format!("record with {POSTGRES_CLIENTS} clients on PostgreSQL");
    report.add(&what, format!("{rate:.0}/s"), format!("{floor:.0}/s"), rate / floor, &Target::AtLeast(0.8));
    Ok(())
}

/// How many bare transactions a second as many clients commit, each updating one row and inserting one.
async fn bare_postgres(address: &str) -> anyhow::Result<f64> {
    let mut connection = PgConnection::connect(address).await?;
    for statement in [
        "create table measured_case (id bigint primary key, version bigint not null)",
        "create table measured_event (id bigint generated always as identity primary key, words text not null)",
        "insert into measured_case (id, version) select id, 0 from generate_series(0, 63) as id",
    ] {
        sqlx::query(statement).execute(&mut connection).await?;
    }
    let start = Instant::now();
    let mut clients = tokio::task::JoinSet::new();
    for client in 0..POSTGRES_CLIENTS {
        let address = address.to_owned();
        clients.spawn(async move {
            let mut connection = PgConnection::connect(&address).await?;
            for round in 0..CASES * EACH {
                bare_postgres_write(&mut connection, i64::try_from(client)?, i64::try_from(round)?).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(client) = clients.join_next().await {
        client??;
    }
    Ok((POSTGRES_CLIENTS * CASES * EACH) as f64 / start.elapsed().as_secs_f64())
}

async fn bare_postgres_write(connection: &mut PgConnection, client: i64, round: i64) -> anyhow::Result<()> {
    let mut transaction = connection.begin().await?;
    sqlx::query("update measured_case set version = $1 where id = $2")
        .bind(round)
        .bind(client)
        .execute(&mut *transaction)
        .await?;
    sqlx::query("insert into measured_event (words) values ($1)")
        .bind(BARE_WORDS)
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}
