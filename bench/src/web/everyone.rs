//! Somebody in every role, each signed in and with a place at some cases, over a copy of a record.

use std::fs;
use std::sync::Arc;

use case::{Actor, Command, Membership, OrganisationId, PartnershipId, PersonId, Role};
use chrono::{DateTime, Utc};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use store::people::{self, Person};
use store::session::{self, Session};
use store::{Basis, CaseRow, Db, Digest, Request, Tx, cases};
use uuid::Uuid;

use crate::import::remove;
use crate::place::{Place, Size, today};

/// How many cases each of them has a place at: as many whatever there is.
const CASES: usize = 20;

/// Who there is: their role, their organisation, and in what capacity they have a place at a case.
pub(super) const EVERYONE: [(Role, &str, Option<&str>); 9] = [
    (Role::BusinessUnitManager, "council", None),
    (Role::BusinessUnit, "council", Some("business_unit")),
    (Role::Council, "council", Some("partner")),
    (Role::Icb, "board", Some("partner")),
    (Role::Police, "police", Some("partner")),
    (Role::PanelLiaison, "council", Some("panel_liaison")),
    (Role::Contributor, "hospital", Some("contributor")),
    (Role::Reviewer, "council", Some("reviewer")),
    (Role::Administrator, "council", None),
];

/// The cookie of the browser of one of them.
pub(super) fn cookie(number: usize) -> String {
    format!("session={}", Digest(token(number)))
}

fn token(number: usize) -> [u8; 32] {
    Sha256::digest(format!("the session of {number}")).into()
}

/// A copy of a record with everyone in it, so that what is measured on the record itself stays as it is.
pub(super) async fn copy(place: &Place, size: &Size, now: DateTime<Utc>) -> anyhow::Result<Db> {
    let file = place.folder.join(format!("everyone-{}.db", size.cases));
    remove(&file);
    fs::copy(&size.record, &file)?;
    let copy = Size { cases: size.cases, file: size.file.clone(), record: file };
    let (db, basis) = copy.open().await?;
    db.write(move |tx| Box::pin(sign_in(tx, now))).await?;
    let rows = cases::list(&mut db.snapshot().await?, &Actor::operator(), None, usize::MAX).await?;
    // The first of them have the histories of 30 and of 300 entries.
    for row in rows.iter().rev().take(CASES) {
        give_places(&db, &basis, row, now).await?;
    }
    Ok(db)
}

#[expect(clippy::disallowed_methods, reason = "the record is set up to be measured")]
async fn sign_in(tx: &mut Tx, now: DateTime<Utc>) -> Result<(), store::Error> {
    for (number, (role, organisation, _)) in EVERYONE.into_iter().enumerate() {
        let person = Person {
            id: person(number),
            name: Some(format!("Measurer {number}")),
            job_title: Some(role.to_string()),
            email: Some(format!("measurer-{number}@measured.example")),
            date_of_birth: None,
            erased_at: None,
        };
        people::save_person(tx, &person).await?;
        let membership = Membership {
            organisation: OrganisationId(import::id_of(organisation)),
            partnership: PartnershipId(import::id_of("measured")),
            role,
        };
        people::save_membership(tx, person.id, &membership).await?;
        let started = Session {
            person: person.id,
            started_at: now,
            seen_at: now,
            device: "A measure".to_owned(),
            flash: None,
        };
        session::start(tx, Digest(Sha256::digest(token(number)).into()), &started).await?;
    }
    Ok(())
}

fn person(number: usize) -> PersonId {
    PersonId(import::id_of(&format!("measurer-{number}")))
}

async fn give_places(db: &Db, basis: &Arc<Basis>, row: &CaseRow, now: DateTime<Utc>) -> anyhow::Result<()> {
    let grant = |(number, (_, _, place)): (usize, (Role, &str, Option<&str>))| {
        let grant = json!({"person": person(number), "as_role": place?});
        serde_json::from_value::<Command>(json!({"on": today(), "do": {"grant_access": grant}})).ok()
    };
    let mut commands = EVERYONE.into_iter().enumerate().filter_map(grant);
    let Some(command) = commands.next() else { return Ok(()) };
    let request = Request {
        actor: Actor::operator(),
        case: row.case,
        expected: row.version,
        command,
        then: commands.collect(),
        key: None,
        now,
        today: today(),
        seed: Uuid::nil(),
        along: None,
    };
    db.execute(basis, request).await?;
    Ok(())
}
