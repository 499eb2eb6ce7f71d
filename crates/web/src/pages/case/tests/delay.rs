use axum::http::StatusCode;
use case::keeping::AccessAs;
use case::proceedings::StatutoryClock;

use crate::tests::harness::{example, listed, service, stands};

#[tokio::test]
async fn a_delay_keeps_the_first_date() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let (path, browser) = (case.at("/deadlines/rapid-review/delay"), service.as_person("sam-okafor").await);
    assert!(browser.get(&path).await.text.contains("The first due date, Tuesday 31 March 2026, stays"));
    let answers = [
        ("reason", "The police are not ready"),
        ("expected-day", "9"),
        ("expected-month", "4"),
        ("expected-year", "2026"),
        ("panel_told-day", "26"),
        ("panel_told-month", "3"),
        ("panel_told-year", "2026"),
    ];
    let done = browser.fill_in(&path, &answers).await;
    assert_eq!((done.status, done.location), (StatusCode::SEE_OTHER, case.at("/deadlines")), "{}", done.text);
    let delays = stands(&service, &case).await.proceedings.delays.clone();
    assert_eq!(delays[&StatutoryClock::RapidReview].expected, "2026-04-09".parse().unwrap());
    let page = browser.get(&case.at("/deadlines")).await;
    assert!(
        page.text.contains("Tuesday 31 March 2026") && page.text.contains("Delay recorded"),
        "{}",
        page.text
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_delay_is_said_beside_it() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let (path, browser) = (case.at("/deadlines/rapid-review/delay"), service.as_person("sam-okafor").await);
    let answers = [("expected-day", "9"), ("expected-month", "13"), ("expected-year", "2026")];
    let page = browser.fill_in(&path, &answers).await;
    let errors = page.refused().errors();
    let unreal = "Date it will be done must be a real date, such as 27 3 2026";
    assert_eq!(errors, ["Enter why the date is or will be missed", unreal]);
    let early =
        [("reason", "Because"), ("expected-day", "9"), ("expected-month", "3"), ("expected-year", "2026")];
    let page = browser.fill_in(&path, &early).await;
    let errors = page.refused().errors();
    assert!(errors[0].starts_with("The expected date must be"), "{errors:?}");
}

#[tokio::test]
async fn only_a_date_in_law_is_explained_and_only_by_who_may() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    listed(&service, &case, "a-chen", AccessAs::Partner).await;
    let sam = service.as_person("sam-okafor").await;
    for key in ["partner-decisions", "milestone-1", "nonsense", "..%2f.."] {
        let page = sam.get(&case.at(&format!("/deadlines/{key}/delay"))).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{key}");
    }
    let partner = service.as_person("a-chen").await.get(&case.at("/deadlines/rapid-review/delay")).await;
    assert_eq!(partner.status, StatusCode::NOT_FOUND);
}
