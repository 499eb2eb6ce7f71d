use axum::http::StatusCode;
use case::keeping::AccessAs;
use case::{Step, Word, Words};

use crate::tests::harness::{example, listed, recorded, service, stands};

#[tokio::test]
async fn a_title_is_changed_and_must_name_nobody() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let (path, browser) = (case.at("/retitle"), service.as_person("sam-okafor").await);
    let named = browser.fill_in(&path, &[("title", "Jane Smith")]).await;
    let errors = named.refused().errors();
    assert!(errors[0].starts_with("Title must not include a name"), "{errors:?}");
    let done = browser.fill_in(&path, &[("title", "Infant, head injury")]).await;
    assert_eq!((done.status, done.location), (StatusCode::SEE_OTHER, case.address.clone()));
    assert_eq!(stands(&service, &case).await.title, "Infant, head injury");
    assert!(browser.get(&case.address).await.text.contains("Title changed"));
}

#[tokio::test]
async fn the_second_of_two_sees_both_titles_and_decides() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let (path, browser) = (case.at("/retitle"), service.as_person("sam-okafor").await);
    let form = browser.get(&path).await.text;
    let words = Words::none().and(Word::Title, "Infant, harm at a hotel");
    recorded(&service, &case, "2026-03-26", Step::Retitle, words).await;
    let page = browser.send_on(&path, &form, &[("title", "Infant, harm at home")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.text);
    for says in [
        "Someone else changed this while you were writing",
        "Nothing you wrote has been lost",
        "Infant, harm at <u>a hotel</u>",
        "Infant, harm at <u>home</u>",
        "value=\"Infant, harm at home\"",
        "Keep what is in the case and discard mine",
    ] {
        assert!(page.text.contains(says), "{says}\n{}", page.text);
    }
    let kept = [("title", "Infant, harm away"), ("do", "record")];
    let done = browser.send_on(&path, &page.text, &kept).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(stands(&service, &case).await.title, "Infant, harm away");
}

#[tokio::test]
async fn what_is_in_the_case_can_be_kept_instead() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let browser = service.as_person("sam-okafor").await;
    let page = browser.fill_in(&case.at("/retitle"), &[("title", "Another"), ("do", "discard")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(stands(&service, &case).await.title, "Infant, serious harm at home");
}

#[tokio::test]
async fn somebody_who_may_not_rename_a_case_finds_no_page() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    listed(&service, &case, "a-chen", AccessAs::Partner).await;
    let partner = service.as_person("a-chen").await;
    for path in ["/retitle", "/close", "/reopen"] {
        assert_eq!(partner.get(&case.at(path)).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
