//! What people read on the page of what is due, on Thursday 26 March 2026.

use chrono::TimeDelta;

use crate::tests::harness::service;

/// What stands between two texts of a page.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("{from} is not on the page"));
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[tokio::test]
async fn the_manager_reads_the_most_urgent_things_first() {
    let service = service().await;
    let page = service.as_person("sam-okafor").await.get("/due").await.text;
    assert!(page.contains("<title>What is due – CSPR Tracker</title>"));
    assert!(page.contains("Thursday 26 March 2026") && page.contains("Start a new case"));
    let overdue = between(&page, "id=\"overdue\"", "<h2");
    assert!(overdue.contains("Wednesday 25 March") && overdue.contains("1 working day overdue"));
    assert!(overdue.contains("Chase the agency summary from Northmere Community Health"));
    assert!(overdue.contains("2026-004 · Rapid review · Agency summaries: 5 of 6 received"));
    assert!(overdue.contains("Last reminder sent 24 March 2026"));
    let today = between(&page, "id=\"today\"", "<h2");
    assert!(today.contains("Send the serious incident notification"));
    assert!(today.contains("2026-005 · Notification · <strong>Statutory deadline</strong>"));
    assert!(today.contains("Working day 5 of 5 since the council became aware"));
    let soon = between(&page, "id=\"soon\"", "<h2");
    assert!(
        soon.contains("Get the police decision")
            && soon.contains("2026-003 · Partner decisions · 2 of 3 recorded")
    );
    assert!(soon.contains("Submit the rapid review to the National Panel"));
    assert!(soon.contains("Waiting for: police decision"));
    assert!(soon.contains(
        "7 working days before publication on 15 April. Good Friday and Easter Monday are not counted"
    ));
    assert!(between(&page, "id=\"later\"", "<section").contains("Publish the review"));
    assert!(page.contains("Decide whether to keep the review online"));
}

#[tokio::test]
async fn a_report_online_for_a_year_is_not_due() {
    let service = service().await;
    service.clock.pass(TimeDelta::days(35));
    let page = service.as_person("sam-okafor").await.get("/due").await.text;
    let today = between(&page, "id=\"today\"", "<h2");
    let item = today.split("<li").find(|item| item.contains("Decide whether to keep the review online"));
    let item = item.unwrap_or_else(|| panic!("{today}"));
    assert!(item.contains("Statutory minimum, not a deadline"), "{item}");
    assert!(item.contains("Must stay online until at least Thursday 30 April 2026"), "{item}");
    assert!(item.contains("Must stay online until today") && !item.contains("Due today"), "{item}");
}

#[tokio::test]
async fn the_panels_delayed_review_is_missed_and_explained() {
    let service = service().await;
    let page = service.as_person("sam-okafor").await.get("/due").await.text;
    let missed = between(&page, "id=\"missed\"", "<h2");
    assert!(missed.contains("Missed 10 September 2025. Panel told 20 August 2025. Expected 30 June 2026"));
}

#[tokio::test]
async fn what_waits_for_others_is_apart() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let page = sam.get("/due?whose=others").await.text;
    assert!(page.contains("<title>Waiting for others – What is due"));
    assert!(page.contains("Complete action 1: Northmere Education") || page.contains("Complete action 1"));
    assert!(!page.contains("Get the police decision"), "it is time to ask again, so it is my work");
}

#[tokio::test]
async fn nothing_due_is_said_plainly() {
    let service = service().await;
    let page = service.as_person("lee-harper").await.get("/due").await.text;
    assert!(page.contains("Nothing is due. The next deadline is Friday 27 March 2026, for case 2026-003."));
    let everyone = service.as_person("lee-harper").await.get("/due?whose=everyone").await.text;
    assert!(everyone.contains("2026-003 ·") && !everyone.contains("2026-004"));
}

