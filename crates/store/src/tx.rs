//! One transaction on either database, and statements that read the same on both.

use std::ops::{Deref, DerefMut};

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, SqliteConnection, Transaction};

use crate::interruptible::Interruptible;
use crate::readers::Reader;

/// What every function of the store takes: an open transaction, or for a single read a connection.
pub enum Tx {
    /// A transaction on SQLite.
    Sqlite(SqliteTx),
    /// A transaction on PostgreSQL.
    Postgres(PostgresTx),
}

/// A connection to PostgreSQL in one of its two uses.
pub enum PostgresTx {
    /// Every statement is a transaction of its own.
    Single(PoolConnection<Postgres>),
    /// A transaction that was begun and will be committed or rolled back.
    Begun(Transaction<'static, Postgres>),
}

impl Deref for PostgresTx {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        match self {
            Self::Single(connection) => connection,
            Self::Begun(transaction) => transaction,
        }
    }
}

impl DerefMut for PostgresTx {
    fn deref_mut(&mut self) -> &mut PgConnection {
        match self {
            Self::Single(connection) => connection,
            Self::Begun(transaction) => transaction,
        }
    }
}

/// A connection to SQLite in one of its four uses.
pub enum SqliteTx {
    /// The one writer, inside the transaction that the writer task began and will end.
    Writer(Box<SqliteConnection>),
    /// A reader for one statement, which sees one state of the record without asking for it.
    Glance(Reader),
    /// A reader inside a transaction, so that several statements see the same state of the record.
    Snapshot(Reader),
    /// Like a snapshot, for what may take long and ends when its caller goes away.
    Search(Interruptible),
}

impl Deref for SqliteTx {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Writer(connection) => connection,
            Self::Glance(reader) | Self::Snapshot(reader) => reader,
            Self::Search(reader) => reader,
        }
    }
}

impl DerefMut for SqliteTx {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Writer(connection) => connection,
            Self::Glance(reader) | Self::Snapshot(reader) => reader,
            Self::Search(reader) => reader,
        }
    }
}

/// Runs a statement and returns the number of rows it changed: `execute!(tx, "delete from …", id)?`.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $tx {
            $crate::Tx::Sqlite(tx) => {
                sqlx::query($sql)$(.bind($bind))*.execute(&mut **tx).await.map(|done| done.rows_affected())
            }
            $crate::Tx::Postgres(tx) => {
                sqlx::query($sql)$(.bind($bind))*.execute(&mut **tx).await.map(|done| done.rows_affected())
            }
        }
    };
}

macro_rules! fetch {
    ($method:ident, $tx:expr, $row:ty, $sql:expr $(, $bind:expr)*) => {
        match $tx {
            $crate::Tx::Sqlite(tx) => {
                sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.$method(&mut **tx).await
            }
            $crate::Tx::Postgres(tx) => {
                sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.$method(&mut **tx).await
            }
        }
    };
}

/// Every row: `fetch_all!(tx, (Uuid, String), "select id, name from …", id)?`.
macro_rules! fetch_all {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => { $crate::tx::fetch!(fetch_all, $tx, $row, $sql $(, $bind)*) };
}

/// The row, if there is one.
macro_rules! fetch_optional {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => { $crate::tx::fetch!(fetch_optional, $tx, $row, $sql $(, $bind)*) };
}

/// The row, which must be there.
macro_rules! fetch_one {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => { $crate::tx::fetch!(fetch_one, $tx, $row, $sql $(, $bind)*) };
}

/// A row of either database: a struct whose fields have the names of the columns.
macro_rules! from_row {
    ($(#[$doc:meta])* $seen:vis struct $row:ident { $($column:ident: $kind:ty),* $(,)? }) => {
        $(#[$doc])*
        $seen struct $row { $($column: $kind),* }
        $crate::tx::from_row!(of sqlx::sqlite::SqliteRow, $row { $($column),* });
        $crate::tx::from_row!(of sqlx::postgres::PgRow, $row { $($column),* });
    };
    (of $stored:ty, $row:ident { $($column:ident),* }) => {
        impl<'r> sqlx::FromRow<'r, $stored> for $row {
            fn from_row(row: &'r $stored) -> sqlx::Result<Self> {
                use sqlx::Row as _;
                Ok(Self { $($column: row.try_get(stringify!($column))?),* })
            }
        }
    };
}

pub(crate) use {execute, fetch, fetch_all, fetch_one, fetch_optional, from_row};
