//! The connections that read an SQLite record, each lent to one reader at a time.
//!
//! The pool of sqlx asks every connection that comes back whether it is still there. A server may have gone away
//! but a file has not, and the question takes a trip to the thread of the connection and back, as long as a short
//! statement does.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Connections to one file, opened when they are first needed.
#[derive(Clone)]
pub(crate) struct Readers {
    idle: Arc<Idle>,
    places: Arc<Semaphore>,
    most: u32,
    patience: Duration,
}

struct Idle {
    options: SqliteConnectOptions,
    connections: Mutex<Vec<SqliteConnection>>,
}

impl Idle {
    /// The connection that was used last: its pages are still in memory.
    fn take(&self) -> Option<SqliteConnection> {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn put(&self, connection: SqliteConnection) {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
    }
}

impl Readers {
    /// Readers of which at most `most` are lent at a time. A caller waits for one as long as `patience`.
    pub(crate) fn new(options: SqliteConnectOptions, most: u32, patience: Duration) -> Self {
        let idle = Arc::new(Idle { options, connections: Mutex::default() });
        Self { idle, places: Arc::new(Semaphore::new(most as usize)), most, patience }
    }

    /// A connection for a single statement.
    pub(crate) async fn lend(&self) -> Result<Reader, sqlx::Error> {
        let waiting = timeout(self.patience, Arc::clone(&self.places).acquire_owned());
        let place = waiting.await.map_err(|_| sqlx::Error::PoolTimedOut)?;
        let place = place.map_err(|_| sqlx::Error::PoolClosed)?;
        let connection = match self.idle.take() {
            Some(connection) => connection,
            None => self.idle.options.connect().await?,
        };
        let idle = Arc::clone(&self.idle);
        Ok(Reader { lent: Some((connection, place)), idle, is_begun: false })
    }

    /// Waits for the connections that are lent, and closes all. None is lent after that.
    pub(crate) async fn close(&self) {
        // This fails only where they are closed already.
        let Ok(_all) = self.places.acquire_many(self.most).await else { return };
        self.places.close();
        while let Some(connection) = self.idle.take() {
            connection.close().await.ok();
        }
    }
}

/// A connection that is returned when this is dropped, out of its transaction.
pub struct Reader {
    lent: Option<(SqliteConnection, OwnedSemaphorePermit)>,
    idle: Arc<Idle>,
    is_begun: bool,
}

impl Reader {
    /// From now on every statement sees the same state of the record.
    pub(crate) async fn begin(mut self) -> Result<Self, sqlx::Error> {
        // Noted first, because the caller may go away while it begins.
        self.is_begun = true;
        sqlx::query("begin").execute(&mut *self).await?;
        Ok(self)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some((mut connection, place)) = self.lent.take() else { return };
        if !self.is_begun {
            self.idle.put(connection);
            return;
        }
        let idle = Arc::clone(&self.idle);
        // Without a runtime the program is ending, and the connection with it.
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move {
                if sqlx::query("rollback").execute(&mut connection).await.is_ok() {
                    idle.put(connection);
                }
                drop(place);
            });
        }
    }
}

impl Deref for Reader {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match &self.lent {
            Some((connection, _)) => connection,
            None => unreachable!("a reader has its connection until it is dropped"),
        }
    }
}

impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match &mut self.lent {
            Some((connection, _)) => connection,
            None => unreachable!("a reader has its connection until it is dropped"),
        }
    }
}
