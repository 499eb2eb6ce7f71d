//! What is administered: every act with its note, or neither.

mod acts;
mod imported;
mod log;
mod roles;

use calendar::{BankHoliday, Standing};
use case::{Membership, PartnershipId, PersonId, Role};
use futures_util::future::BoxFuture;
use store::administration::{Author, accounts, log as change_log, organisations};
use store::people::{self, Person};
use store::{Error, Tx, holidays};
use uuid::Uuid;

use super::story::{COUNCIL, NORTHMERE, SOUTHMERE, Story, now, person};
use crate::harness::Record;

/// Something that is done in one transaction.
type Act = for<'t> fn(&'t mut Tx, Author) -> BoxFuture<'t, Result<(), Error>>;

/// The manager of Northmere, who does what is done here.
const MANAGER: u128 = 1;

/// A record in which Northmere has its manager, the council, and somebody who speaks for the council.
async fn begin(record: Record) -> Record {
    let story = Story::begin(record).await;
    let found: Act = |tx, author| {
        Box::pin(async move {
            accounts::put(tx, author, &named(MANAGER), &[held(Role::BusinessUnitManager, NORTHMERE)]).await?;
            accounts::put(tx, author, &named(2), &[held(Role::Council, NORTHMERE)]).await?;
            organisations::add(tx, author, &council(), NORTHMERE).await
        })
    };
    work(&story.record, author(0, person(999)), found).await.unwrap();
    story.record
}

fn council() -> people::Organisation {
    people::Organisation { id: COUNCIL, kind: "council".into(), name: "Example council".into() }
}

fn named(number: u128) -> Person {
    Person {
        id: person(number),
        name: Some(format!("Example {number}")),
        job_title: Some("Manager".into()),
        email: Some(format!("{number}@northmere.example")),
        date_of_birth: None,
        erased_at: None,
    }
}

fn mourning() -> BankHoliday {
    let (title, notes) = ("Example day of mourning".into(), String::new());
    BankHoliday {
        title,
        date: "2026-11-09".parse().unwrap(),
        notes,
        bunting: false,
        standing: Standing::Proclaimed,
    }
}

fn held(role: Role, partnership: PartnershipId) -> Membership {
    Membership { organisation: COUNCIL, partnership, role }
}

/// Somebody who does something for this time.
fn author(number: i64, person: PersonId) -> Author {
    let at = now() + chrono::Duration::minutes(number);
    Author { person, at, id: Uuid::from_u128(0x700 + u128::from(number.unsigned_abs())) }
}

async fn work(record: &Record, author: Author, act: Act) -> Result<(), Error> {
    record.db.write(move |tx| act(tx, author)).await
}

/// What was noted under this time, as a code with what tells it from others.
async fn noted(record: &Record, by: Author) -> Vec<String> {
    let mut tx = record.db.snapshot().await.unwrap();
    let all = change_log::list(&mut tx, &[NORTHMERE, SOUTHMERE], None, usize::MAX).await.unwrap();
    let notes = all.into_iter().filter(|change| change.at == by.at);
    let mut notes: Vec<_> = notes
        .map(|change| {
            assert_eq!(change.by, by.person);
            let facts = change.facts;
            let date = facts.date.map(|date| date.to_string());
            [Some(change.code), facts.role, date]
                .into_iter()
                .flatten()
                .chain(facts.changed)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    notes.sort_unstable();
    notes
}

/// Everything that is administered.
async fn state(record: &Record) -> String {
    let mut tx = record.db.snapshot().await.unwrap();
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        people::people(&mut tx).await.unwrap(),
        people::memberships(&mut tx).await.unwrap(),
        people::organisations(&mut tx).await.unwrap(),
        people::partnerships(&mut tx).await.unwrap(),
        people::partnership_members(&mut tx).await.unwrap(),
        holidays::bank_holidays(&mut tx).await.unwrap(),
    )
}
