//! Where the record of a test lives, and how it goes away again.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, postgres::PgConnectOptions};
use store::Db;

/// An empty record with all its tables.
#[derive(Clone)]
pub(crate) struct Record {
    /// The open record.
    pub(crate) db: Db,
    /// Where it is, for opening it a second time.
    pub(crate) address: String,
}

impl Record {
    /// The SQLite file; `None` on PostgreSQL.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        self.address.strip_prefix("sqlite:").map(PathBuf::from)
    }
}

/// Runs a test on a new SQLite file in a directory of its own.
pub(crate) async fn on_sqlite<F: Future<Output = ()> + Send + 'static>(test: impl FnOnce(Record) -> F) {
    let directory = std::env::temp_dir().join(unique_name());
    let address = format!("sqlite:{}", directory.join("cspr.db").display());
    let db = Db::migrate(&address).await.unwrap();
    let end = tokio::spawn(test(Record { db: db.clone(), address })).await;
    db.close().await;
    std::fs::remove_dir_all(directory).unwrap();
    end.unwrap();
}

/// Runs a test on a new database of the server named by `CSPR_TEST_POSTGRES`.
pub(crate) async fn on_postgres<F: Future<Output = ()> + Send + 'static>(test: impl FnOnce(Record) -> F) {
    let server = std::env::var("CSPR_TEST_POSTGRES")
        .expect("CSPR_TEST_POSTGRES names no PostgreSQL server: run `make test`, which starts one");
    let name = unique_name();
    on_server(&server, format!("create database {name}")).await;
    let (server_only, _) = server.rsplit_once('/').expect("an address ends in /database");
    let address = format!("{server_only}/{name}");
    let db = Db::migrate(&address).await.unwrap();
    let end = tokio::spawn(test(Record { db: db.clone(), address })).await;
    db.close().await;
    on_server(&server, format!("drop database {name} with (force)")).await;
    end.unwrap();
}

fn unique_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("cspr_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

async fn on_server(address: &str, statement: String) {
    let mut connection = address.parse::<PgConnectOptions>().unwrap().connect().await.unwrap();
    connection.execute(AssertSqlSafe(statement)).await.unwrap();
    connection.close().await.unwrap();
}
