//! Deciding for a partner, from the page with the question to the page that says it is recorded.

mod deciding;
mod record;

use crate::app::Letter;
use crate::testing::{Answered, Browser, Service, hidden};

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

async fn letters(service: &Service) -> Vec<Letter> {
    service.post.arrive().await;
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    std::mem::take(&mut service.post.letters.lock().unwrap())
}
