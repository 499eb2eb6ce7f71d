//! Who reads what, and what comes first.

use super::going_on;
use crate::tests::harness::service;

#[tokio::test]
async fn a_late_review_keeps_its_first_date_and_says_why() {
    let (service, case) = going_on().await;
    let page = service.as_person("sam-okafor").await.open(&case.at("/lcspr")).await;
    let headings = page.each("h2, h3");
    let at = |heading: &str| {
        headings.iter().position(|one| one.contains(heading)).unwrap_or_else(|| panic!("{headings:?}"))
    };
    let clock = at("LCSPR (local child safeguarding practice review)");
    assert!(clock < at("Tasks"), "the clock comes first: {headings:?}");
    for said in [
        "First date, which stays",
        "Wednesday 10 September 2025",
        "The trial was moved to February 2026.",
        "30 June 2026",
        "Secretary of State told",
    ] {
        assert!(page.says(said), "{said}: {}", page.words());
    }
    assert!(page.leads_to(&case.at("/deadlines/lcspr")), "{:?}", page.links());
}

#[tokio::test]
async fn the_reviewer_reads_it_and_records_only_their_own_work() {
    let (service, case) = going_on().await;
    let walsh = service.as_person("k-walsh").await;
    let page = walsh.open(&case.at("/lcspr")).await;
    for own in ["/lcspr/family/new", "/lcspr/drafts/new"] {
        assert!(page.leads_to(&case.at(own)), "{own}: {:?}", page.links());
    }
    for not_theirs in
        ["/lcspr/hold", "/lcspr/discontinue", "/lcspr/monitoring/new", "/decisions", "/publication"]
    {
        assert!(!page.leads_to(&case.at(not_theirs)), "{not_theirs}");
    }
    assert_eq!(walsh.get(&case.at("/lcspr/hold")).await.status, 404);
}

#[tokio::test]
async fn whoever_has_no_part_in_it_finds_nothing() {
    let (service, case) = going_on().await;
    for other in ["d-ahmed", "m-rees"] {
        assert_eq!(service.as_person(other).await.get(&case.at("/lcspr")).await.status, 404, "{other}");
    }
}

#[tokio::test]
async fn the_pages_of_every_example_can_be_read() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    for key in [
        "off-ramp-taken-down",
        "off-ramp-publication-held-then-published",
        "off-ramp-national-review-beside",
        "off-ramp-not-notifiable",
        "off-ramp-care-leaver-death",
        "baby-shaken",
        "toddler-neglect",
        "school-age-child-injured",
    ] {
        let case = crate::tests::harness::example(&service, key).await;
        let page = sam.get(&case.at("/lcspr")).await;
        assert_eq!(page.status, 200, "{key}: {}", page.text);
    }
}
