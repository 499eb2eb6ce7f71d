//! Asking the partners: what is frozen, and what falls away when the text changes.

use axum::http::StatusCode;
use case::decisions::{Answer, Decision, Question};
use case::terms::{Capacity, Partner};
use case::{Fact, Stage, Step, Word, Words};

use super::{DECIDING, asked, written};
use crate::pages::rapid_review::report::{Text, Version};
use crate::tests::harness::{example, recorded, service, stands};

fn agrees(partner: Partner) -> Step {
    Step::DecideAsPartner(Decision {
        question: Question::RapidReview,
        partner,
        answer: Answer::Agree,
        not_agreed: Vec::new(),
        capacity: Capacity::Delegated,
        version: Some(1),
        on_behalf: Some(case::terms::Evidence::Email),
    })
}

#[tokio::test]
async fn a_version_is_frozen_and_put_to_the_partners_together() {
    let service = service().await;
    let case = written(&service).await;
    let browser = service.as_person("sam-okafor").await;
    assert!(browser.get(&case.address).await.text.contains("Ask the partners to decide"));
    let (check, done) = asked(&browser, &case).await;
    for says in [
        "Check and ask the partners to decide",
        "Version 1 is frozen with the digest",
        "are asked by email to decide by Tuesday 31 March 2026",
        "Key lines of enquiry:",
        "Nobody was at the meeting for the police",
    ] {
        assert!(check.text.contains(says), "{says}\n{}", check.text);
    }
    assert_eq!(done.location, case.at("/rapid-review"), "{}", done.text);
    let stood = stands(&service, &case).await;
    assert_eq!((stood.stage, stood.rapid_review.reports[&1].recommendations), (Stage::PartnerDecision, 3));
    assert!(Version::of(&stood, 1).unwrap().matches());
    let page = browser.get(&case.at("/rapid-review")).await.text;
    assert!(
        page.contains("Version 1 is with the partners") && page.contains("0 of 3 have decided"),
        "{page}"
    );
    let frozen = browser.get(&case.at("/rapid-review/reports/1")).await.text;
    assert!(frozen.contains("it is the text that was frozen, to the letter"), "{frozen}");
    assert_eq!(browser.get(&case.at("/rapid-review/ask")).await.location, case.at("/rapid-review"));
}

#[tokio::test]
async fn another_text_asks_again_and_the_decisions_on_the_old_one_fall_away() {
    let service = service().await;
    let case = written(&service).await;
    let browser = service.as_person("sam-okafor").await;
    asked(&browser, &case).await;
    let who = Words::none().and(Word::DecidedBy, "Chief Nurse");
    recorded(&service, &case, "2026-03-26", agrees(Partner::Icb), who).await;
    let actions = case.at("/rapid-review/actions");
    browser.fill_in(&actions, &[("actions", "Train everybody."), ("complete", "yes")]).await;
    let page = browser.get(&case.at("/rapid-review")).await.text;
    assert!(page.contains("otherwise than version 1, which is with the partners. Ask them again."), "{page}");
    assert!(
        browser
            .get(&case.at("/rapid-review/report"))
            .await
            .text
            .contains("It reads otherwise than version 1.")
    );
    let old = browser.open(&case.at("/rapid-review/reports/1")).await;
    assert!(old.says("Train duty staff.") && old.says("to the letter"), "{}", old.words());
    assert!(!old.says("Train everybody."));
    let (check, done) = asked(&browser, &case).await;
    assert!(
        check.text.contains("The decision of the NHS integrated care board on version 1 falls away"),
        "{}",
        check.text
    );
    assert_eq!(done.location, case.at("/rapid-review"), "{}", done.text);
    let stood = stands(&service, &case).await;
    assert!(
        stood.decided(Question::RapidReview).is_empty() && stood.voided(Question::RapidReview).len() == 1
    );
    assert!(Version::of(&stood, 1).unwrap().matches() && Version::of(&stood, 2).unwrap().matches());
}

#[tokio::test]
async fn nobody_puts_a_text_to_the_partners_that_they_have_not_seen() {
    let service = service().await;
    let case = written(&service).await;
    let browser = service.as_person("sam-okafor").await;
    let path = case.at("/rapid-review/ask");
    let by = [("decide_by-day", "31"), ("decide_by-month", "3"), ("decide_by-year", "2026")];
    let check = browser.send_on(&path, &browser.get(&path).await.text, &by).await;
    browser
        .fill_in(&case.at("/rapid-review/actions"), &[("actions", "Other actions."), ("complete", "yes")])
        .await;
    let late = browser.send_on(&path, &check.text, &[("do", "record")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", late.text);
    assert!(
        late.text.contains("The report has changed since you looked at it")
            && late.text.contains("Other actions.")
    );
    let check = browser.send_on(&path, &late.text, &by).await;
    let done = browser.send_on(&path, &check.text, &[("do", "record")]).await;
    assert_eq!(done.location, case.at("/rapid-review"), "{}", done.text);
    let asked = stands(&service, &case)
        .await
        .history()
        .iter()
        .filter(|entry| matches!(entry.event.fact, Fact::PartnersAsked(_)))
        .count();
    assert_eq!(asked, 1);
}

#[tokio::test]
async fn a_day_in_the_past_is_no_day_to_decide_by() {
    let service = service().await;
    let case = written(&service).await;
    let browser = service.as_person("sam-okafor").await;
    let path = case.at("/rapid-review/ask");
    let page = browser.get(&path).await.text;
    let by = [("decide_by-day", "20"), ("decide_by-month", "3"), ("decide_by-year", "2026")];
    let refused = browser.send_on(&path, &page, &by).await;
    assert_eq!(refused.refused().errors(), ["Date the decisions are wanted must be today or later"]);
}

#[tokio::test]
async fn the_text_of_the_report_does_not_change_unnoticed() {
    let service = service().await;
    let case = stands(&service, &example(&service, DECIDING).await).await;
    insta::assert_snapshot!(Text::now(&case).canonical());
}
