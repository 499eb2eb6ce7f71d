//! What somebody with the database's own tools could do, past the program.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Executor, PgConnection, Row, SqliteConnection, postgres::PgConnectOptions};

use super::Record;

impl Record {
    /// Runs a statement past the program; the error in the database's words.
    pub(crate) async fn by_hand(&self, statement: &'static str) -> Result<(), String> {
        let done = match self.file() {
            Some(_) => self.sqlite().await.execute(statement).await.map(drop),
            None => self.postgres().await.execute(statement).await.map(drop),
        };
        done.map_err(|error| error.to_string())
    }

    /// The one number a statement gives.
    pub(crate) async fn number(&self, statement: &'static str) -> i64 {
        match self.file() {
            Some(_) => self.sqlite().await.fetch_one(statement).await.unwrap().get(0),
            None => self.postgres().await.fetch_one(statement).await.unwrap().get(0),
        }
    }

    /// A connection past the program.
    pub(crate) async fn sqlite(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.file().unwrap()).connect().await.unwrap()
    }

    /// A connection past the program.
    pub(crate) async fn postgres(&self) -> PgConnection {
        self.address.parse::<PgConnectOptions>().unwrap().connect().await.unwrap()
    }

    /// Every byte of the database's files.
    pub(crate) async fn bytes(&self) -> Vec<u8> {
        let Some(file) = self.file() else { return self.postgres_files().await };
        let beside = ["", "-wal", "-shm", "-journal"].map(|end| format!("{}{end}", file.display()));
        beside.iter().flat_map(|file| std::fs::read(file).unwrap_or_default()).collect()
    }

    async fn postgres_files(&self) -> Vec<u8> {
        let mut connection = self.postgres().await;
        connection.execute("checkpoint").await.unwrap();
        let files = "select pg_read_binary_file(pg_relation_filepath(oid)) from pg_class
             where relkind in ('r', 'i', 't') and relfilenode <> 0 and oid >= 16384";
        let files = connection.fetch_all(files).await.unwrap();
        files.iter().flat_map(|file| file.get::<Vec<u8>, _>(0)).collect()
    }
}
