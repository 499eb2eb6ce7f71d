use axum::http::StatusCode;
use case::decisions::{Answer, Decision, Question};
use case::terms::{Capacity, Evidence, Partner};
use case::{Step, Word, Words};
use chrono::TimeDelta;

use crate::tests::harness::{Service, service};

async fn police_decide(service: &Service) {
    let case = service.case("2026-003").await;
    let decision = Decision {
        question: Question::RapidReview,
        partner: Partner::Police,
        answer: Answer::Agree,
        not_agreed: Vec::new(),
        capacity: Capacity::Delegated,
        version: case.version_in_question(Question::RapidReview),
        on_behalf: Some(Evidence::Email),
    };
    let words = Words::none().and(Word::DecidedBy, "A. Chen");
    service.record_with("2026-003", Step::DecideAsPartner(decision), words).await;
}

/// The path of the address that was just made.
async fn make(service: &Service, person: &str, holds: &str) -> String {
    let page = service.as_person(person).await.post("/account/calendar", &[("holds", holds)]).await.text;
    let from = page.find("/calendar/").expect("an address is shown");
    page[from..].split(".ics").next().unwrap().to_owned() + ".ics"
}

#[tokio::test]
async fn a_calendar_gets_references_and_kinds_and_no_titles() {
    let service = service().await;
    let path = make(&service, "sam-okafor", "statutory").await;
    let fetched = service.as_stranger().get(&path).await;
    assert_eq!(fetched.status, StatusCode::OK);
    assert_eq!(fetched.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(fetched.headers["cache-control"], "no-store");
    assert!(fetched.text.contains("SUMMARY:2026-003: rapid review due"), "{}", fetched.text);
    assert!(
        fetched.text.contains("DTSTART;VALUE=DATE:20260331") && fetched.text.contains("STATUS:CONFIRMED")
    );
    let title = service.case("2026-003").await.title.clone();
    assert!(!title.is_empty() && !fetched.text.contains(&title));
    assert!(!fetched.text.contains("decisions due"), "a local date is no statutory deadline");
    let page = service.as_person("sam-okafor").await.get("/account/calendar").await.text;
    assert!(page.contains("Last fetched 26 March 2026 at 10:42am"), "{page}");
}

#[tokio::test]
async fn a_partner_gets_the_decision_that_waits_for_them() {
    let service = service().await;
    let police = make(&service, "a-chen", "mine").await;
    assert!(service.as_stranger().get(&police).await.text.contains("2026-003: decisions due"));
    let council = make(&service, "r-patel", "mine").await;
    let council = service.as_stranger().get(&council).await;
    assert!(council.status == StatusCode::OK && council.text.starts_with("BEGIN:VCALENDAR"));
    assert!(!council.text.contains("2026-003: decisions due"), "it has decided");
}

#[tokio::test]
async fn a_date_that_is_met_is_taken_back_and_keeps_its_identity() {
    let service = service().await;
    let path = make(&service, "a-chen", "mine").await;
    let first = service.as_stranger().get(&path).await.text;
    let uid = first.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned();
    assert!(first.contains("SEQUENCE:0"));
    police_decide(&service).await;
    let second = service.as_stranger().get(&path).await.text;
    assert!(
        second.contains(&uid) && second.contains("SEQUENCE:1") && second.contains("STATUS:CANCELLED"),
        "{second}"
    );
    service.clock.pass(TimeDelta::days(61));
    let third = service.as_stranger().get(&path).await.text;
    assert!(third.contains(&uid), "told once more, and then forgotten");
    let fourth = service.as_stranger().get(&path).await;
    assert!(fourth.status == StatusCode::OK && !fourth.text.contains(&uid), "{}", fourth.text);
}

#[tokio::test]
async fn an_address_works_until_there_is_another() {
    let service = service().await;
    let old = make(&service, "a-chen", "mine").await;
    let new = make(&service, "a-chen", "mine").await;
    assert_eq!(service.as_stranger().get(&old).await.status, StatusCode::NOT_FOUND);
    assert_eq!(service.as_stranger().get(&new).await.status, StatusCode::OK);
    service.as_person("a-chen").await.post("/account/calendar", &[("do", "stop")]).await;
    assert_eq!(service.as_stranger().get(&new).await.status, StatusCode::NOT_FOUND);
    let page = service.as_person("a-chen").await.get("/account/calendar").await.text;
    assert!(page.contains("You have no calendar address."));
}

#[tokio::test]
async fn one_date_can_be_taken_along_by_whoever_sees_it() {
    let service = service().await;
    let path = "/cases/2026-003/deadlines/rapid-review/date.ics";
    let file = service.as_person("a-chen").await.get(path).await;
    assert!(file.text.contains("SUMMARY:2026-003: rapid review due"), "{}", file.text);
    assert!(
        service
            .as_person("a-chen")
            .await
            .get("/cases/2026-003/deadlines/rapid-review")
            .await
            .text
            .contains(path)
    );
    assert_eq!(service.as_person("m-rees").await.get(path).await.status, StatusCode::NOT_FOUND);
}
