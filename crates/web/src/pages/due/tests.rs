//! What people read on the page of what is due, on Thursday 26 March 2026.

use chrono::TimeDelta;

use crate::tests::harness::service;

#[tokio::test]
async fn the_manager_reads_the_most_urgent_things_first() {
    let service = service().await;
    let page = service.as_person("sam-okafor").await.open("/due").await;
    assert_eq!(page.title(), "What is due – CSPR Tracker");
    assert!(page.says("Thursday 26 March 2026") && page.has_button("Start a new case"));
    let headings = page.each("h2[id]");
    let missed = "Missed, and the National Panel was told why";
    let soon = "Due in the next 5 working days";
    assert_eq!(headings, ["Overdue", missed, "Due today", soon, "Due later"]);
    let overdue = page.under("Overdue");
    assert!(overdue.contains("Wednesday 25 March") && overdue.contains("1 working day overdue"));
    assert!(overdue.contains("Chase the agency summary from Northmere Community Health"));
    assert!(overdue.contains("2026-004 · Rapid review · Agency summaries: 5 of 6 received"));
    assert!(overdue.contains("Last reminder sent 24 March 2026"));
    let today = page.under("Due today");
    assert!(today.contains("Send the serious incident notification"));
    assert!(today.contains("2026-005 · Notification · Statutory deadline"));
    assert!(today.contains("Working day 5 of 5 since the council became aware"));
    let soon = page.under(soon);
    assert!(
        soon.contains("Get the police decision")
            && soon.contains("2026-003 · Partner decisions · 2 of 3 recorded")
    );
    assert!(soon.contains("Submit the rapid review to the National Panel"));
    assert!(soon.contains("Waiting for: police decision"));
    assert!(soon.contains(
        "7 working days before publication on 15 April. Good Friday and Easter Monday are not counted"
    ));
    let later = page.under("Due later");
    assert!(
        later.contains("Publish the review") && later.contains("Decide whether to keep the review online")
    );
}

#[tokio::test]
async fn a_report_online_for_a_year_is_not_due() {
    let service = service().await;
    service.clock.pass(TimeDelta::days(35));
    let page = service.as_person("sam-okafor").await.open("/due").await;
    let items = page.each(".app-due__item");
    let item = items.iter().find(|item| item.contains("Decide whether to keep the review online")).unwrap();
    assert!(item.contains("Statutory minimum, not a deadline"), "{item}");
    assert!(item.contains("Must stay online until at least Thursday 30 April 2026"), "{item}");
    assert!(item.contains("Must stay online until today") && !item.contains("Due today"), "{item}");
}

#[tokio::test]
async fn the_panels_delayed_review_is_missed_and_explained() {
    let service = service().await;
    let missed = service
        .as_person("sam-okafor")
        .await
        .open("/due")
        .await
        .under("Missed, and the National Panel was told why");
    assert!(missed.contains("Missed 10 September 2025. Panel told 20 August 2025. Expected 30 June 2026"));
}

#[tokio::test]
async fn what_waits_for_others_is_apart() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let page = sam.open("/due?whose=others").await;
    assert!(page.title().starts_with("Waiting for others – What is due"), "{}", page.title());
    assert!(page.says("Complete action 1: Northmere Education"), "{}", page.words());
    assert!(!page.says("Get the police decision"), "it is time to ask again, so it is my work");
}

#[tokio::test]
async fn nothing_due_is_said_plainly() {
    let service = service().await;
    let lee = service.as_person("lee-harper").await;
    let page = lee.open("/due").await;
    assert!(page.says("Nothing is due. The next deadline is Friday 27 March 2026, for case 2026-003."));
    let everyone = lee.open("/due?whose=everyone").await;
    assert!(everyone.says("2026-003 ·") && !everyone.says("2026-004"));
}

#[tokio::test]
async fn everyones_work_is_filtered_and_paged() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let all = sam.open("/due?whose=everyone").await;
    assert_eq!(all.each(".app-due__item").len(), 25);
    assert!(all.leads_to("/due?whose=everyone&page=2"), "{:?}", all.links());
    let second = sam.open("/due?whose=everyone&page=2").await;
    assert!(second.title().starts_with("Everyone’s work (page 2) – What is due"), "{}", second.title());
    let statutory = sam.open("/due?whose=everyone&kind=statutory&stage=decisions").await;
    assert_eq!(statutory.each(".app-due__item").len(), 1);
    assert_eq!(statutory.link("Remove filter: Statutory deadline"), "/due?whose=everyone&stage=decisions");
    let none = sam.open("/due?whose=everyone&kind=expected&stage=ended").await;
    assert!(none.says("No dates match.") && none.says("Clear filters"));
}

#[tokio::test]
async fn the_panel_liaison_officer_sees_what_goes_to_the_panel() {
    let service = service().await;
    let liaison = service.as_person("p-lowe").await;
    let page = liaison.open("/due").await;
    assert!(page.says("Submit the rapid review to the National Panel"));
    assert!(!page.has_button("Start a new case") && !page.says("Get the police decision"));
    assert!(liaison.open("/due?whose=others").await.says("Get the police decision"));
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
    assert!(sam.get("/due.csv?whose=everyone").await.text.contains("Local milestone"));
    assert!(text.contains("2026-03-31,3,,Submit the rapid review to the National Panel,2026-003,Statutory deadline,3 working days left,Waiting for: police decision\r\n"), "{text}");
    assert!(!text.contains("Local milestone"));
}

#[tokio::test]
async fn drafts_and_cases_viewed_are_found_again() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    assert_eq!(sam.open("/due").await.under("Recently viewed cases"), "You have not opened a case yet.");
    sam.fill_in("/cases/2026-003/notes/new", &[("text", "Half a thought"), ("do", "draft")]).await;
    let page = sam.open("/due").await;
    assert!(page.says("You have 1 unfinished draft.") && page.says("Add a note, case 2026-003"));
    assert_eq!(page.under("Recently viewed cases"), "2026-003 Partner decisions");
    assert_eq!(page.link("2026-003"), "/cases/2026-003");
}

#[tokio::test]
async fn the_printed_list_says_who_printed_it() {
    let service = service().await;
    let printed = service.as_person("sam-okafor").await.get("/due?whose=mine&for=print").await;
    assert!(printed.text.contains("Printed by Sam Okafor on 26 March 2026 at 10:42am"));
    let page = printed.shown();
    assert!(page.says("Send the serious incident notification") && !page.says("Recently viewed cases"));
}

#[tokio::test]
async fn strange_addresses_show_the_ordinary_list() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    for query in [
        "whose=%3Cscript%3Ealert(1)",
        "whose=everyone&page=-1",
        "whose=everyone&page=99999999999999999999",
        "whose=everyone&stage=%00&kind=x",
        "whose=a&whose=b",
    ] {
        let answered = sam.get(&format!("/due?{query}")).await;
        assert_eq!(answered.shown().heading(), "What is due", "{query}");
        assert!(!answered.text.contains("<script>alert") && answered.text.len() < 50_000, "{query}");
    }
}
