use axum::http::StatusCode;
use case::keeping::AccessAs;
use case::{OrganisationId, Step};

use crate::tests::harness::service;

/// A case in which one of 6 agencies has not answered and is late by a working day.
const CASE: &str = "/cases/2026-004";
const LATE: &str = "northmere-community-health";
const NOT_ASKED: &str = "northmere-youth-justice";

fn agency(key: &str) -> OrganisationId {
    OrganisationId(import::id_of(key))
}

fn at(key: &str, page: &str) -> String {
    format!("{CASE}/agencies/{}{page}", import::id_of(key))
}

#[tokio::test]
async fn who_is_late_stands_first_by_name() {
    let service = service().await;
    let page = service.as_person("sam-okafor").await.open(&format!("{CASE}/agencies")).await;
    assert!(page.says("5 of 6 summaries received"), "{}", page.words());
    assert!(page.says("Northmere Community Health is 1 working day overdue."));
    for button in ["Send a reminder to the 1 that is due", "Ask agencies for information"] {
        assert!(page.has_button(button), "{button}: {:?}", page.buttons());
    }
    assert!(page.says("Received 23 March 2026") && page.says("Reminded once"));
}

#[tokio::test]
async fn an_agency_is_asked_and_its_contact_given_access_when_the_letter_was_read() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    // Given a request that was withdrawn, so that the agency can be asked again
    let withdrawn = sam.fill_in(&at(LATE, "/withdraw"), &[("reason", "Asked too early")]).await;
    assert_eq!(withdrawn.location, at(LATE, ""));
    let (late, justice) = (agency(LATE).to_string(), agency(NOT_ASKED).to_string());
    let due = [("due-day", "31"), ("due-month", "3"), ("due-year", "2026")];
    let mut answers = vec![("other", late.as_str()), ("other", justice.as_str()), ("chronology", "yes")];
    answers.extend(due);
    // When both are chosen
    let path = format!("{CASE}/agencies/ask");
    let check = sam.fill_in(&path, &answers).await.text;
    // Then the check page says who gets what
    assert!(
        check.contains("Check and send the requests") && check.contains("2 agencies are asked"),
        "{check}"
    );
    assert!(check.contains("D. Ahmed, Named nurse, Northmere Community Health, is given access"));
    assert!(check.contains("Nobody at Northmere Youth Justice has an account"));
    assert!(check.contains("Dear D. Ahmed") && check.matches("Email to ").count() == 1);
    // And recording it twice asks once
    for _ in 0..2 {
        let sent = sam.send_on(&path, &check, &[("do", "record")]).await;
        assert_eq!(
            (sent.status, sent.location.as_str()),
            (StatusCode::SEE_OTHER, "/cases/2026-004/agencies")
        );
    }
    let next = sam.get(&format!("{CASE}/agencies")).await.text;
    assert!(next.contains("Requests sent to 2 agencies"), "{next}");
    assert!(next.contains("Summaries are due Tuesday 31 March 2026."));
    let case = service.case("2026-004").await;
    assert!(
        case.agencies.requests[&agency(LATE)].is_open()
            && case.agencies.requests[&agency(NOT_ASKED)].is_open()
    );
    let listed = case.access.get(&case::PersonId(import::id_of("d-ahmed")));
    assert_eq!(listed, Some(&AccessAs::Contributor));
}

#[tokio::test]
async fn who_may_not_give_access_is_told_to_ask_the_lead() {
    let service = service().await;
    service.grant("lee-harper", "2026-004", AccessAs::BusinessUnit).await;
    let lee = service.as_person("lee-harper").await;
    let page = lee.open(&at(LATE, "/remind")).await;
    assert!(page.says("the lead of the case must give them access first"), "{}", page.words());
    assert!(!page.says("Email to"));
}

#[tokio::test]
async fn nothing_is_asked_without_an_agency_a_date_and_an_answer() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let path = format!("{CASE}/agencies/ask");
    let form = sam.open(&path).await;
    assert!(form.says("working day"), "{}", form.words());
    let offered = form.offers("other");
    assert!(offered.contains(&agency(NOT_ASKED).to_string()), "{offered:?}");
    assert!(!offered.contains(&agency("northmere-council").to_string()), "it was asked");
    let refused = sam.fill_in(&path, &[("due-day", "2"), ("due-month", "3"), ("due-year", "2026")]).await;
    let errors = refused.refused().errors().join(" / ");
    for problem in ["Select the agencies to ask", "must be today or later", "Select whether a chronology"] {
        assert!(errors.contains(problem), "{problem}: {errors}");
    }
}

