use axum::http::StatusCode;

use crate::tests::harness::{example, service};

#[tokio::test]
async fn every_clock_is_listed_with_how_it_stands() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let page = service.as_person("sam-okafor").await.get(&case.at("/deadlines")).await;
    assert_eq!(page.status, StatusCode::OK);
    for says in [
        "Statutory deadlines",
        "Local dates",
        "Rapid review",
        "3 working days left",
        "Met, ",
        "Partner decisions",
    ] {
        assert!(page.text.contains(says), "{says}\n{}", page.text);
    }
    assert!(page.text.len() < 50_000);
}
