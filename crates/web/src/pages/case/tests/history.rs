use axum::http::StatusCode;
use case::keeping::{AccessAs, Note};
use case::{Step, Word, Words};

use crate::tests::harness::{example, last, listed, recorded, service};

#[tokio::test]
async fn a_history_is_told_in_pages_newest_first() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let browser = service.as_person("sam-okafor").await;
    let first = browser.get(&case.at("/history")).await;
    assert_eq!(first.text.matches("moj-timeline__item").count(), 25);
    assert!(first.text.contains("history, page 1 of 2"), "{}", first.text);
    let newest = first.text.find("integrated care board agrees").unwrap();
    assert!(newest < first.text.find("council agrees").unwrap());
    let beyond = browser.get(&case.at("/history?page=99")).await;
    assert!(beyond.text.contains("history, page 2 of 2") && beyond.text.contains("Incident referred"));
}

#[tokio::test]
async fn a_history_is_narrowed_by_kind_and_person() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let browser = service.as_person("sam-okafor").await;
    let deadlines = browser.get(&case.at("/history?kind=deadline")).await;
    assert!(deadlines.text.contains("Deadline met: notification"), "{}", deadlines.text);
    assert!(deadlines.text.contains("Filters (1 in use)") && !deadlines.text.contains("Summary received"));
    let mensah = browser.get(&case.at(&format!("/history?person={}", import::id_of("j-mensah")))).await;
    assert!(mensah.text.contains("integrated care board agrees") && !mensah.text.contains("council agrees"));
    let nothing =
        browser.get(&case.at(&format!("/history?kind=note&person={}", import::id_of("j-mensah")))).await;
    assert!(nothing.text.contains("No events match."));
    for odd in ["?kind=%3Cb%3E", "?page=-1", "?person=x&person=y", "?page=18446744073709551616"] {
        assert_eq!(browser.get(&case.at(&format!("/history{odd}"))).await.status, StatusCode::OK, "{odd}");
    }
}

#[tokio::test]
async fn what_somebody_may_not_read_leaves_a_mark_and_no_trace() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    listed(&service, &case, "a-chen", AccessAs::Partner).await;
    let words = Words::none().and(Word::Text, "Only for the unit");
    recorded(&service, &case, "2026-03-20", Step::AddNote(Note { restricted: true }), words).await;
    let partner = service.as_person("a-chen").await;
    let page = partner.get(&case.at("/history")).await;
    assert!(
        page.text.contains("Restricted entry, <time datetime=\"2026-03-20\">20 March 2026</time>"),
        "{}",
        page.text
    );
    assert!(!page.text.contains("Only for the unit"));
    assert!(!partner.get(&case.at("/history?kind=note")).await.text.contains("Restricted entry"));
    let number = last(&service, &case, "note_added").await;
    let entry = partner.get(&case.at(&format!("/history/{number}"))).await;
    assert_eq!(entry.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_entry_is_shown_with_all_its_words() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let words = Words::none().and(Word::Text, "First line\n<b>second</b>");
    recorded(&service, &case, "2026-03-25", Step::AddNote(Note { restricted: false }), words).await;
    let number = last(&service, &case, "note_added").await;
    let page = service.as_person("sam-okafor").await.get(&case.at(&format!("/history/{number}"))).await;
    assert!(page.text.contains("First line\n&#60;b&#62;second"), "{}", page.text);
    assert!(page.text.contains("Correct this entry") && page.text.contains("Strike out this entry"));
    let other = service.as_person("sam-okafor").await.get(&case.at("/history/99999")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}
