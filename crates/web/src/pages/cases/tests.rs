//! What people read in the list of cases, on Thursday 26 March 2026.

use store::access;

use crate::tests::harness::service;

#[tokio::test]
async fn the_next_deadline_comes_first() {
    let service = service().await;
    let page = service.as_person("sam-okafor").await.get("/cases").await.text;
    assert!(page.contains("<title>Cases – CSPR Tracker</title>"));
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is not on the page"));
    assert!(at("href=\"/cases/2026-005\"") < at("href=\"/cases/2026-003\""));
    assert!(page.contains("aria-sort=\"ascending\""));
    assert!(
        page.contains("Rapid review, 3 working days left") && page.contains("Infant, serious harm at home")
    );
    assert!(page.len() < 50_000, "{}", page.len());
}

#[tokio::test]
async fn it_is_sorted_by_links_and_filtered_in_the_address() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let page = sam.get("/cases?sort=reference&order=up").await.text;
    assert!(page.find("2023-001").unwrap() < page.find("2024-001").unwrap());
    assert!(page.contains("href=\"/cases?sort=reference\""), "pressing again turns it round");
    let page = sam.get("/cases?stage=decisions&year=2026").await.text;
    assert!(page.contains("href=\"/cases/2026-003\"") && !page.contains("href=\"/cases/2026-004\""));
    assert!(
        page.contains("Remove filter: </span>Partner decisions")
            && page.contains("href=\"/cases?year=2026\"")
    );
    assert!(page.contains("Filters (2 in use)") && page.contains("href=\"/cases\">Clear filters"));
}

#[tokio::test]
async fn nothing_found_says_so_and_hints_at_nothing_hidden() {
    let service = service().await;
    let lee = service.as_person("lee-harper").await;
    let hidden = lee.get("/cases?q=2026-004").await.text;
    assert!(hidden.contains("No cases match.") && hidden.contains("Clear filters"));
    assert!(hidden.contains("2026-004 was not found. You may not have access."));
    assert_eq!(hidden.replace("2026-004", "2026-144"), lee.get("/cases?q=2026-144").await.text);
    assert_eq!(lee.get("/cases?q=2026-3").await.location, "/cases/2026-003");
}

#[tokio::test]
async fn an_administrator_sees_no_case() {
    let service = service().await;
    let page = service.as_person("m-rees").await.get("/cases").await.text;
    assert!(page.contains("There are no cases that you have access to.") && !page.contains("/cases/20"));
}

#[tokio::test]
async fn a_contributor_sees_no_course_of_a_case() {
    let service = service().await;
    let page = service.as_person("d-ahmed").await.get("/cases").await.text;
    assert!(page.contains("2026-003") && !page.contains("href=\"/cases/2026-003\""));
    assert!(
        !page.contains("3 working days left")
            && !page.contains("<td role=\"cell\" class=\"govuk-table__cell\" data-label=\"Stage\">Partner")
    );
}

#[tokio::test]
async fn the_list_goes_into_a_spreadsheet_and_that_is_noted() {
    let service = service().await;
    let lee = service.as_person("lee-harper").await;
    let file = lee.get("/cases.csv?year=2026&sort=reference&order=up").await;
    assert!(file.headers["content-disposition"].to_str().unwrap().contains("cases-2026-03-26.csv"));
    let text = file.text.strip_prefix('\u{feff}').expect("it begins with a mark");
    assert!(text.starts_with(
        "Cases\r\nExported by,Lee Harper\r\nExported on,2026-03-26 10:42\r\nFilters,Year: 2026\r\n"
    ));
    assert!(text.contains("2026-003,\"Infant, serious harm at home\",Partner decisions,Rapid review,2026-03-31,3,,Sam Okafor,"), "{text}");
    let mut tx = service.app.db().snapshot().await.unwrap();
    let rows = store::cases::by_reference(&mut tx, &operator(), "2026-003".parse().unwrap()).await.unwrap();
    let readings = access::readings(&mut tx, rows[0].case).await.unwrap();
    assert!(readings.iter().any(|reading| reading.what == "exported"));
}

fn operator() -> case::Actor {
    case::Actor { person: case::OPERATOR, memberships: Vec::new(), operator: true }
}

#[tokio::test]
async fn strange_addresses_do_no_harm() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    for query in [
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%00%E2%80%AE../..",
        "q=%27%22%20or%201=1%20--",
        "year=x&lead=x&due=x&sort=x&order=x&page=x",
        "page=4294967295",
        "year=2026&year=2025",
        "q=%ff%fe",
    ] {
        let page = sam.get(&format!("/cases?{query}")).await;
        assert_eq!(page.status, 200, "{query}");
        assert!(!page.text.contains("<script>alert"), "{query}");
        assert_eq!(sam.get(&format!("/cases.csv?{query}")).await.status, 200, "{query}");
    }
}
