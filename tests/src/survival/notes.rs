//! A thousand notes on a few cases, each with a request key of its own.

use std::collections::BTreeMap;

use case::Word;
use store::{Db, Error, Receipt, Request};
use uuid::Uuid;

use crate::harness::Record;
use crate::record::story::{Story, case, manager, note, operator, referral, request};

/// How many cases the notes are on: few, so that writers meet.
const CASES: u128 = 5;

/// The case that a note is on.
fn on_case(number: u32) -> u128 {
    u128::from(number) % CASES + 1
}

/// What a note says.
fn text(number: u32) -> String {
    format!("note {number}")
}

/// Starts the cases.
pub(super) async fn begin(address: &str) {
    let record = Record { db: Db::open(address).await.unwrap(), address: address.to_owned() };
    let story = Story::begin(record).await;
    for number in 1..=CASES {
        story.record(&manager(), number, 0, referral("Infant at home")).await.unwrap();
    }
    story.record.db.close().await;
}

/// Records a note; whoever was first on the case is let go first.
pub(super) async fn record(story: &Story, number: u32) -> Receipt {
    let mut seen = story.version(on_case(number)).await;
    loop {
        let request = Request {
            then: Vec::new(),
            key: Some(Uuid::from_u128(0x0ac0_0000 + u128::from(number))),
            ..request(&manager(), on_case(number), seen, note(&text(number)))
        };
        match story.record.db.execute(&story.basis, request).await {
            Ok(receipt) => return receipt,
            Err(Error::Conflict(conflict)) => seen = conflict.version,
            Err(error) => panic!("note {number}: {error}"),
        }
    }
}

/// The entry of every note that is in the record, by number; no note is there twice.
pub(super) async fn recorded(story: &Story) -> BTreeMap<u32, u32> {
    let mut found = BTreeMap::new();
    let mut tx = story.record.db.snapshot().await.unwrap();
    for on in 1..=CASES {
        let case = store::cases::case(&mut tx, &operator(), case(on)).await.unwrap();
        for entry in case.history() {
            let Some(text) = entry.event.words.get(Word::Text) else { continue };
            let number = text.strip_prefix("note ").unwrap().parse().unwrap();
            assert_eq!(on_case(number), on, "note {number} is on another case");
            assert_eq!(found.insert(number, entry.seq), None, "note {number} is there twice");
        }
    }
    found
}
