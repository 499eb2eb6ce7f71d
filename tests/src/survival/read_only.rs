//! A record whose file or directory nobody may write.

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use store::Db;

use super::process::{self, Process};
use crate::harness::{Record, on_sqlite};
use crate::record::story::{Story, manager, note};

/// The superuser may write whatever permissions say; under this, no longer.
const AS_ANYBODY: [&str; 3] = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_nobody_may_write_says_so_and_stays_as_it_was() {
    refused_where(0o444, 0o755).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_directory_nobody_may_write_says_so_and_its_record_stays_as_it_was() {
    refused_where(0o644, 0o555).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_and_directory_nobody_may_write_say_so_and_stay_as_they_were() {
    refused_where(0o444, 0o555).await;
}

/// Begins a record, closes it to everybody, has a process try, and opens it up again.
async fn refused_where(file_mode: u32, directory_mode: u32) {
    on_sqlite(move |record| async move {
        let file = record.file().unwrap().with_file_name("closed").join("cspr.db");
        let directory = file.parent().unwrap();
        let address = format!("sqlite:{}", file.display());
        let db = Db::migrate(&address).await.unwrap();
        let story = Story::of_one_case(Record { db, address: address.clone() }).await;
        let before = story.version(1).await;
        // Only when it is closed is the log beside the file gone, into which others could still write.
        story.record.db.close().await;

        permit(&file, file_mode);
        permit(directory, directory_mode);
        Process::start_under(as_anybody(), "read_only::is_refused", &address).end().await;
        permit(directory, 0o755);
        permit(&file, 0o644);

        let story = Story::open(&address).await;
        assert_eq!((story.version(1).await, story.verified().await.first), (before, None));
        story.and(&manager(), 1, note("Said once it may be written again")).await;
        story.record.db.close().await;
    })
    .await;
}

fn permit(path: &Path, mode: u32) {
    set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn as_anybody() -> &'static [&'static str] {
    let superuser = std::fs::metadata("/proc/self").unwrap().uid() == 0;
    if superuser { &AS_ANYBODY } else { &[] }
}

#[ignore = "no test of its own: a process for another to start"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn is_refused() {
    let refused = match Db::open(&process::place()).await {
        // SQLite reads beside a log, which it cannot start where it may not write.
        Err(refused) => refused,
        Ok(db) => {
            db.close().await;
            let story = Story::open(&process::place()).await;
            let seen = story.version(1).await;
            story.record(&manager(), 1, seen, note("Nobody may write this")).await.unwrap_err()
        }
    };
    process::say(&refused);
    let advice =
        "the database is read-only. Nothing was recorded; check who may write the file and its directory";
    assert!(refused.to_string().starts_with(advice), "{refused}");
}
