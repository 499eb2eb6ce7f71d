//! The files of a record on SQLite: who may read them, and which of them are left when nobody uses it.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::harness::on_sqlite;
use crate::record::story::{Story, manager, note};

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_record_is_for_its_owner_alone() {
    on_sqlite(|record| async move {
        let file = record.file().unwrap();
        let _story = Story::of_one_case(record).await;
        assert_eq!(mode(file.parent().unwrap()), 0o700);
        for name in ["cspr.db", "cspr.db-wal", "cspr.db-shm"] {
            assert_eq!(mode(&file.with_file_name(name)), 0o600, "{name}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_record_is_whole_in_its_one_file() {
    on_sqlite(|record| async move {
        let file = record.file().unwrap();
        let story = Story::of_one_case(record).await;
        let last = story.and(&manager(), 1, note("Said last")).await.version;
        story.record.db.close().await;

        let left: Vec<_> =
            std::fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(left, std::slice::from_ref(&file));
        let copy = file.with_file_name("copy.db");
        std::fs::copy(&file, &copy).unwrap();
        let story = Story::open(&format!("sqlite:{}", copy.display())).await;
        assert_eq!((story.version(1).await, story.verified().await.first), (last, None));
        story.record.db.close().await;
    })
    .await;
}