#[tokio::test]
async fn everyones_work_is_filtered_and_paged() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let all = sam.get("/due?whose=everyone").await.text;
    assert_eq!(all.matches("class=\"app-due__item\"").count(), 25);
    assert!(all.contains("page=2"));
    let second = sam.get("/due?whose=everyone&page=2").await.text;
    assert!(second.contains("<title>Everyone’s work (page 2) – What is due"));
    let statutory = sam.get("/due?whose=everyone&kind=statutory&stage=decisions").await.text;
    assert_eq!(statutory.matches("class=\"app-due__item\"").count(), 1);
    assert!(statutory.contains("Remove filter: </span>Statutory deadline"));
    let none = sam.get("/due?whose=everyone&kind=expected&stage=ended").await.text;
    assert!(none.contains("No dates match.") && none.contains("Clear filters"));
}

#[tokio::test]
async fn the_panel_liaison_officer_sees_what_goes_to_the_panel() {
    let service = service().await;
    let page = service.as_person("p-lowe").await.get("/due").await.text;
    assert!(page.contains("Submit the rapid review to the National Panel"));
    assert!(!page.contains("Start a new case") && !page.contains("Get the police decision"));
    let others = service.as_person("p-lowe").await.get("/due?whose=others").await.text;
    assert!(others.contains("Get the police decision"));
}

#[tokio::test]
async fn others_are_led_to_their_own_home_and_get_no_file() {
    let service = service().await;
    for (person, home) in [("a-chen", "/decisions"), ("d-ahmed", "/requests"), ("k-walsh", "/my-reviews")] {
        let person = service.as_person(person).await;
        assert_eq!(person.get("/due").await.location, home);
        assert_eq!(person.get("/due.csv").await.status, 404);
    }
}

#[tokio::test]
async fn the_same_list_goes_into_a_spreadsheet() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let file = sam.get("/due.csv?whose=everyone&kind=statutory").await;
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    let text = file.text.strip_prefix('\u{feff}').expect("it begins with a mark");
    assert!(text.starts_with("What is due\r\nExported by,Sam Okafor\r\nExported on,2026-03-26 10:42\r\nFilters,Everyone’s work; Statutory deadline\r\n"));
    assert!(text.contains("2026-03-31,3,,Submit the rapid review to the National Panel,2026-003,Statutory deadline,3 working days left,Waiting for: police decision\r\n"), "{text}");
    assert!(!text.contains("Local milestone"));
}

#[tokio::test]
async fn drafts_and_cases_viewed_are_found_again() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    assert!(sam.get("/due").await.text.contains("You have not opened a case yet."));
    sam.fill_in("/cases/2026-003/notes/new", &[("text", "Half a thought"), ("do", "draft")]).await;
    let page = sam.get("/due").await.text;
    assert!(page.contains("You have 1 unfinished draft.") && page.contains("Add a note, case 2026-003"));
    assert!(between(&page, "Recently viewed cases", "</section>").contains("href=\"/cases/2026-003\""));
}

#[tokio::test]
async fn the_printed_list_says_who_printed_it() {
    let service = service().await;
    let page = service.as_person("sam-okafor").await.get("/due?whose=mine&for=print").await.text;
    assert!(page.contains("Printed by Sam Okafor on 26 March 2026 at 10:42am"));
    assert!(
        !page.contains("Recently viewed cases") && page.contains("Send the serious incident notification")
    );
}

#[tokio::test]
async fn strange_addresses_show_the_ordinary_list() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    for query in [
        "whose=%3Cscript%3E",
        "whose=everyone&page=-1",
        "whose=everyone&page=99999999999999999999",
        "whose=everyone&stage=%00&kind=x",
        "whose=a&whose=b",
    ] {
        let page = sam.get(&format!("/due?{query}")).await;
        assert_eq!(page.status, 200, "{query}");
        assert!(!page.text.contains("<script>a") && page.text.len() < 50_000, "{query}: {}", page.text.len());
    }
}
