//! The notification, as the people of a case see it and record it.

mod children;
mod deciding;
mod sending;
mod together;

use case::keeping::{Access, AccessAs};
use case::{Actor, Case, Command, PersonId, Step};

use crate::tests::harness::{Answered, Browser, Service};

const TEENAGER: &str = "Teenager, exploitation outside the home";
const INJURED: &str = "School-age child, unexplained injury";

async fn sam(service: &Service) -> Actor {
    let mut tx = service.app.db().glance().await.unwrap();
    store::people::actor(&mut tx, PersonId(import::id_of("sam-okafor"))).await.unwrap()
}

async fn case_of(service: &Service, title: &str) -> (String, Case) {
    let actor = sam(service).await;
    let mut tx = service.app.db().glance().await.unwrap();
    let rows = store::cases::list(&mut tx, &actor, None, 200).await.unwrap();
    let row = rows.into_iter().find(|row| row.title == title).unwrap();
    let case = store::cases::case(&mut tx, &actor, row.case).await.unwrap().as_ref().clone();
    (format!("/cases/{}/notification", row.reference), case)
}

/// Puts somebody on the list of a case.
async fn on_the_list(service: &Service, title: &str, key: &str, as_role: AccessAs) {
    let (_, case) = case_of(service, title).await;
    let actor = sam(service).await;
    let mut tx = service.app.db().glance().await.unwrap();
    let rows = store::cases::by_reference(&mut tx, &actor, case.reference().unwrap()).await.unwrap();
    drop(tx);
    let person = PersonId(import::id_of(key));
    let step = Step::GrantAccess(Access { person, as_role });
    let request = store::Request {
        actor,
        case: rows[0].case,
        expected: case.version(),
        command: Command {
            on: case::When::Day(service.app.clock().today()),
            step,
            words: case::Words::none(),
        },
        then: Vec::new(),
        key: None,
        now: service.app.clock().now(),
        today: service.app.clock().today(),
        seed: service.app.clock().id(),
        along: None,
    };
    service.app.db().execute(&service.app.known().basis, request).await.unwrap();
}

/// Sends a form and its check page after it.
async fn check_and_record(
    browser: &Browser<'_>,
    path: &str,
    fields: &[(&str, &str)],
) -> (Answered, Answered) {
    let check = browser.fill_in(path, fields).await;
    let recorded = browser.send_on(path, &check.text, &[("do", "record")]).await;
    (check, recorded)
}

const SENT: [(&str, &str); 6] = [
    ("on-day", "24"),
    ("on-month", "mar"),
    ("on-year", "2026"),
    ("reference", "SIN-1234 <b>"),
    ("decided_by", "Head of safeguarding"),
    ("told", "police"),
];

const CHILD: [(&str, &str); 11] = [
    ("pseudonym", "Rowan"),
    ("harm", "serious_harm"),
    ("age_band", "under_one"),
    ("sex", "female"),
    ("group", "asian"),
    ("disability", "not_known"),
    ("looked_after", "no"),
    ("care_leaver", "no"),
    ("child_in_need", "no"),
    ("protection_plan", "no"),
    ("known_to_agencies", "yes"),
];

/// The answers of child 1 of the teenager’s case as its form sends them.
fn teenager(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut all = vec![
        ("pseudonym", "Birch"),
        ("harm", "serious_harm"),
        ("age_band", "eleven_to_fifteen"),
        ("sex", "not_known"),
        ("group", "not_known"),
        ("disability", "not_known"),
        ("looked_after", "no"),
        ("care_leaver", "no"),
        ("child_in_need", "no"),
        ("protection_plan", "no"),
        ("known_to_agencies", "yes"),
        ("followed", "yes"),
    ];
    for (name, value) in more {
        all.retain(|(of, _)| of != name);
        all.push((name, value));
    }
    all
}
