//! The door and the walls: sessions, links, headers, other sites and other ways to ask.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use chrono::TimeDelta;

use super::routes::{address, routes};
use super::scene::Written;
use crate::http::csp::CONTENT_SECURITY_POLICY;
use crate::session::Token;
use crate::tests::harness::{Answered, Service, service};

/// The policy, word for word.
const POLICY: &str = "default-src 'none'; script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; \
    style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

fn header_of<'a>(answered: &'a Answered, name: &str) -> &'a str {
    answered.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
}

fn assert_closed(address: &str, answered: &Answered) {
    assert_eq!(header_of(answered, "referrer-policy"), "same-origin", "{address}");
    assert_eq!(header_of(answered, "x-content-type-options"), "nosniff", "{address}");
    if !address.starts_with("/assets/") {
        assert_eq!(header_of(answered, "cache-control"), "no-store", "{address}");
    }
    if header_of(answered, "content-type").starts_with("text/html") {
        assert_eq!(header_of(answered, "content-security-policy"), POLICY, "{address}");
    }
}

#[tokio::test]
async fn every_answer_carries_its_headers() {
    assert_eq!(CONTENT_SECURITY_POLICY, POLICY);
    let service = service().await;
    for who in [None, Some("sam-okafor"), Some("m-rees")] {
        let browser = match who {
            Some(who) => service.as_person(who).await,
            None => service.as_stranger(),
        };
        for route in routes(&service.app) {
            let address = address(&route);
            assert_closed(&address, &browser.get(&address).await);
            assert_closed(&address, &browser.post(&address, &[("do", "nothing")]).await);
        }
        assert_closed("/nowhere", &browser.get("/nowhere").await);
    }
}

/// A page of the service, and not a bare line of text.
fn assert_page(what: &str, answered: &Answered) {
    assert!(header_of(answered, "content-type").starts_with("text/html"), "{what}: {}", answered.text);
    assert!(answered.text.contains("<main") && answered.text.contains("<h1"), "{what}: {}", answered.text);
}

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    let before = Written::now(&service).await;
    let marks = [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://elsewhere.example"),
        ("origin", "https://127.0.0.1:8080"),
        ("origin", "null"),
        ("accept", "text/html"),
    ];
    for route in routes(&service.app) {
        let address = address(&route);
        for (name, value) in marks {
            let request = Request::post(&address)
                .header(header::HOST, "127.0.0.1:8080")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(name, value);
            let answered = browser.send(request, Body::from("version=1&do=record")).await;
            assert_eq!(answered.status, StatusCode::FORBIDDEN, "{address} takes a form with {name}: {value}");
            assert_page(&address, &answered);
        }
    }
    assert!(Written::now(&service).await == before);
}

#[tokio::test]
async fn other_ways_to_ask_change_nothing() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    let before = Written::now(&service).await;
    for route in routes(&service.app) {
        let address = address(&route);
        for method in
            [Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE, Method::OPTIONS, Method::CONNECT]
        {
            let request =
                Request::builder().method(&method).uri(&address).header("sec-fetch-site", "same-origin");
            let answered = browser.send(request, Body::empty()).await;
            assert_eq!(answered.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {address}");
            assert_page(&address, &answered);
        }
    }
    assert!(Written::now(&service).await == before);
}

#[tokio::test]
async fn signing_in_begins_a_new_session_and_ends_the_old_one() {
    let service = service().await;
    let old = service.as_person("lee-harper").await;
    let id = import::id_of("lee-harper").to_string();
    let answered = old.post("/sign-in/example", &[("person", &id)]).await;
    let cookie = header_of(&answered, "set-cookie").to_owned();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.ends_with("Path=/"),
        "{cookie}"
    );
    let fresh = cookie.strip_prefix("session=").and_then(|rest| rest.split(';').next()).and_then(Token::read);
    assert!(fresh.is_some() && fresh != old.token, "the session is a new one");
    assert_eq!(old.get("/").await.location, "/sign-in", "the old session has ended");
}

#[tokio::test]
async fn tokens_that_were_stolen_guessed_or_replayed_open_nothing() {
    let service = service().await;
    let browser = service.as_person("lee-harper").await;
    let stolen = browser.token.unwrap();
    assert_eq!(browser.get("/").await.location, "/due");
    browser.post("/sign-out", &[]).await;
    assert_opens_nothing(&service, &stolen.text()).await;

    let long_idle = service.as_person("lee-harper").await;
    service.clock.pass(TimeDelta::minutes(31));
    assert_opens_nothing(&service, &long_idle.token.unwrap().text()).await;

    let hash = store::Digest(Token([9; 32]).hash()).to_string();
    for guessed in [hash.as_str(), "", "0", "../..", "%00", "' or 1=1 --", &"f".repeat(64), &"f".repeat(5000)]
    {
        assert_opens_nothing(&service, guessed).await;
    }
}

async fn assert_opens_nothing(service: &Service, token: &str) {
    for page in ["/", "/cases/2026-003/notes/new"] {
        let request = Request::get(page).header(header::COOKIE, format!("session={token}"));
        let answered = service.as_stranger().send(request, Body::empty()).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER, "{page} opens with {token}");
        assert!(answered.location.starts_with("/sign-in"), "{}", answered.location);
    }
}

#[tokio::test]
async fn a_hash_from_the_record_is_no_token() {
    let service = service().await;
    let browser = service.as_person("lee-harper").await;
    let hash = browser.token.unwrap().hash();
    let mut thief = service.as_stranger();
    thief.token = Some(Token(hash));
    assert_eq!(thief.get("/").await.location, "/sign-in");
}
