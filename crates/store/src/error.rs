//! What can go wrong between a command and the record.

use std::path::Path;

use chrono::{DateTime, Utc};
use sqlx::error::DatabaseError;

/// Why the store did not do what it was asked. Unless it says otherwise, nothing was changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The rules do not allow the command; the messages are fit for the person who gave it.
    #[error(transparent)]
    Rejected(#[from] case::Rejection),
    /// Somebody else changed the case first.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// The actor may know of the case but may not record this.
    #[error(transparent)]
    Denied(#[from] case::Denied),
    /// There is no such thing, or the actor may not know of it: the two look the same.
    #[error("not found")]
    NotFound,
    /// The database is missing, empty, or of another version of the program.
    #[error("{0}")]
    NotReady(String),
    /// A stored row cannot be what the program wrote. `cspr verify` says more.
    #[error("the record is damaged: {0}. Run `cspr verify`")]
    Damaged(String),
    /// There is such a row already, because somebody else was first.
    #[error("somebody else recorded this at the same time. Try again")]
    Taken,
    /// It is erased, but not yet gone from the files.
    #[error(
        "what was erased is gone and its erasure is recorded; only traces remain in the database files, because {0}. Run `cspr erase --scrub` when no one reads"
    )]
    Traces(String),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Fault),
}

/// Somebody else changed the case after it was read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{who} changed this case on {}; read it again, then record yours", .when.format("%-d %B %Y at %H:%M:%S UTC"))]
pub struct Conflict {
    /// The name of the person, or their id where no name is kept.
    pub who: String,
    /// When they recorded the latest change.
    pub when: DateTime<Utc>,
    /// The version the case now has.
    pub version: u32,
}

/// What the database answered, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", .kind.advice())]
pub struct Fault {
    /// What sort of trouble it is.
    pub kind: FaultKind,
    /// What the database itself said.
    pub detail: String,
}

/// The sorts of trouble a database has that a person can do something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The disk is full.
    Full,
    /// The disk failed or would not let the file grow, for a quota for example.
    Disk,
    /// The file or the server accepts no changes.
    ReadOnly,
    /// The file or the server cannot be reached, or no connection to it became free.
    Unreachable,
    /// Others kept it busy for longer than we wait.
    Busy,
    /// The file is not a database or is broken.
    Broken,
    /// Something else, which only the detail describes.
    Other,
}

impl FaultKind {
    fn advice(self) -> &'static str {
        match self {
            Self::Full => "the disk is full. Nothing was recorded; make room and try again",
            Self::Disk => {
                "the disk refused. Check its health, room and quotas, then look whether your change is there"
            }
            Self::ReadOnly => {
                "the database is read-only. Nothing was recorded; check who may write the file and its directory"
            }
            Self::Unreachable => {
                "the database cannot be reached, or all connections to it are in use. Check its address, and that it is running"
            }
            Self::Busy => {
                "the database is busy. Look whether your change is there, and try again in a moment"
            }
            Self::Broken => "the database file is damaged. Restore it from a backup",
            Self::Other => "the database refused",
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        if error.as_database_error().is_some_and(DatabaseError::is_unique_violation) {
            return Self::Taken;
        }
        Self::Database(Fault { kind: kind_of(&error), detail: error.to_string() })
    }
}

impl Error {
    /// The file of an SQLite address does not exist.
    pub(crate) fn no_file(path: &Path) -> Self {
        Self::NotReady(format!(
            "there is no record at {} yet: run `cspr migrate` to start one",
            path.display()
        ))
    }
}

fn kind_of(error: &sqlx::Error) -> FaultKind {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
            FaultKind::Unreachable
        }
        sqlx::Error::Database(database) => kind_of_code(&database.code().unwrap_or_default()),
        _ => FaultKind::Other,
    }
}

/// The kind of a code: the low byte of SQLite’s numbers, or the five characters of PostgreSQL.
fn kind_of_code(code: &str) -> FaultKind {
    if code.len() == 5 {
        return match code {
            "53100" => FaultKind::Full,
            "58030" => FaultKind::Disk,
            "25006" => FaultKind::ReadOnly,
            "53300" | "55P03" | "40P01" | "57014" => FaultKind::Busy,
            "57P01" | "57P02" | "57P03" | "3D000" | "28000" | "28P01" => FaultKind::Unreachable,
            _ => FaultKind::Other,
        };
    }
    match code.parse::<u32>().map(|code| code & 0xff) {
        Ok(13) => FaultKind::Full,
        Ok(10) => FaultKind::Disk,
        Ok(8) => FaultKind::ReadOnly,
        Ok(14) => FaultKind::Unreachable,
        Ok(5 | 6 | 9) => FaultKind::Busy,
        Ok(11 | 26) => FaultKind::Broken,
        _ => FaultKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_connection_nobody_says_what_was_recorded() {
        for error in [sqlx::Error::PoolTimedOut, sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into())]
        {
            let said = Error::from(error).to_string();
            assert!(said.starts_with("the database cannot be reached"), "{said}");
            assert!(!said.contains("othing was recorded"), "{said}");
        }
    }
}
