//! A record in one SQLite file.

use std::fs::{DirBuilder, File};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::interruptible::Interruptible;
use crate::readers::Readers;
use crate::tx::SqliteTx;
use crate::writer::Writer;
use crate::{Error, Tx, migrate};

/// How long to wait for another process that is writing.
const BUSY: Duration = Duration::from_secs(10);

/// How many searches read at the same time. Other searches wait for them, and nothing else does.
pub(crate) const SEARCHES: u32 = 2;

/// The readers and the one writer of a file. Each connection is opened when it is first needed.
#[derive(Clone)]
pub(crate) struct Sqlite {
    readers: Readers,
    searchers: Readers,
    pub(crate) writer: Writer,
}

impl Sqlite {
    /// Looks at the file at `path` and says what to do when there is none or it is of another version.
    pub(crate) async fn open(path: &Path) -> Result<Self, Error> {
        if !path.exists() {
            return Err(Error::no_file(path));
        }
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let sqlite = Self {
            readers: Readers::new(reading(path), u32::try_from(cores * 3).unwrap_or(6), BUSY),
            searchers: Readers::new(reading(path), SEARCHES, BUSY),
            writer: Writer::start(writing(path)),
        };
        migrate::check(&mut sqlite.glance().await?).await?;
        Ok(sqlite)
    }

    /// Makes the file and its directory where they are missing, and updates the tables. Says whether they were
    /// those of an older program.
    pub(crate) async fn migrate(path: &Path) -> Result<bool, Error> {
        make(path).map_err(sqlx::Error::Io)?;
        let mut tx = Tx::Sqlite(SqliteTx::Writer(Box::new(writing(path).connect().await?)));
        let was_behind = migrate::is_behind(&mut tx).await;
        drop(tx);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(writing(path)).await?;
        let migrated = migrate::SQLITE.run(&pool).await.map_err(migrate::fault);
        pool.close().await;
        migrated.and(was_behind)
    }

    pub(crate) async fn glance(&self) -> Result<Tx, Error> {
        Ok(Tx::Sqlite(SqliteTx::Glance(self.readers.lend().await?)))
    }

    pub(crate) async fn snapshot(&self) -> Result<Tx, Error> {
        Ok(Tx::Sqlite(SqliteTx::Snapshot(self.readers.lend().await?.begin().await?)))
    }

    pub(crate) async fn search(&self) -> Result<Tx, Error> {
        let reader = Interruptible::begin(self.searchers.lend().await?).await?;
        Ok(Tx::Sqlite(SqliteTx::Search(reader)))
    }

    pub(crate) async fn close(&self) {
        // Readers first: the last connection to close writes the log into the file and deletes it, which only one
        // that may write can do.
        self.searchers.close().await;
        self.readers.close().await;
        self.writer.close().await.ok();
    }
}

/// Makes the file and its directory, where they are missing, for their owner alone. SQLite gives the files it keeps
/// beside the database the same mode.
fn make(path: &Path) -> std::io::Result<()> {
    if let Some(directory) = path.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
    }
    match File::options().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// The path in `sqlite:var/cspr.db`, `sqlite://var/cspr.db` or `sqlite:///srv/cspr.db`.
pub(crate) fn path(address: &str) -> PathBuf {
    let path = address.strip_prefix("sqlite:").unwrap_or(address);
    PathBuf::from(path.strip_prefix("//").unwrap_or(path))
}

fn reading(path: &Path) -> SqliteConnectOptions {
    common(path).read_only(true)
}

fn writing(path: &Path) -> SqliteConnectOptions {
    common(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        // Erased text must not linger in the free space of the file.
        .pragma("secure_delete", "on")
        .pragma("temp_store", "memory")
}

/// What readers and the writer have in common. The file is not mapped into memory: SQLite gives up a mapping
/// whenever the record has changed, and then each page is first reached by a fault, which takes longer than copying
/// it.
fn common(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(BUSY)
        .foreign_keys(true)
        .disable_statement_logging()
}
