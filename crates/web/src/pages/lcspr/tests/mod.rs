//! The LCSPR, as the people of a case see it and record it.

mod conducting;
mod drafting;
mod reading;
mod starting;

use case::keeping::AccessAs;
use case::{Step, Word, Words};

use crate::tests::harness::{Answered, Browser, Example, Service, example, listed, recorded, service};

/// A review that goes on: it was held, and has begun anew with another reviewer.
const GOING_ON: &str = "off-ramp-panel-disagrees";

fn step(json: &str) -> Step {
    serde_json::from_str(json).unwrap()
}

/// A service with a review that goes on, and everybody of it on the list.
async fn going_on() -> (Service, Example) {
    let service = service().await;
    let case = example(&service, GOING_ON).await;
    for (key, seat) in [
        ("r-patel", AccessAs::Partner),
        ("a-chen", AccessAs::Partner),
        ("j-mensah", AccessAs::Partner),
        ("k-walsh", AccessAs::Reviewer),
        ("d-ahmed", AccessAs::Contributor),
    ] {
        listed(&service, &case, key, seat).await;
    }
    (service, case)
}

/// A service with a case to which the National Panel has replied.
async fn replied() -> (Service, Example) {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let submit = step(r#"{"submit_to_panel": {"version": 1, "without_all_partners": true}}"#);
    let why = Words::none().and(Word::Reason, "The police have not decided yet");
    recorded(&service, &case, "2026-03-25", submit, why).await;
    let reply = step(r#"{"record_panel_response": {"letter": "2026-03-26", "outcome": "agree_lcspr"}}"#);
    let summary = Words::none().and(Word::Summary, "The Panel agrees");
    recorded(&service, &case, "2026-03-26", reply, summary).await;
    (service, case)
}

/// Sends a form and presses the button of its check page.
async fn check_and_record(
    browser: &Browser<'_>,
    path: &str,
    fields: &[(&str, &str)],
) -> (Answered, Answered) {
    let check = browser.fill_in(path, fields).await;
    let recorded = browser.send_on(path, &check.text, &[("do", "record")]).await;
    (check, recorded)
}

/// Today in the boxes of a date.
const TODAY: [(&str, &str); 3] = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];

fn and_today<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    TODAY.iter().chain(fields).copied().collect()
}