#[tokio::test]
async fn all_that_are_due_are_reminded_by_a_letter_that_was_read() {
    let service = service().await;
    service.grant("d-ahmed", "2026-004", AccessAs::Contributor).await;
    let sam = service.as_person("sam-okafor").await;
    let path = format!("{CASE}/agencies/remind");
    let late = agency(LATE).to_string();
    let check = sam.fill_in(&path, &[("agencies", &late)]).await.text;
    assert!(
        check.contains("Email to D. Ahmed") && check.contains("A reminder of the business unit"),
        "{check}"
    );
    let sent = sam.fill_in(&path, &[("agencies", &late), ("do", "record")]).await;
    assert_eq!(sent.location, format!("{CASE}/agencies"));
    assert_eq!(service.case("2026-004").await.agencies.requests[&agency(LATE)].chased, 2);
}

#[tokio::test]
async fn a_reminder_to_one_agency_opens_as_the_letter_that_goes_out() {
    let service = service().await;
    service.grant("d-ahmed", "2026-004", AccessAs::Contributor).await;
    let sam = service.as_person("sam-okafor").await;
    let page = sam.open(&at(LATE, "/remind")).await;
    assert_eq!(page.heading(), "Check and send the reminder");
    assert!(page.says("Dear D. Ahmed"), "{}", page.words());
    assert_eq!(page.buttons(), ["Send the reminder"], "there are no answers to change");
    let sent = sam.fill_in(&at(LATE, "/remind"), &[("do", "record")]).await;
    assert_eq!(sent.location, at(LATE, ""));
}

#[tokio::test]
async fn an_answer_is_recorded_for_an_agency_opened_again_and_taken_higher() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let told =
        [("who", "P. Osei, Chief executive"), ("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    assert_eq!(sam.fill_in(&at(LATE, "/escalate"), &told).await.location, at(LATE, ""));
    let answer = [
        ("holds", "nothing"),
        ("decided_by", "D. Ahmed"),
        ("on-day", "26"),
        ("on-month", "3"),
        ("on-year", "2026"),
    ];
    assert_eq!(sam.fill_in(&at(LATE, "/return"), &answer).await.location, at(LATE, ""));
    let page = sam.get(&at(LATE, "")).await.text;
    assert!(page.contains("Nothing held") && page.contains("Signed off by"), "{page}");
    assert!(page.contains("P. Osei, Chief executive") && page.contains("Open the answer again"));
    let again = [
        ("reason", "The years before are missing"),
        ("due-day", "30"),
        ("due-month", "3"),
        ("due-year", "2026"),
        ("do", "record"),
    ];
    assert_eq!(sam.fill_in(&at(LATE, "/reopen"), &again).await.location, at(LATE, ""));
    let page = sam.get(&at(LATE, "")).await.text;
    assert!(page.contains("The new answer is due Monday 30 March 2026."), "{page}");
}

#[tokio::test]
async fn what_an_agency_returned_waits_for_the_meeting_and_agencies_see_none_of_this() {
    let service = service().await;
    service.grant("r-patel", "2026-004", AccessAs::Partner).await;
    service.grant("d-ahmed", "2026-004", AccessAs::Contributor).await;
    let council = at("northmere-council", "");
    let partner = service.as_person("r-patel").await.open(&council).await;
    assert!(partner.says("when the rapid review meeting is held"), "{}", partner.words());
    assert!(!partner.says("Signed off by") && !partner.says("Send a reminder"));
    assert!(service.as_person("sam-okafor").await.open(&council).await.says("Signed off by"));
    let contributor = service.as_person("d-ahmed").await;
    for page in [format!("{CASE}/agencies"), at(LATE, ""), at(LATE, "/return"), at(LATE, "/remind")] {
        assert_eq!(contributor.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
}

#[tokio::test]
async fn a_case_in_which_nobody_was_asked_says_so() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let page = sam.get("/cases/2026-005/agencies").await.text;
    assert!(page.contains("No agencies have been asked yet."), "{page}");
}

#[tokio::test]
async fn an_agency_that_was_not_asked_has_no_page() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    for page in ["", "/remind", "/reopen", "/return"] {
        assert_eq!(sam.get(&at(NOT_ASKED, page)).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    let concerned = case::agencies::AgencyConcerned { agency: agency(LATE) };
    service.record("2026-004", Step::ChaseAgency(concerned)).await;
    assert_eq!(sam.get(&at(LATE, "")).await.status, StatusCode::OK);
}
