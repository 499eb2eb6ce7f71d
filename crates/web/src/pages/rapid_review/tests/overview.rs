//! What the page shows, and to whom.

use axum::http::StatusCode;
use case::Stage;
use case::keeping::AccessAs;

use super::{DECIDING, MEETING, RETURNS, written};
use crate::tests::harness::{example, listed, service, stands};

#[tokio::test]
async fn the_deadline_comes_first_and_the_plan_stands_beside_the_tasks() {
    let service = service().await;
    let case = example(&service, RETURNS).await;
    let answered = service.as_person("sam-okafor").await.get(&case.at("/rapid-review")).await;
    let page = answered.shown();
    for says in [
        "Rapid review to the National Panel",
        "Thursday 2 April 2026",
        "Hold the rapid review meeting. Working day 10",
        "Statutory deadline",
        "5 of 6 summaries received",
        "Waiting for others",
        "Planned for Thursday 26 March 2026, working day 10",
        "Hold the meeting first",
        "Cannot start yet",
        "Record the rapid review meeting",
        "the meeting is not recorded yet",
        "No version is frozen yet",
    ] {
        assert!(page.says(says), "{says}\n{}", page.words());
    }
    assert!(answered.text.len() < 50_000);
    let words = page.words();
    let at = |text: &str| words.find(text).unwrap_or_else(|| panic!("{text}: {words}"));
    assert!(at("2 April 2026") < at("Ask agencies"));
}

#[tokio::test]
async fn a_case_that_is_not_notified_says_why_nothing_can_begin() {
    let service = service().await;
    let case = example(&service, "teenager-exploited").await;
    let browser = service.as_person("sam-okafor").await;
    let page = browser.get(&case.at("/rapid-review")).await.text;
    assert!(page.contains("The notification is not sent yet") && page.contains("No date yet"), "{page}");
    for form in ["open", "meeting", "facts", "lcspr", "ask"] {
        let form = browser.get(&case.at(&format!("/rapid-review/{form}"))).await;
        assert_eq!(form.location, case.at("/rapid-review"));
    }
}

#[tokio::test]
async fn the_review_is_opened_and_the_agencies_are_next() {
    let service = service().await;
    let case = example(&service, "teenager-exploited").await;
    let notify = case::Step::Notify(case::notification::Notification {
        time: None,
        told: Vec::new(),
        told_others: Vec::new(),
    });
    let words = case::Words::none().and(case::Word::Reference, "SIN-1").and(case::Word::DecidedBy, "Head");
    crate::tests::harness::recorded(&service, &case, "2026-03-24", notify, words).await;
    let browser = service.as_person("sam-okafor").await;
    assert!(browser.get(&case.address).await.text.contains("Open the rapid review"));
    let path = case.at("/rapid-review/open");
    let form = browser.open(&path).await;
    assert!(form.says("The plan says Tuesday 7 April 2026, working day 8"), "{}", form.words());
    let wrong = browser.fill_in(&path, &[("on-day", "25"), ("on-month", "3"), ("on-year", "2026")]).await;
    let errors = wrong.refused().errors();
    assert!(
        errors.contains(&"Select whether the executive partners and the chair were told".to_owned()),
        "{errors:?}"
    );
    let answers = [
        ("on-day", "25"),
        ("on-month", "3"),
        ("on-year", "2026"),
        ("scope", "Since birth."),
        ("executives_told", "yes"),
        ("returns_due-day", "7"),
        ("returns_due-month", "4"),
        ("returns_due-year", "2026"),
    ];
    let opened = browser.fill_in(&path, &answers).await;
    assert_eq!(opened.location, case.at("/rapid-review"), "{}", opened.text);
    let page = browser.get(&case.at("/rapid-review")).await.text;
    assert!(
        page.contains("The rapid review is open") && page.contains("wanted by Tuesday 7 April 2026"),
        "{page}"
    );
    assert_eq!(stands(&service, &case).await.stage, Stage::RapidReviewOpen);
    assert!(browser.get(&case.address).await.text.contains("Ask agencies"));
}

