//! Who may open what: every route, by every visitor.

use std::fmt::Write;

use axum::http::StatusCode;

use super::routes::{address, address_for, is_of_a_partnership, routes};
use super::scene::{Written, with_neighbour};
use crate::tests::harness::{Answered, Browser, Service};

/// What anybody may open.
const PUBLIC: [&str; 8] = [
    "/accessibility",
    "/assets/{file}",
    "/cookies",
    "/health",
    "/help",
    "/privacy",
    "/sign-in",
    "/sign-in/check-your-email",
];

/// The people of the examples, one of each role.
const PEOPLE: [&str; 9] =
    ["sam-okafor", "lee-harper", "r-patel", "j-mensah", "a-chen", "p-lowe", "d-ahmed", "k-walsh", "m-rees"];

fn table(head: &[&str], rows: &[(String, Vec<StatusCode>)]) -> String {
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let mut text = format!("{:width$}", "");
    for name in head {
        write!(text, "  {name:>18}").unwrap();
    }
    for (name, statuses) in rows {
        write!(text, "\n{name:width$}").unwrap();
        for status in statuses {
            write!(text, "  {:>18}", status.as_u16()).unwrap();
        }
    }
    text
}

async fn strangers(service: &Service) -> [Browser<'_>; 3] {
    [service.as_stranger(), service.as_person("t-brook").await, service.as_person("m-rees").await]
}

#[tokio::test]
async fn strangers_find_only_what_is_for_everybody() {
    let service = with_neighbour().await;
    let before = Written::now(&service).await;
    let mut rows = Vec::new();
    for route in routes(&service.app) {
        let address = address(&route);
        let (mut gets, mut posts) = (Vec::new(), Vec::new());
        for browser in strangers(&service).await {
            gets.push(browser.get(&address).await.status);
            // What an administrator may do is no matter of strangers.
            let is_own = route.starts_with("/admin") && posts.len() == 2;
            posts.push(if is_own { StatusCode::OK } else { browser.post(&address, &[]).await.status });
        }
        let is_public = PUBLIC.contains(&route.as_str());
        assert!(is_public || !gets[0].is_success(), "{route} opens for somebody who is not signed in");
        if is_of_a_partnership(&route) {
            let nothing = StatusCode::NOT_FOUND;
            let refused = [nothing, StatusCode::METHOD_NOT_ALLOWED];
            // An administrator keeps the people of this partnership, but opens no case of it.
            let strangers = if route.contains("{case}") { 1..3 } else { 1..2 };
            assert!(
                gets[strangers.clone()].iter().all(|status| refused.contains(status)),
                "{route} opens: {gets:?}"
            );
            assert!(
                posts[strangers].iter().all(|status| refused.contains(status)),
                "{route} takes forms: {posts:?}"
            );
        }
        rows.push((format!("GET  {route}"), gets));
        rows.push((format!("POST {route}"), posts));
    }
    assert!(Written::now(&service).await == before, "a stranger changed something");
    insta::assert_snapshot!(table(&["signed out", "other partnership", "administrator"], &rows));
}

#[tokio::test]
async fn people_open_the_pages_of_their_role() {
    let service = with_neighbour().await;
    let mut browsers = Vec::new();
    for person in PEOPLE {
        browsers.push(service.as_person(person).await);
    }
    let mut rows = Vec::new();
    for route in routes(&service.app) {
        let address = address(&route);
        let mut statuses = Vec::new();
        for browser in &browsers {
            let answered = browser.get(&address).await;
            assert!(!answered.status.is_server_error(), "{address}: {}", answered.text);
            statuses.push(answered.status);
        }
        rows.push((route, statuses));
    }
    insta::assert_snapshot!(table(&PEOPLE, &rows));
}

#[tokio::test]
async fn what_may_not_be_seen_answers_as_what_is_not_there() {
    let service = with_neighbour().await;
    for route in routes(&service.app).iter().filter(|route| route.contains("{case}")) {
        for who in ["t-brook", "m-rees"] {
            let browser = service.as_person(who).await;
            let there = address_for(route, "2026-003");
            let not_there = address_for(route, "2026-999");
            let (hidden, none) = (browser.get(&there).await, browser.get(&not_there).await);
            assert_alike(&there, &hidden, &none);
            let fields =
                [("version", "1"), ("request", "00000000-0000-0000-0000-000000000001"), ("do", "draft")];
            let (hidden, none) =
                (browser.post(&there, &fields).await, browser.post(&not_there, &fields).await);
            assert_alike(&there, &hidden, &none);
        }
    }
}

fn assert_alike(address: &str, one: &Answered, other: &Answered) {
    assert_eq!(one.status, other.status, "{address}");
    assert_eq!(one.text, other.text, "{address}");
    assert_eq!(one.headers, other.headers, "{address}");
}

#[tokio::test]
async fn lists_say_nothing_of_cases_that_are_hidden() {
    let service = with_neighbour().await;
    let browser = service.as_person("t-brook").await;
    let lists = [
        "/due",
        "/due?whose=everyone",
        "/due.csv",
        "/panel",
        "/panel.csv",
        "/cases",
        "/cases.csv",
        "/cases?q=2026-003",
        "/search?q=infant",
        "/search?q=2026-003",
    ];
    for list in lists {
        let page = browser.get(list).await;
        let text =
            page.text.replace("q=2026-003", "").replace("“2026-003”", "").replace("value=\"2026-003\"", "");
        for word in ["Northmere", "serious harm at home", "Sam Okafor", "/cases/2026-003"] {
            assert!(!text.contains(word), "{list} tells a stranger “{word}”");
        }
    }
}
