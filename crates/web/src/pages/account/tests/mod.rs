//! What people see of their own account, and choose for themselves.

mod emails;

use axum::http::StatusCode;

use crate::tests::harness::service;

#[tokio::test]
async fn everybody_sees_their_own_account() {
    let service = service().await;
    for (key, name) in [("r-patel", "R. Patel"), ("m-rees", "M. Rees"), ("d-ahmed", "D. Ahmed")] {
        let page = service.as_person(key).await.get("/account").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains(name) && page.text.contains(&format!("{key}@northmere.example")));
        assert!(page.text.contains("this browser") && page.text.contains("You have no drafts"));
    }
    assert!(service.as_stranger().get("/account").await.location.starts_with("/sign-in"));
}
