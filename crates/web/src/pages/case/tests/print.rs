use axum::http::StatusCode;

use crate::tests::harness::{example, service};

#[tokio::test]
async fn paper_holds_everything_and_says_whose_it_is() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let page = service.as_person("sam-okafor").await.get(&case.at("/print")).await;
    let read = page.shown();
    for says in [
        "Official-Sensitive",
        "Printed by Sam Okafor on 26 March 2026 at 10:42am",
        "Incident referred",
        "<details class=\"govuk-details\" open>",
    ] {
        assert!(page.text.contains(says), "{says}\n{}", page.text);
    }
    assert_eq!(
        (read.buttons(), read.each("nav")),
        (Vec::new(), Vec::new()),
        "nothing can be pressed on paper"
    );
    assert!(page.text.len() < 50_000, "{}", page.text.len());
    let administrator = service.as_person("m-rees").await.get(&case.at("/print")).await;
    assert_eq!(administrator.status, StatusCode::NOT_FOUND);
}
