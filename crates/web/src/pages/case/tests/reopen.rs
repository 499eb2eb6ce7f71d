use axum::http::StatusCode;

use crate::tests::harness::{example, service, stands};

#[tokio::test]
async fn a_closed_case_is_taken_up_again_after_a_check() {
    let service = service().await;
    let case = example(&service, "off-ramp-partners-differ").await;
    let (path, browser) = (case.at("/reopen"), service.as_person("sam-okafor").await);
    let missing = browser.fill_in(&path, &[("reason", " ")]).await;
    assert!(missing.text.contains("Enter why the case is taken up again"));
    let check = browser.fill_in(&path, &[("reason", "New facts")]).await;
    assert!(check.text.contains("The case stands at “Actions open” again."), "{}", check.text);
    let done = browser.fill_in(&path, &[("reason", "New facts"), ("do", "record")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(!stands(&service, &case).await.is_closed());
}
