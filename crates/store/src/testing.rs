//! What tests of the store share: a record in a file, and how SQLite plans a statement there.

use std::path::PathBuf;

use sqlx::AssertSqlSafe;

use crate::{Db, Tx};

/// A record in which nothing is recorded.
pub(crate) struct Empty {
    pub(crate) db: Db,
    directory: PathBuf,
}

impl Empty {
    /// A record in a directory that no other test uses.
    pub(crate) async fn new(name: &str) -> Self {
        let directory = std::env::temp_dir().join(format!("cspr_{name}_{}", std::process::id()));
        let db = Db::migrate(&format!("sqlite:{}", directory.join("cspr.db").display())).await.unwrap();
        Self { db, directory }
    }

    pub(crate) async fn end(self) {
        self.db.close().await;
        std::fs::remove_dir_all(self.directory).unwrap();
    }
}

/// Why a statement takes longer the more is recorded, in the words of the SQLite that comes with the program;
/// `None` when it does not. The record has no statistics, as a new one has none.
///
/// # Panics
///
/// When the statement cannot be planned.
pub(crate) async fn fault(name: &str, asked: impl FnOnce(&Tx) -> String) -> Option<String> {
    let empty = Empty::new(name).await;
    let mut tx = empty.db.glance().await.unwrap();
    let statement = format!("explain query plan {}", asked(&tx));
    let Tx::Sqlite(sqlite) = &mut tx else { unreachable!("the record is in a file") };
    let loops: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(AssertSqlSafe(statement)).fetch_all(&mut **sqlite).await.unwrap();
    drop(tx);
    empty.end().await;
    let is_first = |at: usize| loops[..at].iter().all(|before| before.1 != loops[at].1);
    // What the same statement put aside is as small as what it was made from.
    let is_aside = |name: &str| {
        let aside = ["MATERIALIZE ", "CO-ROUTINE "].map(|how| format!("{how}{name}"));
        loops.iter().any(|one| aside.contains(&one.3))
    };
    let is_faulty = |at: usize| {
        let detail = &loops[at].3;
        let asks_index = detail.contains("VIRTUAL TABLE");
        let scanned = detail.strip_prefix("SCAN ").filter(|_| !asks_index);
        (asks_index && !is_first(at))
            || scanned.is_some_and(|name| !is_aside(name))
            || detail.contains("CORRELATED")
            || detail.contains("(partnership_id=?)")
    };
    let faulty = (0..loops.len()).find(|at| is_faulty(*at));
    faulty.map(|at| loops[at].3.clone())
}
