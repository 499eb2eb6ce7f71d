//! Deciding for a partner, from the page with the question to the page that says it is recorded.

mod deciding;
mod record;

use crate::tests::harness::{Answered, Browser, Service, hidden};

const CASE: &str = "/cases/2026-003";
const POLICE: &str = "/cases/2026-003/decisions/police";

/// Sends a page of a form on: what travels along hidden, and these answers.
async fn on(browser: &Browser<'_>, path: &str, page: &str, answers: &[(&str, &str)]) -> Answered {
    let hidden_names =
        page.split("type=\"hidden\" name=\"").skip(1).filter_map(|part| part.split('"').next());
    let kept: Vec<(&str, String)> = hidden_names
        .filter(|name| !answers.iter().any(|(of, _)| of == name))
        .map(|name| (name, hidden(page, name)))
        .collect();
    let mut all: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend_from_slice(answers);
    browser.post(path, &all).await
}

/// What the last entry of the case is to whom, as `PartnersDecided to p-lowe`.
async fn told(service: &Service) -> Vec<String> {
    let open = record::opened(service, "2026-003", "sam-okafor").await;
    let told = crate::form::email_preview::told(&open, open.case.version() - 1);
    let name = |person| PEOPLE.iter().find(|name| case::PersonId(import::id_of(name)) == person);
    let to = |person| name(person).copied().unwrap_or("somebody else");
    told.into_iter().map(|(_, kind, reader)| format!("{kind:?} to {}", to(reader.person))).collect()
}

const PEOPLE: [&str; 5] = ["sam-okafor", "lee-harper", "a-chen", "r-patel", "p-lowe"];
