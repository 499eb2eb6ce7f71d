//! Deciding for a partner, from the page with the question to the page that says it is recorded.

mod deciding;
mod record;

use crate::tests::harness::Service;

const CASE: &str = "/cases/2026-003";
const POLICE: &str = "/cases/2026-003/decisions/police";

/// What the last entry of the case is to whom, as `PartnersDecided to p-lowe`.
async fn told(service: &Service) -> Vec<String> {
    let open = record::opened(service, "2026-003", "sam-okafor").await;
    let told = crate::form::email_preview::told(&open, open.case.version() - 1);
    let name = |person| PEOPLE.iter().find(|name| case::PersonId(import::id_of(name)) == person);
    let to = |person| name(person).copied().unwrap_or("somebody else");
    told.into_iter().map(|(_, kind, reader)| format!("{kind:?} to {}", to(reader.person))).collect()
}

const PEOPLE: [&str; 5] = ["sam-okafor", "lee-harper", "a-chen", "r-patel", "p-lowe"];
