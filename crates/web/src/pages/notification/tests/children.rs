//! The children, who they are, and changing what is known of them.

use axum::http::StatusCode;
use case::keeping::AccessAs;
use case::{PersonId, Word};
use store::access;

use super::{CHILD, TEENAGER, case_of, on_the_list, sam, teenager};
use crate::case_view::entries::Entries;
use crate::tests::harness::{Page, service};

#[tokio::test]
async fn ethnicity_is_asked_in_two_steps() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let browser = service.as_person("sam-okafor").await;
    let add = format!("{path}/children/new");
    let empty = browser.fill_in(&add, &[]).await;
    let errors = empty.refused().errors().join(" / ");
    assert!(errors.contains("Enter a pseudonym") && !errors.contains("Select the background"), "{errors}");
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
    let back = Page::read(&back);
    assert_eq!(
        (back.holds("pseudonym"), back.hidden("ethnicity")),
        ("Rowan".to_owned(), "indian".to_owned())
    );
}

#[tokio::test]
async fn a_name_is_hidden_until_asked_for_and_the_asking_is_logged() {
    let service = service().await;
    let (path, case) = case_of(&service, TEENAGER).await;
    on_the_list(&service, TEENAGER, "a-chen", AccessAs::Partner).await;
    let browser = service.as_person("sam-okafor").await;
    let who = format!("{path}/children/1/identity");
    let form = browser.open(&who).await;
    assert_eq!(form.fields(), ["name", "date_of_birth-day", "date_of_birth-month", "date_of_birth-year"]);
    assert!(form.each("[data-autosave]").is_empty() && !form.has_button("Save and come back later"));
    assert_eq!(browser.fill_in(&who, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answers = [
        ("name", "Invented Name"),
        ("date_of_birth-day", "2"),
        ("date_of_birth-month", "3"),
        ("date_of_birth-year", "2013"),
    ];
    assert_eq!(browser.fill_in(&who, &answers).await.location, path);
    assert!(browser.open(&path).await.says("Recorded and hidden"));
    for page in [&path, &who, &format!("{path}/print")] {
        let answered = browser.get(page).await;
        assert_eq!(answered.status, StatusCode::OK, "{page}");
        assert!(!answered.text.contains("Invented Name"), "{page}");
    }
    let show = format!("{path}/children/1/name");
    let seen = service.as_person("a-chen").await.post(&show, &[]).await;
    let seen = seen.shown();
    assert!(seen.says("Invented Name") && seen.says("2 March 2013"), "{}", seen.words());
    assert!(!seen.title().contains("Invented"), "{}", seen.title());
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
    assert_eq!(browser.open(&change).await.holds("pseudonym"), "Birch");
    assert_eq!(browser.fill_in(&change, &teenager(&[("sex", "male")])).await.location, path);
    let refused = browser.fill_in(&change, &teenager(&[("sex", "female")])).await;
    assert_eq!(refused.refused().errors(), ["Enter why you are changing what was recorded"]);
    let changed =
        browser.fill_in(&change, &teenager(&[("sex", "female"), ("correction", "Mistyped.")])).await;
    assert_eq!(changed.location, path);
    let (_, case) = case_of(&service, TEENAGER).await;
    assert_eq!(case.notification.children[&1].sex.label(), "female");
}
