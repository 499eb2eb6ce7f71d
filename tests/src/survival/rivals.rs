//! Two processes that record on the same case, each having seen the same.

use case::{Actor, Role};
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};
use store::{Error, Request};

use super::process::{self, Process};
use crate::record::story::{Story, access, manager, note, now, person, request, who_is};

const ROUNDS: u32 = 25;

/// The two of them, as the record names them.
const NAMES: [&str; 2] = ["Example Manager", "Example Officer"];

for_both! {
    async fn one_process_is_first_and_the_other_is_told_who_and_when(record: Record) {
        let story = Story::of_one_case(record).await;
        let mut seen = story.and(&manager(), 1, access(person(2), "business_unit")).await.version;
        let before = seen;
        let mut rivals = [Process::start(RIVAL, &story.record.address), Process::start(RIVAL, &story.record.address)];
        let mut firsts = [0, 0];
        for _ in 0..ROUNDS {
            let answers = both(&mut rivals, seen).await;
            let first = answers.iter().position(|answer| answer["recorded"].is_number()).expect("one is first");
            firsts[first] += 1;
            let told = &answers[1 - first];
            assert_eq!(told["who"], NAMES[first], "{told}");
            assert_eq!(told["when"], json!(at(first, seen)), "{told}");
            // Whoever was told reads the case again, as the message says, and loses nothing.
            let version = told["version"].as_u64().unwrap();
            rivals[1 - first].tell(format!("{} {version}", 1 - first)).await;
            let again = heard(&mut rivals[1 - first]).await;
            seen = u32::try_from(again["recorded"].as_u64().unwrap()).unwrap();
        }
        for rival in rivals {
            rival.end().await;
        }
        println!("first: {} {}, {} {}", NAMES[0], firsts[0], NAMES[1], firsts[1]);
        let report = story.verified().await;
        assert_eq!((report.faulty, seen - before), (0, 2 * ROUNDS));
        assert_eq!(story.version(1).await, seen);
    }
}

/// Lets both record on what they saw, and gives what each is answered.
async fn both(rivals: &mut [Process; 2], seen: u32) -> [Value; 2] {
    for (number, rival) in rivals.iter_mut().enumerate() {
        rival.tell(format!("{number} {seen}")).await;
    }
    let [one, other] = rivals;
    [heard(one).await, heard(other).await]
}

async fn heard(rival: &mut Process) -> Value {
    serde_json::from_str(&rival.hear().await.expect("the process is at work")).unwrap()
}

/// When a rival records on what it saw: each at a second of its own, so that the two can be told apart.
fn at(rival: usize, seen: u32) -> DateTime<Utc> {
    now() + Duration::minutes(i64::from(seen)) + Duration::seconds(i64::try_from(rival).unwrap())
}

fn actor(rival: usize) -> Actor {
    if rival == 0 { manager() } else { who_is(2, Role::BusinessUnit) }
}

/// One of the two.
const RIVAL: &str = "rivals::a_rival";

#[ignore = "no test of its own: a process for another to start"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rival() {
    let story = Story::open(&process::place()).await;
    let mut told = process::told();
    while let Some(line) = told.recv().await {
        let (rival, seen) = line.split_once(' ').unwrap();
        let (rival, seen) = (rival.parse().unwrap(), seen.parse().unwrap());
        let asked = request(&actor(rival), 1, seen, note("seen by one"));
        let end = story.record.db.execute(&story.basis, Request { now: at(rival, seen), ..asked }).await;
        process::say(match end {
            Ok(receipt) => json!({"recorded": receipt.version}),
            Err(Error::Conflict(first)) => {
                json!({"who": first.who, "when": first.when, "version": first.version})
            }
            Err(error) => json!({"failed": error.to_string()}),
        });
    }
    story.record.db.close().await;
}
