use axum::http::StatusCode;
use case::actions::ActionDone;
use case::{Step, Word, Words};

use crate::tests::harness::{Example, Service, example, recorded, service, stands};

/// A case whose actions are done and whose effect is looked at, with the Panel's advice still open.
async fn at_the_end(service: &Service) -> Example {
    let case = example(service, "off-ramp-panel-query").await;
    let words = Words::none().and(Word::Evidence, "Audit of 30 records");
    recorded(service, &case, "2026-03-20", Step::CompleteAction(ActionDone { number: 1 }), words).await;
    recorded(service, &case, "2026-03-23", Step::ReviewImpact, Words::none()).await;
    case
}

#[tokio::test]
async fn closing_names_what_is_still_open_and_is_checked_first() {
    let service = service().await;
    let case = at_the_end(&service).await;
    let (path, browser) = (case.at("/close"), service.as_person("sam-okafor").await);
    let form = browser.open(&path).await;
    assert!(form.says("Action 1 is still open.") && form.says("advice 1 is still open."), "{}", form.words());
    let date = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026"), ("decided_by", "R. Patel")];
    let refused = browser.fill_in(&path, &date).await;
    assert_eq!(refused.refused().errors(), ["Enter why the case is closed all the same"]);
    let all = [&date[..], &[("reason", "The rest is carried over")]].concat();
    let check = browser.fill_in(&path, &all).await;
    assert_eq!(check.shown().heading(), "Check and close the case");
    assert!(check.shown().says("Not finished: Action 1"), "{}", check.shown().words());
    assert!(!stands(&service, &case).await.is_closed());
    let done = browser.fill_in(&path, &[&all[..], &[("do", "record")]].concat()).await;
    assert_eq!((done.status, done.location), (StatusCode::SEE_OTHER, case.address.clone()));
    assert!(browser.get(&case.address).await.text.contains("Closed 26 March 2026"));
}

#[tokio::test]
async fn a_case_in_the_middle_is_not_closed() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let page = service.as_person("sam-okafor").await.get(&case.at("/close")).await;
    assert_eq!((page.status, page.location), (StatusCode::SEE_OTHER, case.address));
}

#[tokio::test]
async fn a_copy_that_nobody_sent_is_named_and_needs_a_reason() {
    let service = service().await;
    let case = example(&service, "off-ramp-improvements-only").await;
    recorded(&service, &case, "2026-03-23", Step::ReviewImpact, Words::none()).await;
    let (path, browser) = (case.at("/close"), service.as_person("sam-okafor").await);
    let says = "The national repository has no copy of what was published.";
    assert!(browser.get(&path).await.text.contains(says));
    let answers = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026"), ("decided_by", "R. Patel")];
    let refused = browser.fill_in(&path, &answers).await;
    assert_eq!(refused.refused().errors(), ["Enter why the case is closed all the same"]);
    let check = browser.fill_in(&path, &[&answers[..], &[("reason", "It will be sent")]].concat()).await;
    assert!(check.text.contains(&format!("Not finished: {says}")), "{}", check.text);
}
