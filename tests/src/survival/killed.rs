//! `kill -9` in the middle of a thousand commands from eight writers, ten times.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::Mutex;

use super::chance::Chance;
use super::notes;
use super::process::{self, Process};
use crate::record::story::Story;

const NOTES: u32 = 1_000;
const WRITERS: usize = 8;
const KILLS: usize = 10;

/// How many notes the writers have before them at any time, so that a kill always finds them at work.
const AHEAD: usize = 16;

/// The entry of each note whose recording was acknowledged.
type Acknowledged = BTreeMap<u32, u32>;

for_both! {
    async fn whatever_was_acknowledged_is_there_after_each_of_ten_kills(record: Record) {
        // Only the processes that are killed have the record open, as in an outage.
        record.db.close().await;
        notes::begin(&record.address).await;
        let mut chance = Chance::new();
        let mut acknowledged = Acknowledged::new();
        for kill in 1..=KILLS {
            let before = acknowledged.len();
            work_until_killed(&record.address, &mut acknowledged, &mut chance).await;
            let there = everything_is_there(&record.address, &acknowledged).await;
            let new = acknowledged.len() - before;
            println!("kill {kill}: {new} acknowledged, {} in all, {there} in the record", acknowledged.len());
        }
        work_to_the_end(&record.address, &mut acknowledged).await;
        let there = everything_is_there(&record.address, &acknowledged).await;
        println!("at the end: {} acknowledged, {there} in the record", acknowledged.len());
        assert_eq!((acknowledged.len(), there), (NOTES as usize, NOTES as usize));
    }
}

async fn work_until_killed(address: &str, acknowledged: &mut Acknowledged, chance: &mut Chance) {
    let mut writers = Process::start(WORK, address);
    let mut left = left(acknowledged);
    for number in left.by_ref().take(AHEAD) {
        writers.tell(number).await;
    }
    for (_, number) in (0..chance.between(30, 80)).zip(left) {
        let said = writers.hear().await.expect("the writers are at work");
        note_down(&said, acknowledged);
        writers.tell(number).await;
    }
    tokio::time::sleep(Duration::from_micros(chance.between(0, 5_000) as u64)).await;
    // What was said before the kill was acknowledged, heard in time or not.
    for said in writers.kill().await {
        note_down(&said, acknowledged);
    }
}

async fn work_to_the_end(address: &str, acknowledged: &mut Acknowledged) {
    let mut writers = Process::start(WORK, address);
    for number in left(acknowledged) {
        writers.tell(number).await;
    }
    while acknowledged.len() < NOTES as usize {
        let said = writers.hear().await.expect("the writers are at work");
        note_down(&said, acknowledged);
    }
    writers.end().await;
}

/// What is not acknowledged is asked for again under the same key, as nobody knows whether it was recorded.
fn left(acknowledged: &Acknowledged) -> impl Iterator<Item = u32> + use<> {
    (0..NOTES).filter(|number| !acknowledged.contains_key(number)).collect::<Vec<_>>().into_iter()
}

fn note_down(said: &str, acknowledged: &mut Acknowledged) {
    let (number, entry) = said.split_once(" is entry ").unwrap();
    assert_eq!(acknowledged.insert(number.parse().unwrap(), entry.parse().unwrap()), None);
}

/// Opens the record anew and looks for everything acknowledged; how many notes there are in all.
async fn everything_is_there(address: &str, acknowledged: &Acknowledged) -> usize {
    let story = Story::open(address).await;
    let report = story.verified().await;
    assert_eq!((report.faulty, report.first), (0, None));
    let there = notes::recorded(&story).await;
    for (number, entry) in acknowledged {
        assert_eq!(there.get(number), Some(entry), "note {number} was acknowledged");
    }
    for (number, entry) in acknowledged.iter().step_by(25) {
        let again = notes::record(&story, *number).await;
        assert_eq!((again.repeated, again.version), (true, *entry), "the key of note {number}");
    }
    story.record.db.close().await;
    there.len()
}

/// The process that is killed.
const WORK: &str = "killed::eight_writers";

#[ignore = "no test of its own: a process for another to kill"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eight_writers() {
    let story = Story::open(&process::place()).await;
    let told = Arc::new(Mutex::new(process::told()));
    let writers = (0..WRITERS).map(|_| {
        let (story, told) = (story.clone(), Arc::clone(&told));
        tokio::spawn(async move {
            loop {
                let next = told.lock().await.recv().await;
                let Some(number) = next else { break };
                let receipt = notes::record(&story, number.parse().unwrap()).await;
                process::say(format_args!("{number} is entry {}", receipt.version));
            }
        })
    });
    for writer in join_all(writers).await {
        writer.unwrap();
    }
    story.record.db.close().await;
}
