use axum::http::StatusCode;
use case::keeping::{AccessAs, Note};
use case::{KeyDate, Step, Word, Words};

use crate::tests::harness::{example, last, listed, recorded, service, stands};

#[tokio::test]
async fn a_date_is_corrected_after_a_look_at_what_follows() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let number = last(&service, &case, "notified").await;
    let (path, browser) =
        (case.at(&format!("/history/{number}/correct")), service.as_person("sam-okafor").await);
    let answers = [
        ("on-day", "11"),
        ("on-month", "3"),
        ("on-year", "2026"),
        ("reference", "SIN-1"),
        ("decided_by", "Head of safeguarding"),
        ("correction", "The copy says the 11th"),
    ];
    let check = browser.fill_in(&path, &answers).await;
    assert_eq!(check.status, StatusCode::OK, "{}", check.text);
    assert!(check.text.contains("Check and record the correction"), "{}", check.text);
    assert!(
        check.text.contains("Rapid review due Wednesday 1 April 2026: 4 working days left."),
        "{}",
        check.text
    );
    let done = browser.fill_in(&path, &[&answers[..], &[("do", "record")]].concat()).await;
    assert_eq!((done.status, done.location), (StatusCode::SEE_OTHER, case.at("/history")));
    let notified = stands(&service, &case).await.dates.get(KeyDate::Notified);
    assert_eq!(notified, Some("2026-03-11".parse().unwrap()));
    let history = browser.get(&case.at("/history")).await;
    assert!(history.text.contains("Correction: notification sent"));
    assert!(history.text.contains(&format!("Corrects entry {number}")), "{}", history.text);
    let entry = browser.get(&case.at(&format!("/history/{number}"))).await;
    assert!(entry.text.contains("Corrected by entry"));
}

#[tokio::test]
async fn a_correction_says_why() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let number = last(&service, &case, "notified").await;
    let path = case.at(&format!("/history/{number}/correct"));
    let answers =
        [("on-day", "9"), ("on-month", "3"), ("on-year", "2026"), ("decided_by", "A"), ("do", "record")];
    let page = service.as_person("sam-okafor").await.fill_in(&path, &answers).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("Enter why the entry is corrected"), "{}", page.text);
}

#[tokio::test]
async fn two_people_who_correct_the_same_are_asked() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    listed(&service, &case, "lee-harper", AccessAs::BusinessUnit).await;
    let words = Words::none().and(Word::Text, "Seen at nine");
    recorded(&service, &case, "2026-03-25", Step::AddNote(Note { restricted: false }), words).await;
    let path = case.at(&format!("/history/{}/correct", last(&service, &case, "note_added").await));
    let sam = service.as_person("sam-okafor").await;
    let form = sam.get(&path).await.text;
    let date =
        [("on-day", "25"), ("on-month", "3"), ("on-year", "2026"), ("correction", "Slip"), ("do", "record")];
    let lee = service.as_person("lee-harper").await;
    let first = lee.fill_in(&path, &[&date[..], &[("text", "Seen at ten")]].concat()).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text);
    let second = sam.send_on(&path, &form, &[&date[..], &[("text", "Seen at eleven")]].concat()).await;
    assert_eq!(second.status, StatusCode::CONFLICT, "{}", second.text);
    assert!(
        second.text.contains("Seen at <u>ten</u>") && second.text.contains("Seen at <u>eleven</u>"),
        "{}",
        second.text
    );
}

#[tokio::test]
async fn nobody_corrects_what_is_not_theirs_or_never_corrected() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    listed(&service, &case, "a-chen", AccessAs::Partner).await;
    let notified = last(&service, &case, "notified").await;
    let partner = service.as_person("a-chen").await;
    let sam = service.as_person("sam-okafor").await;
    let path = |number: u32| case.at(&format!("/history/{number}/correct"));
    assert_eq!(partner.get(&path(notified)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(partner.post(&path(notified), &[]).await.status, StatusCode::NOT_FOUND);
    for kind in ["opened", "clock_judged", "partner_decided"] {
        let number = last(&service, &case, kind).await;
        assert_eq!(sam.get(&path(number)).await.status, StatusCode::NOT_FOUND, "{kind}");
    }
}
