//! Addresses and queries that nobody should send, and what leaves the service in files.

use axum::http::StatusCode;

use super::routes::{address, routes};
use super::scene::with_neighbour;
use crate::tests::harness::{Answered, service};

const HOSTILE: [&str; 12] = [
    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "%00",
    "%ff%fe",
    "%E2%80%AEexe",
    "../../etc/passwd",
    "-1",
    "0",
    "99999999999999999999",
    "[]",
    "%7B%7B7*7%7D%7D",
    "'%20or%201=1--",
    "%25%25_%5C",
];

fn assert_clear(address: &str, answered: &Answered) {
    assert!(!answered.status.is_server_error(), "{address}: {}", answered.text);
    // A file is text to whoever opens it, and no browser may take it for anything else.
    let kind = answered.headers.get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    if kind.is_some_and(|kind| kind.starts_with("text/csv") || kind.starts_with("text/calendar")) {
        return;
    }
    assert!(!answered.text.contains("<script>alert"), "{address}");
    let is_page = answered.text.contains("<main") && answered.text.contains("<h1");
    assert!(is_page || answered.status.is_redirection(), "{address}: {}", answered.text);
}

/// The names by which a page reads its query: those of its forms and those in its links.
fn names(page: &str) -> Vec<String> {
    let in_forms = page.split(" name=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let in_links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let in_links = in_links
        .flat_map(|link| link.split(['?', '&', ';']).skip(1))
        .filter_map(|pair| pair.split('=').next());
    let mut names: Vec<_> = in_forms.chain(in_links).map(str::to_owned).collect();
    names.extend(["q", "page", "sort", "to", "show", "then", "for"].map(str::to_owned));
    names.retain(|name| name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter)));
    names.sort();
    names.dedup();
    names
}

#[tokio::test]
async fn every_query_is_answered_with_a_page() {
    let service = with_neighbour().await;
    let browser = service.as_person("sam-okafor").await;
    for route in
        routes(&service.app).iter().filter(|route| !["/health", "/assets/{file}"].contains(&route.as_str()))
    {
        let address = address(route);
        let page = browser.get(&address).await;
        for value in HOSTILE {
            let query: Vec<_> = names(&page.text).iter().map(|name| format!("{name}={value}")).collect();
            let query = format!("{address}?{}", query.join("&"));
            assert_clear(&query, &browser.get(&query).await);
            let twice = format!("{query}&{}", query.split('?').nth(1).unwrap_or_default());
            assert_clear(&twice, &browser.get(&twice).await);
        }
        let long = format!("{address}?q={}", "x".repeat(60_000));
        assert_clear(&long, &browser.get(&long).await);
    }
}

#[tokio::test]
async fn addresses_that_lead_out_lead_nowhere() {
    let service = service().await;
    for who in ["sam-okafor", "m-rees"] {
        let browser = service.as_person(who).await;
        let long = format!("/cases/{}", "9".repeat(20_000));
        for address in [
            "/cases/..%2f..%2fetc%2fpasswd",
            "/cases/%2e%2e/%2e%2e",
            "/cases/2026-003%00",
            "/cases/%ff",
            "/cases/%3Cscript%3Ealert(1)",
            "/cases/northmere.northmere.2026-003",
            "/cases/.2026-003",
            "/cases/2026-003/history/0",
            "/cases/2026-003/history/99999999999999999999",
            "/cases/2026-003/history/-1",
            "/cases/2026-003/deadlines/%00",
            "/assets/../Cargo.toml",
            "/assets/..%2f..%2fCargo.toml",
            "/assets/%00",
            "/sign-in/link/../../due",
            "//example.org/",
            &long,
        ] {
            let answered = browser.get(address).await;
            let gone = [StatusCode::NOT_FOUND, StatusCode::BAD_REQUEST, StatusCode::GONE];
            assert!(gone.contains(&answered.status), "{address} answers {}", answered.status);
            assert_clear(address, &answered);
        }
    }
}

#[tokio::test]
async fn signing_in_leads_to_pages_of_this_service_only() {
    let service = service().await;
    let id = import::id_of("lee-harper").to_string();
    for elsewhere in [
        "https://example.org",
        "//example.org",
        "/\\example.org",
        "\\\\example.org",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "/\t/example.org",
    ] {
        let answered =
            service.as_stranger().post("/sign-in/example", &[("person", &id), ("to", elsewhere)]).await;
        assert_eq!(answered.location, "/", "{elsewhere:?}");
    }
}

/// The title of the neighbour's case is a formula.
#[tokio::test]
async fn no_cell_of_a_spreadsheet_is_a_formula() {
    let service = with_neighbour().await;
    let browser = service.as_person("t-brook").await;
    for file in ["/cases.csv", "/due.csv?whose=everyone"] {
        let answered = browser.get(file).await;
        assert_eq!(answered.status, StatusCode::OK, "{file}");
        assert!(file.starts_with("/due") || answered.text.contains("1+1"), "the case is in {file}");
        for line in answered.text.trim_start_matches('\u{feff}').lines() {
            for cell in line.split(',') {
                let cell = cell.trim_start_matches('"');
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{file}: {line}");
            }
        }
    }
}
