//! A disk that fills up while a case is recorded, and has room again later.
//!
//! Each of these processes records on a disk of its own that is really too small: the kernel refuses to write.

use std::path::Path;
use std::process::Command;

use store::{Db, Error, Heads};

use super::process::{self, Process};
use crate::harness::{Record, on_sqlite};
use crate::record::story::{Story, manager, note, referral};

/// Gives whatever it starts a disk of four mebibytes, which nobody else sees, at the path in `$0`.
const SMALL_DISK: &str = "mount -t tmpfs -o size=4m tmpfs \"$0\" && exec \"$@\"";

/// Lets whatever it starts write no file of more than one mebibyte, and tells it so by an error alone.
const SHORT_FILES: &str = "trap '' XFSZ; ulimit -S -f $((1024 * 1024 / 512)); exec \"$@\"";

#[tokio::test]
async fn on_a_full_disk_nothing_is_half_written_and_with_room_again_all_goes_on() {
    if !may_mount() {
        // Containers often forbid it. Where files may not grow, the next test says the same of the record.
        println!("nobody may mount a disk here, so none was filled");
        return;
    }
    on_sqlite(|record| async move {
        let place = directory(&record);
        let mount = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, &place];
        Process::start_under(&mount, "full_disk::fills_a_small_disk", &place).end().await;
    })
    .await;
}

#[tokio::test]
async fn where_files_may_not_grow_nothing_is_half_written_and_when_they_may_all_goes_on() {
    on_sqlite(|record| async move {
        let place = directory(&record);
        let limit = ["sh", "-c", SHORT_FILES, "sh"];
        Process::start_under(&limit, "full_disk::grows_to_a_limit", &place).end().await;
    })
    .await;
}

fn directory(record: &Record) -> String {
    record.file().unwrap().parent().unwrap().display().to_string()
}

fn may_mount() -> bool {
    let tried = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"])
        .output();
    tried.is_ok_and(|tried| tried.status.success())
}

#[ignore = "no test of its own: a process for another to start"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fills_a_small_disk() {
    let place = process::place();
    let in_the_way = Path::new(&place).join("in-the-way");
    std::fs::write(&in_the_way, vec![0; 3 << 20]).unwrap();
    let (story, version) = until_refused(&place, "the disk is full. Nothing was recorded; make room").await;
    std::fs::remove_file(in_the_way).unwrap();
    goes_on(story, version).await;
}

#[ignore = "no test of its own: a process for another to start"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn grows_to_a_limit() {
    let (story, version) =
        until_refused(&process::place(), "the disk refused. Check its health, room and quotas").await;
    let this = std::process::id().to_string();
    let lifted = Command::new("prlimit").args(["--pid", &this, "--fsize=unlimited"]).status().unwrap();
    assert!(lifted.success());
    goes_on(story, version).await;
}

/// Records long notes in a new record until one is refused, and finds the record whole.
async fn until_refused(place: &str, why: &str) -> (Story, u32) {
    let address = format!("sqlite:{place}/small/cspr.db");
    let db = Db::migrate(&address).await.unwrap();
    let story = Story::of_one_case(Record { db, address }).await;
    let mut version = story.version(1).await;
    let refused = loop {
        match story.record(&manager(), 1, version, note(&"much to say ".repeat(800))).await {
            Ok(receipt) => version = receipt.version,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, Error::Database(_)), "{refused:?}");
    assert!(refused.to_string().starts_with(why), "{refused}");
    process::say(format_args!("after {version} entries: {refused}"));
    whole(&story, version).await;
    (story, version)
}

/// With room again, by the same process and by one that opens the record anew.
async fn goes_on(story: Story, version: u32) {
    story.record(&manager(), 1, version, note("Said with room again")).await.unwrap();
    story.record(&manager(), 2, 0, referral("Infant at home")).await.unwrap();
    whole(&story, version + 1).await;
    story.record.db.close().await;
    whole(&Story::open(&story.record.address).await, version + 1).await;
}

async fn whole(story: &Story, version: u32) {
    assert_eq!(story.version(1).await, version, "what was acknowledged is there, and no more");
    let report = story.record.db.verify(&story.basis, Heads::new(), |_| {}).await.unwrap();
    assert_eq!((report.faulty, report.first), (0, None));
}
