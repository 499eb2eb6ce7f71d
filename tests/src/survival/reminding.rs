//! `kill -9` in the middle of making and sending reminders, twenty times.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use mail::{Mailer, Reminders};
use mail_server::{MailServer, Manner, Point};
use store::Db;
use store::reminders::State;
use uuid::Uuid;

use super::chance::Chance;
use super::process::{self, Process};
use crate::reminders::town::{Town, at, letterhead};

const KILLS: usize = 20;

/// Who is given an action before each kill, which is news to each of them.
const OWNERS: [u128; 3] = [3, 5, 6];

/// The rounds of a day, 25 minutes apart: by then nobody waits any longer for a process that was killed.
fn time(round: usize) -> String {
    let minutes = 8 * 60 + 25 * round;
    format!("2026-03-16 {:02}:{:02}", minutes / 60, minutes % 60)
}

for_both! {
    async fn each_reminder_arrives_once_or_is_uncertain_after_twenty_kills(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        town.pass("2026-03-16 07:30").await;
        town.reminders.stop().await.unwrap();
        let server = MailServer::at(Point::Letter, Manner::Delays(Duration::from_millis(8))).await;
        let mut chance = Chance::new();
        let (mut midway, mut finished) = (0, 0);
        for round in 0..KILLS {
            for owner in OWNERS {
                town.give_action(owner, "2026-06-26", &time(round)).await;
            }
            let done = work_until_killed(&town, &server, &time(round), &mut chance).await;
            *(if done { &mut finished } else { &mut midway }) += 1;
        }
        work_to_the_end(&town, &server).await;
        let counts = everything_arrived_once(&town, &server).await;
        println!("{KILLS} kills, {midway} midway and {finished} after the round was done; {counts}");
        assert!(midway > 0, "the kills found nobody at work");
    }
}

/// Whether the process had done all by the time it was killed.
async fn work_until_killed(town: &Town, server: &MailServer, now: &str, chance: &mut Chance) -> bool {
    let mut process = Process::start(WORK, &place(town, server));
    process.tell(now).await;
    assert_eq!(process.hear().await.as_deref(), Some("begins"));
    tokio::time::sleep(Duration::from_micros(chance.between(0, 120_000) as u64)).await;
    process.kill().await.iter().any(|said| said == "done")
}

async fn work_to_the_end(town: &Town, server: &MailServer) {
    let mut process = Process::start(WORK, &place(town, server));
    for round in [KILLS, KILLS + 1] {
        process.tell(time(round)).await;
        while process.hear().await.expect("it is at work") != "done" {}
    }
    process.end().await;
}

fn place(town: &Town, server: &MailServer) -> String {
    format!("{}|{}", town.record.address, server.url())
}

/// Compares what the record says of each reminder with what the mail server took; the counts of both.
async fn everything_arrived_once(town: &Town, server: &MailServer) -> String {
    let all = town.all().await;
    let mut arrived = BTreeMap::<_, usize>::new();
    for letter in server.taken() {
        *arrived.entry(letter.message_id().to_owned()).or_default() += 1;
    }
    let (mut sent, mut uncertain, mut letters) = (0, BTreeSet::new(), BTreeSet::new());
    for reminder in &all {
        let letter = format!("{}@northmere.example", reminder.letter.expect("each travelled in a letter"));
        let times = arrived.get(&letter).copied().unwrap_or(0);
        match reminder.state {
            State::Sent => {
                assert_eq!(times, 1, "{reminder:?} is noted as sent");
                sent += 1;
            }
            State::Uncertain => {
                assert!(times <= 1, "{reminder:?} arrived {times} times");
                uncertain.insert(letter.clone());
            }
            _ => panic!("{reminder:?} was neither sent nor is it uncertain"),
        }
        letters.insert(letter);
    }
    let news = all.iter().filter(|reminder| reminder.entry.is_some()).count();
    assert_eq!(news, KILLS * OWNERS.len(), "each action was news to its owner, once");
    assert_eq!(all.len() - news, 4, "the overdue notification, to four people");
    assert!(uncertain.len() <= KILLS, "a kill leaves at most the letter in doubt that was leaving");
    assert!(arrived.keys().all(|letter| letters.contains(letter)), "nothing arrived in a letter besides");
    let there = uncertain.iter().filter(|letter| arrived.contains_key(*letter)).count();
    format!(
        "{} reminders: {sent} sent, {} uncertain; {} letters arrived, none twice; of {} uncertain letters {there} had arrived",
        all.len(),
        all.len() - sent,
        arrived.len(),
        uncertain.len()
    )
}

/// The process that is killed.
const WORK: &str = "reminding::passes_and_sends";

#[ignore = "no test of its own: a process for another to kill"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn passes_and_sends() {
    let place = process::place();
    let (record, server) = place.split_once('|').unwrap();
    let db = Db::open(record).await.unwrap();
    let mailer = Mailer::from_address(server, letterhead()).unwrap();
    let reminders = Reminders::new(db.clone(), mailer, Uuid::from_u128(std::process::id().into()));
    let mut told = process::told();
    while let Some(now) = told.recv().await {
        process::say("begins");
        reminders.pass(at(&now)).await.unwrap();
        reminders.send(at(&now)).await.unwrap();
        process::say("done");
    }
    reminders.stop().await.unwrap();
    db.close().await;
}
