//! The tables, and whether a database has those this program was built for.

use sqlx::migrate::{MigrateError, Migrator};

use crate::tx::fetch_optional;
use crate::{Error, Tx};

pub(crate) static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
pub(crate) static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// Fails with what to do unless the database has exactly the tables this program knows.
pub(crate) async fn check(tx: &mut Tx) -> Result<(), Error> {
    let newest = newest();
    match applied(tx).await? {
        None => Err(not_ready("the database is empty: run `cspr migrate` to make its tables")),
        applied if applied == newest => Ok(()),
        applied if applied < newest => {
            Err(not_ready("the database was made by an older version: back it up, then run `cspr migrate`"))
        }
        _ => Err(not_ready("the database was made by a newer version of cspr: use that version")),
    }
}

fn newest() -> Option<i64> {
    SQLITE.iter().map(|migration| migration.version).max()
}

async fn applied(tx: &mut Tx) -> Result<Option<i64>, Error> {
    let found =
        fetch_optional!(tx, (Option<i64>,), "select max(version) from _sqlx_migrations where success");
    match found {
        Ok(newest) => Ok(newest.and_then(|(version,)| version)),
        Err(sqlx::Error::Database(missing)) if is_missing_table(missing.as_ref()) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whether a database has the tables of an older program, so that rows this one makes from the events are missing.
pub(crate) async fn is_behind(tx: &mut Tx) -> Result<bool, Error> {
    let applied = applied(tx).await?;
    Ok(applied.is_some() && applied < newest())
}

/// SQLite has no code of its own for a missing table, PostgreSQL has.
fn is_missing_table(error: &dyn sqlx::error::DatabaseError) -> bool {
    error.code().is_some_and(|code| code == "42P01") || error.message().starts_with("no such table")
}

pub(crate) fn fault(error: MigrateError) -> Error {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        MigrateError::VersionMissing(_) => {
            not_ready("the database was made by a newer version of cspr: use that version")
        }
        other => Error::NotReady(format!("the tables could not be brought up to date: {other}")),
    }
}

fn not_ready(what: &str) -> Error {
    Error::NotReady(what.to_owned())
}