#[tokio::test]
async fn a_partner_reads_and_records_only_what_keeps_a_child_safe() {
    let service = service().await;
    let case = written(&service).await;
    listed(&service, &case, "a-chen", AccessAs::Partner).await;
    let browser = service.as_person("a-chen").await;
    let page = browser.open(&case.at("/rapid-review")).await;
    assert!(page.leads_to(&case.at("/rapid-review/report#learning")), "tasks lead to the report");
    for form in ["/rapid-review/ask", "/rapid-review/plan"] {
        assert!(!page.leads_to(&case.at(form)), "{form}");
    }
    for form in ["open", "meeting", "facts", "lcspr", "ask", "scrutineer"] {
        let form = browser.get(&case.at(&format!("/rapid-review/{form}"))).await;
        assert_eq!(form.status, StatusCode::NOT_FOUND);
    }
    let safety = case.at("/rapid-review/safety");
    let empty = browser.fill_in(&safety, &[]).await;
    assert!(empty.text.contains("Enter what was done to keep a child safe"));
    let done =
        [("text", "The siblings were seen."), ("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    assert_eq!(browser.fill_in(&safety, &done).await.location, case.address);
    assert!(browser.get(&case.at("/rapid-review")).await.text.contains("The siblings were seen."));
}

#[tokio::test]
async fn an_agency_sees_nothing_of_it_and_may_still_keep_a_child_safe() {
    let service = service().await;
    let case = example(&service, RETURNS).await;
    listed(&service, &case, "d-ahmed", AccessAs::Contributor).await;
    let browser = service.as_person("d-ahmed").await;
    for page in ["", "/report", "/reports/1", "/meeting"] {
        let page = browser.get(&case.at(&format!("/rapid-review{page}"))).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
    let done = [("text", "Seen today."), ("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    let recorded = browser.fill_in(&case.at("/rapid-review/safety"), &done).await;
    assert_eq!(recorded.location, case.address);
    let landed = browser.get(&case.address).await;
    assert!(landed.status == StatusCode::OK && landed.text.contains("Safety action recorded"));
}

#[tokio::test]
async fn the_meeting_says_who_was_there_and_which_working_day_it_was() {
    let service = service().await;
    let case = example(&service, RETURNS).await;
    let browser = service.as_person("sam-okafor").await;
    let path = case.at("/rapid-review/meeting");
    assert!(browser.get(&path).await.text.contains("Today is Thursday 26 March 2026, working day 10"));
    let without: Vec<_> = MEETING.into_iter().filter(|(name, _)| *name != "comment").collect();
    let refused = browser.fill_in(&path, &without).await;
    assert!(refused.text.contains("Enter why nobody was there for the police"), "{}", refused.text);
    assert_eq!(browser.fill_in(&path, &MEETING).await.location, case.at("/rapid-review"));
    let page = browser.get(&case.at("/rapid-review")).await.text;
    for says in [
        "Meeting recorded, held on Wednesday 25 March 2026, working day 9",
        "Police: not there",
        "nobody was at the meeting for the police",
        "Begins with what the meeting recorded",
    ] {
        assert!(page.contains(says), "{says}\n{page}");
    }
    let facts = browser.get(&case.at("/rapid-review/facts")).await.text;
    assert!(facts.contains("Three agencies saw &#60;b&#62;bruises"), "{facts}");
    let scrutineer = case.at("/rapid-review/scrutineer");
    let comment = [("comment", "It asks why."), ("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    assert_eq!(browser.fill_in(&scrutineer, &comment).await.location, case.at("/rapid-review"));
    assert!(browser.get(&case.at("/rapid-review")).await.text.contains("It asks why."));
}

#[tokio::test]
async fn a_version_made_elsewhere_is_shown_and_said_not_to_be_the_exact_text() {
    let service = service().await;
    let case = example(&service, DECIDING).await;
    let browser = service.as_person("sam-okafor").await;
    let page = browser.get(&case.at("/rapid-review")).await.text;
    assert!(page.contains("2 of 3 have decided on version 1") && page.contains("01fa89d4…"), "{page}");
    let version = browser.get(&case.at("/rapid-review/reports/1")).await.text;
    for says in [
        "Put to the partners on Monday 23 March 2026",
        "is not kept here",
        "How agencies shared what they knew needs a closer look.",
        "The siblings were seen and a safety plan was agreed.",
        "Who decided",
        "How health records are shared needs its own line of enquiry.",
    ] {
        assert!(version.contains(says), "{says}\n{version}");
    }
    for wrong in ["2", "0", "x", "99999999"] {
        let page = browser.get(&case.at(&format!("/rapid-review/reports/{wrong}"))).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
}
