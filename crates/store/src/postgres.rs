//! A record on a PostgreSQL server, which any number of processes may share.

use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, Executor, SqlStr, Transaction};

use crate::tx::PostgresTx;
use crate::writer::Work;
use crate::{Error, Fault, FaultKind, Tx, migrate};

/// How many connections one process keeps at most to read, to search and to write. Searches wait for each other,
/// and nothing else waits for them.
const READERS: u32 = 8;
const SEARCHES: u32 = 2;
const WRITERS: u32 = 12;

/// How long a connection may have been idle before it is asked whether its server is still there, which takes a
/// trip to it and back.
const FRESH: Duration = Duration::from_secs(1);

const READING: &str = "begin isolation level repeatable read, read only";

/// A server carries a statement through even if its caller has gone away, unless it takes too long.
const SEARCHING: &str =
    "begin isolation level repeatable read, read only; set local statement_timeout = '20s'";

/// How many times to look, every 50 ms, whether others have finished reading: for ten seconds.
const READERS_WAITED_FOR: u32 = 200;

/// The tables that hold words or names, or what was made of them.
const REWRITES: [&str; 8] = [
    "vacuum full event",
    "vacuum full search_entry",
    "vacuum full case_row",
    "vacuum full person",
    "vacuum full session",
    "vacuum full sign_in_link",
    "vacuum full draft",
    "vacuum full held_form",
];

#[derive(Clone)]
pub(crate) struct Postgres {
    readers: PgPool,
    searchers: PgPool,
    writers: PgPool,
}

impl Postgres {
    /// Prepares a pool, asks the server which version of the tables it has, and says what to do when it is another.
    pub(crate) async fn open(address: &str) -> Result<Self, Error> {
        let postgres = Self {
            readers: pool(READERS, reading(address)?),
            searchers: pool(SEARCHES, reading(address)?),
            writers: pool(WRITERS, options(address)?),
        };
        migrate::check(&mut postgres.snapshot().await?).await?;
        Ok(postgres)
    }

    /// Updates the tables. Says whether they were those of an older program.
    pub(crate) async fn migrate(address: &str) -> Result<bool, Error> {
        let pool = PgPoolOptions::new().max_connections(1).connect_with(options(address)?).await?;
        let mut tx = Tx::Postgres(PostgresTx::Single(pool.acquire().await?));
        let was_behind = migrate::is_behind(&mut tx).await;
        drop(tx);
        let migrated = migrate::POSTGRES.run(&pool).await.map_err(migrate::fault);
        pool.close().await;
        migrated.and(was_behind)
    }

    pub(crate) async fn snapshot(&self) -> Result<Tx, Error> {
        begun(&self.readers, READING).await
    }

    pub(crate) async fn search(&self) -> Result<Tx, Error> {
        begun(&self.searchers, SEARCHING).await
    }

    /// A connection on which every statement is a transaction of its own.
    pub(crate) async fn glance(&self) -> Result<Tx, Error> {
        Ok(Tx::Postgres(PostgresTx::Single(self.readers.acquire().await?)))
    }

    /// Like [`glance`](Self::glance), for what will also write.
    pub(crate) async fn beside(&self) -> Result<Tx, Error> {
        Ok(Tx::Postgres(PostgresTx::Single(self.writers.acquire().await?)))
    }

    /// Runs `work` in a transaction; the server groups commits by itself. It runs in a task of its own, so that a
    /// caller who goes away cannot cut it in half.
    pub(crate) async fn write<T: Send + 'static>(&self, work: Work<T>) -> Result<T, Error> {
        let pool = self.writers.clone();
        let task = tokio::spawn(async move {
            let mut tx = Tx::Postgres(PostgresTx::Begun(pool.begin().await?));
            let outcome = work(&mut tx).await?;
            if let Tx::Postgres(PostgresTx::Begun(tx)) = tx {
                tx.commit().await?;
            }
            Ok(outcome)
        });
        task.await.unwrap_or_else(|_| Err(sqlx::Error::WorkerCrashed.into()))
    }

    /// Rewrites the tables that hold words, without what was deleted from them.
    pub(crate) async fn rewrite(&self) -> Result<(), Error> {
        self.wait_for_readers().await?;
        for statement in REWRITES {
            self.writers.execute(statement).await?;
        }
        Ok(())
    }

    /// Waits until nobody reads a state of the record from before now, or has been writing since before now, even
    /// in another database of the same server: until then the server keeps what was deleted.
    async fn wait_for_readers(&self) -> Result<(), Error> {
        let (since,): (DateTime<Utc>,) =
            sqlx::query_as("select clock_timestamp()").fetch_one(&self.writers).await?;
        for _ in 0..READERS_WAITED_FOR {
            let (readers,): (i64,) = sqlx::query_as(
                "select count(*) from pg_stat_activity where pid <> pg_backend_pid() and xact_start < $1
                     and (backend_xid is not null
                         or (backend_xmin is not null and datname = current_database()))",
            )
            .bind(since)
            .fetch_one(&self.writers)
            .await?;
            if readers == 0 {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(Fault { kind: FaultKind::Busy, detail: "somebody is reading the record".into() }.into())
    }

    pub(crate) async fn close(&self) {
        self.searchers.close().await;
        self.readers.close().await;
        self.writers.close().await;
    }
}

/// A transaction that was begun. A task of its own begins it: if the caller goes away meanwhile, the transaction is
/// ended, and the next caller on this connection does not find it open.
async fn begun(pool: &PgPool, begin: &'static str) -> Result<Tx, Error> {
    let connection = pool.acquire().await?;
    let task = tokio::spawn(Transaction::begin(connection, Some(SqlStr::from_static(begin))));
    let transaction = task.await.map_err(|_| sqlx::Error::WorkerCrashed)??;
    Ok(Tx::Postgres(PostgresTx::Begun(transaction)))
}

fn pool(most: u32, options: PgConnectOptions) -> PgPool {
    PgPoolOptions::new()
        .max_connections(most)
        .acquire_timeout(Duration::from_secs(5))
        .test_before_acquire(false)
        .before_acquire(|connection, known| {
            Box::pin(async move {
                let is_there = known.idle_for < FRESH || connection.ping().await.is_ok();
                Ok(is_there)
            })
        })
        .connect_lazy_with(options)
}

/// Connections on which the server refuses to write.
fn reading(address: &str) -> Result<PgConnectOptions, Error> {
    Ok(options(address)?.options([("default_transaction_read_only", "on")]))
}

fn options(address: &str) -> Result<PgConnectOptions, Error> {
    Ok(PgConnectOptions::from_str(address)?.disable_statement_logging())
}
