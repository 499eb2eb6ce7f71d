//! What people read in the list of cases, on Thursday 26 March 2026.

use store::access;

use crate::tests::harness::service;

#[tokio::test]
async fn the_next_deadline_comes_first() {
    let service = service().await;
    let answered = service.as_person("sam-okafor").await.get("/cases").await;
    let page = answered.shown();
    assert_eq!(page.title(), "Cases – CSPR Tracker");
    let rows = page.table();
    let at = |case: &str| rows.iter().position(|row| row[0].contains(case)).unwrap();
    assert!(at("2026-005") < at("2026-003"));
    assert_eq!(page.each("[aria-sort=ascending]"), ["Next deadline earliest first"]);
    let row = rows[at("2026-003")].join(" / ");
    for says in ["Infant, serious harm at home", "Partner decisions", "Rapid review, 3 working days left"] {
        assert!(row.contains(says), "{says}: {row}");
    }
    assert!(answered.text.len() < 50_000, "{}", answered.text.len());
}

#[tokio::test]
async fn it_is_sorted_by_links_and_filtered_in_the_address() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let page = sam.open("/cases?sort=reference&order=up").await;
    assert!(page.table()[0][0].contains("2023-001"), "{:?}", page.table()[0]);
    assert!(page.leads_to("/cases?sort=reference"), "pressing again turns it round");
    let page = sam.open("/cases?stage=decisions&year=2026").await;
    assert!(page.leads_to("/cases/2026-003") && !page.leads_to("/cases/2026-004"));
    assert_eq!(page.link("Remove filter: Partner decisions"), "/cases?year=2026");
    assert_eq!(page.link("Clear filters"), "/cases");
    assert!(page.says("Filters (2 in use)"));
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
    let page = service.as_person("m-rees").await.open("/cases").await;
    assert!(page.says("There are no cases that you have access to."), "{}", page.words());
    assert!(page.table().is_empty() && !page.links().iter().any(|(_, to)| to.starts_with("/cases/20")));
}

#[tokio::test]
async fn a_contributor_sees_no_course_of_a_case() {
    let service = service().await;
    let page = service.as_person("d-ahmed").await.open("/cases").await;
    let row = page.table().into_iter().find(|row| row[0].contains("2026-003")).unwrap().join(" / ");
    assert!(!row.contains("Partner decisions") && !row.contains("working days left"), "{row}");
    assert!(!page.leads_to("/cases/2026-003"));
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
        assert_eq!(page.shown().heading(), "Cases", "{query}");
        assert!(!page.text.contains("<script>alert"), "{query}");
        assert_eq!(sam.get(&format!("/cases.csv?{query}")).await.status, 200, "{query}");
    }
}
