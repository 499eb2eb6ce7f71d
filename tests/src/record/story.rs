//! A partnership, its people, and commands to tell stories with.

use std::sync::Arc;

use case::{Actor, CaseId, Command, Membership, OrganisationId, PartnershipId, PersonId, Role};
use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use serde_json::{Value, json};
use store::people::{self, Organisation, Partnership, Person};
use store::{Basis, Error, Receipt, Request};
use uuid::Uuid;

use crate::harness::Record;

/// The partnership of these stories.
pub(crate) const NORTHMERE: PartnershipId = PartnershipId(Uuid::from_u128(0x300));
/// Another one.
pub(crate) const SOUTHMERE: PartnershipId = PartnershipId(Uuid::from_u128(0x301));
/// The organisation of everybody.
pub(crate) const COUNCIL: OrganisationId = OrganisationId(Uuid::from_u128(0x100));

/// A record in which two partnerships are known.
#[derive(Clone)]
pub(crate) struct Story {
    pub(crate) record: Record,
    pub(crate) basis: Arc<Basis>,
}

/// The person with this number.
pub(crate) fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x200 + number))
}

/// A person who holds a role in Northmere.
pub(crate) fn who_is(number: u128, role: Role) -> Actor {
    member(number, role, NORTHMERE)
}

/// A person who holds a role in a partnership.
pub(crate) fn member(number: u128, role: Role, partnership: PartnershipId) -> Actor {
    let membership = Membership { organisation: COUNCIL, partnership, role };
    Actor { person: person(number), memberships: vec![membership], operator: false }
}

/// The operator, who has no name.
pub(crate) fn operator() -> Actor {
    Actor { person: PersonId(Uuid::nil()), memberships: Vec::new(), operator: true }
}

/// The manager of Northmere's business unit.
pub(crate) fn manager() -> Actor {
    who_is(1, Role::BusinessUnitManager)
}

/// The case with this number.
pub(crate) fn case(number: u128) -> CaseId {
    CaseId(Uuid::from_u128(0x9000 + number))
}

/// Today, in every story.
pub(crate) fn today() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

/// Nine in the morning of that day.
pub(crate) fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 2, 9, 0, 0).unwrap()
}

/// A referral with a title, to a partnership.
pub(crate) fn referral_to(partnership: PartnershipId, title: &str) -> Command {
    command(json!({
        "on": "2026-10-26",
        "do": {"refer": {
            "partnership": partnership, "kind": "serious_incident", "incident": "2026-10-24", "aware": "2026-10-26",
        }},
        "words": {"title": title},
    }))
}

/// A referral with a title, to Northmere.
pub(crate) fn referral(title: &str) -> Command {
    referral_to(NORTHMERE, title)
}

/// A note that everyone on the case may read.
pub(crate) fn note(text: &str) -> Command {
    command(json!({"on": "2026-10-27", "do": {"add_note": {"restricted": false}}, "words": {"text": text}}))
}

/// A place on the named list.
pub(crate) fn access(person: PersonId, role: &str) -> Command {
    command(json!({"on": "2026-10-27", "do": {"grant_access": {"person": person, "as_role": role}}}))
}

/// A command as it is written in a file.
pub(crate) fn command(json: Value) -> Command {
    serde_json::from_value(json).unwrap()
}

impl Story {
    /// A record that knows two partnerships and two of their people, and holds no case.
    pub(crate) async fn begin(record: Record) -> Self {
        let work = record.db.write(|tx| {
            Box::pin(async move {
                people::save_organisation(
                    tx,
                    &Organisation { id: COUNCIL, kind: "council".into(), name: "Example council".into() },
                )
                .await?;
                for (id, slug) in [(NORTHMERE, "northmere"), (SOUTHMERE, "southmere")] {
                    let name = format!("Example {slug} partnership");
                    people::save_partnership(
                        tx,
                        &Partnership { id, slug: slug.into(), name, settings: "{}".into() },
                    )
                    .await?;
                }
                for (number, name) in [(1, "Example Manager"), (2, "Example Officer")] {
                    let (id, name) = (person(number), Some(name.to_owned()));
                    people::save_person(
                        tx,
                        &Person {
                            id,
                            name,
                            job_title: None,
                            email: None,
                            date_of_birth: None,
                            erased_at: None,
                        },
                    )
                    .await?;
                }
                Ok(())
            })
        });
        work.await.unwrap();
        let basis = Arc::new(Basis::load(&mut record.db.snapshot().await.unwrap()).await.unwrap());
        Self { record, basis }
    }

    /// The story of a record that was begun before, as a process sees it that has just started.
    pub(crate) async fn open(address: &str) -> Self {
        let db = store::Db::open(address).await.unwrap();
        let basis = Basis::load(&mut db.snapshot().await.unwrap()).await.unwrap();
        Self { record: Record { db, address: address.to_owned() }, basis: Arc::new(basis) }
    }

    /// A story in which the manager took one referral, as case 1.
    pub(crate) async fn of_one_case(record: Record) -> Self {
        let story = Self::begin(record).await;
        story.record(&manager(), 1, 0, referral("Infant, serious harm at home")).await.unwrap();
        story
    }

    /// Records a command of `actor`, who saw the case at version `expected`.
    pub(crate) async fn record(
        &self,
        actor: &Actor,
        number: u128,
        expected: u32,
        command: Command,
    ) -> Result<Receipt, Error> {
        self.record.db.execute(&self.basis, request(actor, number, expected, command)).await
    }

    /// Records a command of `actor` on top of all there is.
    pub(crate) async fn and(&self, actor: &Actor, number: u128, command: Command) -> Receipt {
        self.record(actor, number, self.version(number).await, command).await.unwrap()
    }

    /// The number of the last entry of a case.
    pub(crate) async fn version(&self, number: u128) -> u32 {
        let mut tx = self.record.db.glance().await.unwrap();
        store::cases::case(&mut tx, &operator(), case(number)).await.unwrap().version()
    }

    /// What a verification without known heads finds.
    pub(crate) async fn verified(&self) -> store::Report {
        self.record.db.verify(&self.basis, store::Heads::new(), |_| {}).await.unwrap()
    }
}

/// A request at a time of its own, so that later entries are later.
pub(crate) fn request(actor: &Actor, number: u128, expected: u32, command: Command) -> Request {
    Request {
        actor: actor.clone(),
        case: case(number),
        expected,
        command,
        then: Vec::new(),
        key: None,
        now: now() + Duration::minutes(i64::from(expected)),
        today: today(),
        seed: Uuid::from_u128(0x5eed_0000 + number * 1000 + u128::from(expected)),
        along: None,
    }
}
