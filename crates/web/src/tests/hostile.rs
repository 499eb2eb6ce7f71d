//! Every form, with what nobody should send: a clear page, nothing written, nothing leaked.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::forms::{Form, Found, Kind, as_it_is_now, every_form, send, send_on};
use super::scene::{Written, with_neighbour};
use crate::tests::harness::{Answered, Browser, Service};

/// Who has forms to fill in, between them all of the service.
const PEOPLE: [&str; 4] = ["sam-okafor", "r-patel", "p-lowe", "m-rees"];

const SCRIPT: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

/// What comes of anything: a page of ours, or the way to one.
fn assert_clear(what: &str, answered: &Answered) {
    assert!(!answered.status.is_server_error(), "{what}: {}", answered.text);
    assert!(!answered.location.starts_with("/sign-in?"), "{what} is not answered but asks to sign in");
    let is_page = answered.text.contains("<main") && answered.text.contains("<h1");
    let leads_on = answered.status == StatusCode::SEE_OTHER || answered.status == StatusCode::NO_CONTENT;
    assert!(is_page || leads_on, "{what} answers {} and no page: {}", answered.status, answered.text);
    assert!(
        !answered.text.contains("<script>alert") && !answered.text.contains("<img src=x"),
        "{what}: {}",
        answered.text
    );
    for inside in ["panicked", "sqlite", "sqlx", "postgres", "select ", "crates/", "RUST_"] {
        assert!(is_free_of(&answered.text, inside), "{what} tells of “{inside}”");
    }
}

/// Looks in what is read, and not in names of classes and fields.
fn is_free_of(page: &str, word: &str) -> bool {
    page.split('<').filter_map(|tag| tag.split_once('>')).all(|(_, text)| !text.contains(word))
}

/// Every form, and whether it records anything when it is filled in with these words.
async fn in_every_form(service: &Service, forms: &[Found], words: &str) -> Vec<(Form, bool)> {
    let mut written = Vec::new();
    for (person, form) in forms.iter().cloned() {
        let browser = service.as_person(person).await;
        let form = as_it_is_now(&browser, form).await;
        let before = Written::now(service).await;
        let answers = form.answers(|field| (field.kind == Kind::Words).then(|| words.to_owned()));
        for answered in send_on(&browser, &form, &answers).await {
            assert_clear(&format!("{} with {words:.20?}", form.action), &answered);
        }
        let changed = Written::now(service).await != before;
        written.push((form, changed));
    }
    written
}

/// Forms that write nothing when each is filled in alone, and why.
const WRITE_NOTHING: [(&str, &str); 9] = [
    ("/access/lead", "its first answer is who leads already"),
    ("/account/calendar", "an address for a calendar is no record"),
    ("/admin/emails/examples/e01_example", "sends an email"),
    ("/cases/new", "is the first of six pages"),
    ("/deadlines/rapid-review/delay", "the date that is delayed needs a notification"),
    ("/lcspr/discontinue", "the three partners agree to it first"),
    ("/lcspr/replace-reviewer", "takes somebody of this service or a name, not both"),
    ("/sign-in", "sends a link"),
    ("/sign-in/example", "signs somebody in"),
];

#[tokio::test]
async fn every_form_is_found_and_writes_what_is_answered() {
    let forms = every_form(&with_neighbour().await, &PEOPLE).await;
    for (person, form) in forms.clone() {
        // What another form writes may leave this one with nothing to do.
        let service = with_neighbour().await;
        let browser = service.as_person(person).await;
        let form = as_it_is_now(&browser, form).await;
        let before = Written::now(&service).await;
        let last = send_on(&browser, &form, &form.answers(|_| None)).await.pop().unwrap();
        let writes = Written::now(&service).await != before;
        let excuse = WRITE_NOTHING.iter().find(|(action, _)| form.action.ends_with(action));
        assert_eq!(!writes, excuse.is_some(), "{}, {excuse:?}: {} {}", form.action, last.status, last.text);
    }
    let mut found: Vec<_> = forms.into_iter().map(|(_, form)| form.action).collect();
    found.sort();
    found.dedup();
    insta::assert_snapshot!(found.join("\n"));
}

#[tokio::test]
async fn invisible_characters_are_never_written() {
    let forms = every_form(&with_neighbour().await, &PEOPLE).await;
    for words in [
        "a\u{0}b",
        "bell\u{7}",
        "\u{1b}[31mred",
        "pdf.\u{202e}exe",
        "\u{2066}turned",
        "\u{200b}nothing",
        "\u{feff}mark",
    ] {
        let service = with_neighbour().await;
        for (form, written) in in_every_form(&service, &forms, words).await {
            assert!(!written || !form.takes_words(), "{} takes {words:?}", form.action);
        }
    }
}

#[tokio::test]
async fn text_that_means_something_elsewhere_is_only_text() {
    let forms = every_form(&with_neighbour().await, &PEOPLE).await;
    for words in [
        SCRIPT,
        "{{ 7 * 7 }}{% include 'layout.html' %}${7*7}",
        "../../../../etc/passwd",
        "'; drop table event; --",
        "=1+1",
        "%00%0d%0aSet-Cookie: a=b",
    ] {
        let service = with_neighbour().await;
        in_every_form(&service, &forms, words).await;
        for page in [
            "/due?whose=everyone",
            "/cases",
            "/cases/2026-003",
            "/cases/2026-003/history",
            "/cases/2026-005/notification",
            "/cases/2026-006/notification",
            "/account",
            "/admin/people",
            "/admin/log",
        ] {
            for person in ["sam-okafor", "m-rees"] {
                let answered = service.as_person(person).await.get(page).await;
                assert_clear(page, &answered);
                assert!(!answered.text.contains("49${"), "{page} counts");
            }
        }
    }
}

