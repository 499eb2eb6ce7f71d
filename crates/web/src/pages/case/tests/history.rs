use axum::http::StatusCode;
use case::keeping::{AccessAs, Note};
use case::{Step, Word, Words};

use crate::tests::harness::{example, last, listed, recorded, service};

#[tokio::test]
async fn a_history_is_told_in_pages_newest_first() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let browser = service.as_person("sam-okafor").await;
    let first = browser.open(&case.at("/history")).await;
    let entries = first.each(".moj-timeline__item");
    assert_eq!(entries.len(), 25);
    assert!(first.title().contains("history, page 1 of 2"), "{}", first.title());
    let at = |text: &str| entries.iter().position(|entry| entry.contains(text)).unwrap();
    assert!(at("integrated care board agrees") < at("council agrees"));
    let beyond = browser.open(&case.at("/history?page=99")).await;
    assert!(beyond.title().contains("history, page 2 of 2"), "{}", beyond.title());
    assert!(beyond.says("Incident referred") && !first.says("Incident referred"));
}

#[tokio::test]
async fn a_history_is_narrowed_by_kind_and_person() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let browser = service.as_person("sam-okafor").await;
    let deadlines = browser.open(&case.at("/history?kind=deadline")).await;
    assert!(deadlines.says("Deadline met: notification"), "{}", deadlines.words());
    assert!(deadlines.says("Filters (1 in use)") && !deadlines.says("Summary received"));
    let mensah = browser.open(&case.at(&format!("/history?person={}", import::id_of("j-mensah")))).await;
    assert!(mensah.says("integrated care board agrees") && !mensah.says("council agrees"));
    let nothing = case.at(&format!("/history?kind=note&person={}", import::id_of("j-mensah")));
    assert!(browser.open(&nothing).await.says("No events match."));
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
    let page = partner.open(&case.at("/history")).await;
    assert!(
        page.says("Restricted entry, 20 March 2026") && !page.says("Only for the unit"),
        "{}",
        page.words()
    );
    let notes = partner.open(&case.at("/history?kind=note")).await;
    assert!(notes.says("Filters (1 in use)") && !notes.says("Restricted entry"), "{}", notes.words());
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
    let answered = service.as_person("sam-okafor").await.get(&case.at(&format!("/history/{number}"))).await;
    assert!(answered.text.contains("First line\n&#60;b&#62;second"), "{}", answered.text);
    for button in ["Correct this entry", "Strike out this entry"] {
        assert!(answered.shown().has_button(button), "{button}: {:?}", answered.shown().buttons());
    }
    let other = service.as_person("sam-okafor").await.get(&case.at("/history/99999")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}
