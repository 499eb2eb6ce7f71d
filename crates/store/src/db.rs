//! An open record, on either database.

use std::sync::Arc;

use futures_util::future::BoxFuture;

use crate::batch::Batch;
use crate::postgres::Postgres;
use crate::sqlite::{self, Sqlite};
use crate::{Basis, Error, Tx};

/// An open record. Clones are cheap and share its connections.
#[derive(Clone)]
pub struct Db {
    backend: Backend,
}

#[derive(Clone)]
enum Backend {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens the record at `sqlite:var/cspr.db` or `postgres://user@host/name`. Changes nothing.
    ///
    /// # Errors
    /// [`Error::NotReady`] when there is no record there or it is of another version, with what to do.
    pub async fn open(address: &str) -> Result<Self, Error> {
        let backend = if is_postgres(address) {
            Backend::Postgres(Postgres::open(address).await?)
        } else {
            Backend::Sqlite(Sqlite::open(&sqlite::path(address)).await?)
        };
        Ok(Self { backend })
    }

    /// Opens the record, making its file, directory and tables where they are missing and updating older tables. In
    /// a record of an older program every row is made again from the events, because the new tables are empty.
    pub async fn migrate(address: &str) -> Result<Self, Error> {
        let was_behind = if is_postgres(address) {
            Postgres::migrate(address).await?
        } else {
            Sqlite::migrate(&sqlite::path(address)).await?
        };
        let db = Self::open(address).await?;
        if was_behind {
            let basis = Basis::load(&mut db.snapshot().await?).await?;
            db.rebuild(&Arc::new(basis), |_| {}).await?;
        }
        Ok(db)
    }

    /// For single statements, each of which sees the record as it is at that time. Cheaper than a snapshot.
    pub async fn glance(&self) -> Result<Tx, Error> {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.glance().await,
            Backend::Postgres(postgres) => postgres.glance().await,
        }
    }

    /// For single statements, followed by the changes that [`send`](Self::send) makes.
    pub(crate) async fn beside(&self) -> Result<Tx, Error> {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.glance().await,
            Backend::Postgres(postgres) => postgres.beside().await,
        }
    }

    /// For several statements that must see one state of the record.
    pub async fn snapshot(&self) -> Result<Tx, Error> {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.snapshot().await,
            Backend::Postgres(postgres) => postgres.snapshot().await,
        }
    }

    /// Like a snapshot, for what may take long. Searches wait for each other and hold up nobody else; each ends
    /// when its caller goes away.
    pub(crate) async fn searching(&self) -> Result<Tx, Error> {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.search().await,
            Backend::Postgres(postgres) => postgres.search().await,
        }
    }

    /// Runs `work` in a transaction: the only way to write. When this answers, either the change is on the disk or
    /// nothing of it is. It is carried through even if the caller goes away.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, Error>> + Send + 'static,
    {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.writer.write(Box::new(work)).await,
            Backend::Postgres(postgres) => postgres.write(Box::new(work)).await,
        }
    }

    /// Makes all changes that were gathered from what `beside` read, or none of them. They are carried through even
    /// if the caller goes away.
    pub(crate) async fn send(&self, mut beside: Tx, batch: Batch) -> Result<(), Error> {
        if let Backend::Sqlite(sqlite) = &self.backend {
            drop(beside);
            return sqlite.writer.send(batch).await;
        }
        let task = tokio::spawn(async move { batch.run(&mut beside).await });
        task.await.unwrap_or_else(|_| Err(sqlx::Error::WorkerCrashed.into()))
    }

    pub(crate) async fn rewrite(&self) -> Result<(), Error> {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.writer.rewrite().await,
            Backend::Postgres(postgres) => postgres.rewrite().await,
        }
    }

    /// Waits for everything handed over so far, then closes the connections.
    pub async fn close(&self) {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.close().await,
            Backend::Postgres(postgres) => postgres.close().await,
        }
    }
}

fn is_postgres(address: &str) -> bool {
    address.starts_with("postgres:") || address.starts_with("postgresql:")
}
