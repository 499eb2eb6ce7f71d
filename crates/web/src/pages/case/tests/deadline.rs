use axum::http::StatusCode;

use crate::tests::harness::{example, service};

#[tokio::test]
async fn a_date_is_counted_day_by_day() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let browser = service.as_person("sam-okafor").await;
    let page = browser.get(&case.at("/deadlines/rapid-review")).await;
    for says in [
        "Tuesday 10 March 2026",
        "Start, not counted itself",
        "Working day 15",
        "Not counted: Saturday",
        "Version",
        "Record a delay",
        "The other reading",
    ] {
        assert!(page.text.contains(says), "{says}\n{}", page.text);
    }
    assert_eq!(browser.get(&case.at("/deadlines/nonsense")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get(&case.at("/deadlines/action-99")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_clock_that_has_not_started_says_what_it_waits_for() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let page = service.as_person("sam-okafor").await.get(&case.at("/deadlines/lcspr")).await;
    assert!(page.text.contains("It has not started"), "{}", page.text);
}
