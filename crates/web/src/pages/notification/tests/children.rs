//! The children, who they are, and changing what is known of them.

use axum::http::StatusCode;
use case::keeping::AccessAs;
use case::{PersonId, Word};
use store::access;

use super::{CHILD, TEENAGER, case_of, on_the_list, sam, teenager};
use crate::case_view::entries::Entries;
use crate::tests::harness::service;

#[tokio::test]
async fn ethnicity_is_asked_in_two_steps() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let browser = service.as_person("sam-okafor").await;
    let add = format!("{path}/children/new");
    let empty = browser.fill_in(&add, &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text.contains("Enter a pseudonym") && !empty.text.contains("Select the background"));
    let page = browser.fill_in(&add, &CHILD).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("Which of these best describes the child’s Asian background?"));
    assert!(
        page.text.contains(
            "How might ethnicity, culture, language and faith have affected this child’s experience?"
        )
    );
    let missing = browser.send_on(&add, &page.text, &[]).await;
    assert!(missing.text.contains("Select the background, or that it is not known yet"), "{}", missing.text);
    let other =
        [("ethnicity", "asian_other"), ("comment", "Nepali"), ("text", "Nobody asked in her language.")];
    let added = browser.send_on(&add, &page.text, &other).await;
    assert_eq!(added.location, path, "{}", added.text);
    let shown = browser.get(&path).await.text;
    assert!(shown.contains("Child 2 added") && shown.contains("Any other Asian background"));
    assert!(shown.contains("Nepali") && shown.contains("Nobody asked in her language."));
    let (_, case) = case_of(&service, TEENAGER).await;
    let entries = Entries::of(&case);
    let (_, event) = entries.child(2).unwrap();
    assert_eq!(event.words.get(Word::Comment), Some("Nepali"));
    let back = browser.send_on(&add, &page.text, &[("do", "change"), ("ethnicity", "indian")]).await.text;
    assert!(back.contains("value=\"Rowan\"") && back.contains("name=\"ethnicity\" value=\"indian\""));
}

#[tokio::test]
async fn a_name_is_hidden_until_asked_for_and_the_asking_is_logged() {
    let service = service().await;
    let (path, case) = case_of(&service, TEENAGER).await;
    on_the_list(&service, TEENAGER, "a-chen", AccessAs::Partner).await;
    let browser = service.as_person("sam-okafor").await;
    let who = format!("{path}/children/1/identity");
    let form = browser.get(&who).await.text;
    assert!(!form.contains("data-autosave") && !form.contains("Save and come back later"));
    assert_eq!(browser.fill_in(&who, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answers = [
        ("name", "Invented Name"),
        ("date_of_birth-day", "2"),
        ("date_of_birth-month", "3"),
        ("date_of_birth-year", "2013"),
    ];
    assert_eq!(browser.fill_in(&who, &answers).await.location, path);
    let page = browser.get(&path).await;
    assert!(page.text.contains("Recorded and hidden") && !page.text.contains("Invented Name"));
    assert!(!browser.get(&who).await.text.contains("Invented Name"));
    assert!(!browser.get(&format!("{path}/print")).await.text.contains("Invented Name"));
    let show = format!("{path}/children/1/name");
    let seen = service.as_person("a-chen").await.post(&show, &[]).await;
    assert_eq!(seen.status, StatusCode::OK);
    assert!(seen.text.contains("Invented Name") && seen.text.contains("2 March 2013"));
    assert!(!seen.text.split("</title>").next().unwrap().contains("Invented"));
    assert_eq!(browser.get(&show).await.location, path);
    let mut tx = service.app.db().glance().await.unwrap();
    let id = store::cases::by_reference(&mut tx, &sam(&service).await, case.reference().unwrap())
        .await
        .unwrap()[0]
        .case;
    let readings = access::readings(&mut tx, id).await.unwrap();
    let named: Vec<_> = readings.iter().filter(|reading| reading.what == "named").collect();
    assert_eq!(named.len(), 1);
    assert_eq!(named[0].person, PersonId(import::id_of("a-chen")));
}

#[tokio::test]
async fn adding_what_was_not_known_needs_no_reason_but_changing_does() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let browser = service.as_person("sam-okafor").await;
    let change = format!("{path}/children/1");
    assert!(browser.get(&change).await.text.contains("value=\"Birch\""));
    assert_eq!(browser.fill_in(&change, &teenager(&[("sex", "male")])).await.location, path);
    let refused = browser.fill_in(&change, &teenager(&[("sex", "female")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Enter why you are changing what was recorded"), "{}", refused.text);
    let changed =
        browser.fill_in(&change, &teenager(&[("sex", "female"), ("correction", "Mistyped.")])).await;
    assert_eq!(changed.location, path);
    let (_, case) = case_of(&service, TEENAGER).await;
    assert_eq!(case.notification.children[&1].sex.label(), "female");
}
