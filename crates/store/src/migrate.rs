//! The tables, and whether a database has those this program was built for.

use std::sync::LazyLock;

use sqlx::SqlStr;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};

use crate::tx::fetch_optional;
use crate::{Error, Tx};

pub(crate) static SQLITE: LazyLock<Migrator> =
    LazyLock::new(|| migrator(include!(concat!(env!("OUT_DIR"), "/sqlite.rs"))));
pub(crate) static POSTGRES: LazyLock<Migrator> =
    LazyLock::new(|| migrator(include!(concat!(env!("OUT_DIR"), "/postgres.rs"))));

/// Each migration with the digest of its text, by which a record is known to have been built with it.
fn migrator(listed: &[(i64, &'static str, &'static str)]) -> Migrator {
    let migration = |&(version, name, text): &(i64, &'static str, &'static str)| {
        Migration::new(version, name.into(), MigrationType::Simple, SqlStr::from_static(text), false)
    };
    Migrator::with_migrations(listed.iter().map(migration).collect())
}

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

/// Whether a table is missing: SQLite has no code of its own for that, PostgreSQL has.
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The digests are those that `sha384sum` gives for two frozen files. With another digest, no record of an
    /// older program could be opened.
    #[test]
    fn records_of_older_programs_know_the_migrations_they_were_built_with() {
        let hex = |migrator: &Migrator, version| {
            let migration = migrator.iter().find(|migration| migration.version == version).unwrap();
            migration.checksum.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
        };
        let (people, reminders) = (
            "e9a97acf0f10b376ee055cb8241dc23abd70bd957ff20521761cfa7c4e1515def717e0f378c88f47a494f20118c30ff0",
            "b73c210c242fbad3c256698742b4a250425ea8b55f9ea6cb7d98398d0d6b2105a67119564436cd4ca00f6fc63d1530b5",
        );
        assert_eq!((hex(&SQLITE, 1).as_str(), hex(&POSTGRES, 8).as_str()), (people, reminders));
        assert!(SQLITE.iter().map(|migration| migration.version).eq(1..=newest().unwrap()));
    }
}
