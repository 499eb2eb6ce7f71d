use axum::http::StatusCode;
use case::keeping::Note;
use case::{Step, Word, Words};

use crate::tests::harness::{example, last, recorded, service, stands};

#[tokio::test]
async fn an_entry_is_struck_out_and_stays_visible() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let words = Words::none().and(Word::Text, "Of another case");
    recorded(&service, &case, "2026-03-25", Step::AddNote(Note { restricted: false }), words).await;
    let number = last(&service, &case, "note_added").await;
    let (path, browser) =
        (case.at(&format!("/history/{number}/strike-out")), service.as_person("sam-okafor").await);
    let check = browser.fill_in(&path, &[("correction", "It is of another case")]).await;
    assert!(check.text.contains("No deadline and no stage of the case changes."), "{}", check.text);
    let done = browser.fill_in(&path, &[("correction", "It is of another case"), ("do", "record")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let page = browser.get(&case.at("/history")).await;
    assert!(
        page.text.contains("Struck out by entry") && page.text.contains("Of another case"),
        "{}",
        page.text
    );
    let again = browser.get(&path).await;
    assert_eq!((again.status, again.location), (StatusCode::SEE_OTHER, case.at("/history")));
}

#[tokio::test]
async fn what_later_entries_build_on_stays_and_says_which() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let number = last(&service, &case, "notified").await;
    let version = stands(&service, &case).await.version();
    let path = case.at(&format!("/history/{number}/strike-out"));
    let page = service.as_person("sam-okafor").await.fill_in(&path, &[("correction", "Wrong")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("Correct or strike out that one first"), "{}", page.text);
    assert_eq!(stands(&service, &case).await.version(), version);
}
