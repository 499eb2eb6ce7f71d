//! A full disk, a record nobody may write, callers who go away: a clear error, and nothing left half done.

use std::fs::File;
use std::time::Duration;

use sqlx::Executor;
use store::{Db, Error, FaultKind, Tx};

use super::story::{Story, manager, note, referral};
use crate::harness::{on_postgres, on_sqlite};

fn kind(error: &Error) -> Option<FaultKind> {
    match error {
        Error::Database(fault) => Some(fault.kind),
        _ => None,
    }
}

/// Sets something on the one connection that writes.
async fn on_the_writer(db: &Db, pragma: &'static str) {
    let set = db.write(move |tx| {
        Box::pin(async move {
            if let Tx::Sqlite(connection) = tx {
                connection.execute(pragma).await?;
            }
            Ok(())
        })
    });
    set.await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_full_disk_nothing_is_half_written_and_what_was_there_stays() {
    on_sqlite(|record| async move {
        let story = Story::of_one_case(record).await;
        // SQLite answers this as it answers a full disk, page for page.
        on_the_writer(&story.record.db, "pragma max_page_count = 60").await;
        let mut version = story.version(1).await;
        let refused = loop {
            match story.record(&manager(), 1, version, note(&"much to say ".repeat(500))).await {
                Ok(receipt) => version = receipt.version,
                Err(error) => break error,
            }
        };
        assert_eq!(kind(&refused), Some(FaultKind::Full), "{refused}");
        assert!(refused.to_string().starts_with("the disk is full. Nothing was recorded"), "{refused}");

        on_the_writer(&story.record.db, "pragma max_page_count = 1000000").await;
        assert_eq!(story.version(1).await, version, "what was acknowledged is there, and no more");
        assert_eq!(story.verified().await.first, None);
        story.record(&manager(), 2, 0, referral("Infant at home")).await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_takes_no_changes_says_so_and_can_be_read() {
    on_postgres(|record| async move {
        let mut story = Story::of_one_case(record).await;
        let (_, name) = story.record.address.rsplit_once('/').unwrap();
        let statement = format!("alter database {name} set default_transaction_read_only = on");
        story.record.by_hand(statement.leak()).await.unwrap();
        story.record.db = Db::open(&story.record.address).await.unwrap();

        let refused = story.record(&manager(), 1, story.version(1).await, note("?")).await.unwrap_err();
        assert_eq!(kind(&refused), Some(FaultKind::ReadOnly), "{refused}");
        assert!(
            refused.to_string().starts_with("the database is read-only. Nothing was recorded"),
            "{refused}"
        );
        assert_eq!(story.verified().await.first, None);
        story.record.db.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_server_is_given_no_cause_to_warn() {
    let path = std::env::temp_dir().join(format!("cspr_warnings_{}", std::process::id()));
    let log = tracing_subscriber::fmt().with_max_level(tracing::Level::WARN);
    let log = log.with_writer(File::create(&path).unwrap()).finish();
    let _heard = tracing::subscriber::set_default(log);
    on_postgres(|record| async move {
        let story = Story::of_one_case(record).await;
        story.and(&manager(), 1, note("Called the ward")).await;
    })
    .await;
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "");
    std::fs::remove_file(path).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_goes_away_leaves_no_transaction_open() {
    on_postgres(|record| async move {
        for number in 0..200 {
            let read = tokio::time::timeout(Duration::from_micros(number * 5), record.db.snapshot()).await;
            drop(read);
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
        let open = "select count(*) from pg_stat_activity
             where datname = current_database() and state like 'idle in transaction%'";
        assert_eq!(record.number(open).await, 0);
        record.db.snapshot().await.unwrap();
    })
    .await;
}