#[tokio::test]
async fn wrong_types_are_refused() {
    let forms = every_form(&with_neighbour().await, &PEOPLE).await;
    for wrong in ["[]", "-1", "1e999", "99999999999999999999", "null", "{\"a\":1}", "true", "💥"] {
        let service = with_neighbour().await;
        for (person, form) in forms.clone() {
            let browser = service.as_person(person).await;
            let form = as_it_is_now(&browser, form).await;
            let before = Written::now(&service).await;
            let answers = form.answers(|field| (field.kind != Kind::Words).then(|| wrong.to_owned()));
            assert_clear(&form.action, &send(&browser, &form.action, &answers).await);
            let has_any = form
                .fields
                .iter()
                .any(|field| matches!(field.kind, Kind::Choice | Kind::Typed) || field.name == "version");
            assert!(!has_any || Written::now(&service).await == before, "{} takes {wrong}", form.action);
        }
    }
}

#[tokio::test]
async fn answers_given_twice_are_refused() {
    let service = with_neighbour().await;
    for (person, form) in
        every_form(&service, &PEOPLE).await.into_iter().filter(|(_, form)| form.takes_words())
    {
        let browser = service.as_person(person).await;
        let form = as_it_is_now(&browser, form).await;
        let before = Written::now(&service).await;
        let mut answers = form.answers(|_| None);
        answers.extend(form.answers(|field| (field.kind == Kind::Words).then(|| "Other words".to_owned())));
        assert_clear(&form.action, &send(&browser, &form.action, &answers).await);
        assert!(Written::now(&service).await == before, "{} takes two answers", form.action);
    }
}

async fn send_body(browser: &Browser<'_>, form: &Form, kind: &str, body: String) -> Answered {
    let request = Request::post(&form.action)
        .header(header::CONTENT_TYPE, kind)
        .header("sec-fetch-site", "same-origin");
    browser.send(request, Body::from(body)).await
}

#[tokio::test]
async fn bodies_that_are_no_forms_are_refused() {
    const FORM: &str = "application/x-www-form-urlencoded";
    let service = with_neighbour().await;
    for (person, form) in
        every_form(&service, &PEOPLE).await.into_iter().filter(|(_, form)| form.takes_words())
    {
        let browser = service.as_person(person).await;
        let form = as_it_is_now(&browser, form).await;
        let before = Written::now(&service).await;
        let large = send_body(&browser, &form, FORM, format!("text={}", "x".repeat(1024 * 1024))).await;
        assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", form.action);
        assert_clear(&form.action, &large);
        assert_clear(&form.action, &send_body(&browser, &form, FORM, "a=1&".repeat(100_000)).await);
        assert_clear(&form.action, &send_body(&browser, &form, FORM, "%ff%fe=%ff&&&===&%".to_owned()).await);
        for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x", ""] {
            let answered = send_body(&browser, &form, kind, "{\"text\":\"a\"}".to_owned()).await;
            assert_eq!(answered.status, StatusCode::BAD_REQUEST, "{} takes {kind}", form.action);
            assert_clear(&form.action, &answered);
        }
        assert!(Written::now(&service).await == before, "{} wrote something", form.action);
    }
}

#[tokio::test]
async fn drafts_give_back_exactly_what_was_written_and_nothing_runs() {
    let service = with_neighbour().await;
    for (person, form) in every_form(&service, &PEOPLE).await.into_iter().filter(|(_, form)| form.is_kept) {
        let browser = service.as_person(person).await;
        let form = as_it_is_now(&browser, form).await;
        let before = Written::now(&service).await;
        let mut answers = form.answers(|field| (field.kind == Kind::Words).then(|| SCRIPT.to_owned()));
        answers.push(("do".to_owned(), "draft".to_owned()));
        assert_clear(&form.action, &send(&browser, &form.action, &answers).await);
        assert_clear(&form.action, &browser.get(&form.action).await);
        assert!(Written::now(&service).await == before, "{} records a draft", form.action);
    }
}

#[tokio::test]
async fn the_neighbour_cannot_name_anybody_of_northmere() {
    let service = with_neighbour().await;
    let keys = ["lee-harper", "r-patel", "sam-okafor"];
    let foreign: Vec<String> = keys.map(|key| import::id_of(key).to_string()).into();
    let mut forms = Vec::new();
    for route in
        super::routes::routes(&service.app).into_iter().filter(|route| !route.starts_with("/sign-in"))
    {
        let browser = service.as_person("t-brook").await;
        let address = super::routes::address_for(&route, "2026-001");
        let page = browser.get(&address).await;
        for id in &foreign {
            assert!(!page.text.contains(id), "{address} offers {id} of Northmere");
        }
        forms.extend(super::forms::forms(&address, &page.text));
    }
    let browser = service.as_person("t-brook").await;
    for form in forms {
        for field in form.fields.iter().filter(|field| field.kind == Kind::Choice) {
            for id in &foreign {
                let answers = form.answers(|other| (other == field).then(|| id.clone()));
                let before = Written::now(&service).await;
                for answered in send_on(&browser, &form, &answers).await {
                    assert_clear(&form.action, &answered);
                }
                assert!(
                    Written::now(&service).await == before,
                    "{}: {} takes somebody of Northmere",
                    form.action,
                    field.name
                );
            }
        }
    }
}
