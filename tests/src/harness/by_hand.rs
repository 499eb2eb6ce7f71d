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

    async fn sqlite(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.file().unwrap()).connect().await.unwrap()
    }

    async fn postgres(&self) -> PgConnection {
        self.address.parse::<PgConnectOptions>().unwrap().connect().await.unwrap()
    }
}
