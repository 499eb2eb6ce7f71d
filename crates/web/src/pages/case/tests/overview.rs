use axum::http::StatusCode;
use case::keeping::AccessAs;
use case::{Step, Word, Words};

use crate::tests::harness::{example, listed, recorded, service};

#[tokio::test]
async fn the_overview_says_where_a_case_stands_and_what_is_due() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let answered = service.as_person("sam-okafor").await.get(&case.address).await;
    let page = answered.shown();
    assert_eq!(page.heading(), "Infant, serious harm at home");
    for says in [
        "Rapid review due Tuesday 31 March 2026",
        "3 working days left · Statutory deadline",
        "Stage 4 of 9: partner decisions",
        "Lead: Sam Okafor",
        "Today is working day 12 of 15. Statutory deadline, counted from the day after the notification was sent on \
         Tuesday 10 March 2026.",
        "Weekend: Saturday 14 March and Sunday 15 March 2026",
        "Checked against the source",
        "Counted from the council becoming aware instead",
        "Partner decisions: 2 of 3 recorded",
        "Chief Nurse, with a comment",
        "Due tomorrow, 27 March 2026",
        "Recommendation: no national review, carry out an LCSPR.",
        "6 of 6 received",
        "Decision recorded: NHS integrated care board agrees",
        "J. Mensah, NHS Northmere Integrated Care Board",
        "25 March 2026 at 9:31am",
    ] {
        assert!(page.says(says), "{says}\n{}", page.words());
    }
    assert!(page.has_button("Add a note"), "{:?}", page.buttons());
    assert_eq!(page.title(), "Case 2026-003: overview – CSPR Tracker", "no word of the title of the case");
    assert!(answered.text.len() < 50_000);
}

#[tokio::test]
async fn who_may_not_know_of_a_case_learns_nothing() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let administrator = service.as_person("m-rees").await;
    let (hidden, missing) =
        (administrator.get(&case.address).await, administrator.get("/cases/2026-999").await);
    assert_eq!((hidden.status, missing.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(hidden.text, missing.text);
}

#[tokio::test]
async fn an_agency_sees_what_is_asked_of_it_and_no_more() {
    let service = service().await;
    let case = example(&service, "toddler-neglect").await;
    listed(&service, &case, "d-ahmed", AccessAs::Contributor).await;
    let page = service.as_person("d-ahmed").await.open(&case.address).await;
    for says in [
        "What is asked of you",
        "Wednesday 25 March 2026",
        "Not received. The date has passed",
        "1 working day overdue",
    ] {
        assert!(page.says(says), "{says}\n{}", page.words());
    }
    for secret in ["Stage ", "Rapid review due", "Northmere Police", "Add a note"] {
        assert!(!page.says(secret), "{secret}");
    }
}

#[tokio::test]
async fn a_closed_case_has_no_clock_and_says_how_it_went() {
    let service = service().await;
    let case = example(&service, "off-ramp-partners-differ").await;
    let page = service.as_person("sam-okafor").await.open(&case.address).await;
    assert!(page.says("Closed 9 March 2026") && page.says("tatutory deadlines"), "{}", page.words());
    assert!(!page.says("working days left"));
    assert!(page.has_button("Reopen the case"), "{:?}", page.buttons());
}

#[tokio::test]
async fn a_long_clock_is_drawn_in_months() {
    let service = service().await;
    let case = example(&service, "off-ramp-panel-disagrees").await;
    let page = service.as_person("sam-okafor").await.open(&case.address).await;
    assert_eq!(page.each("rect").len(), 6, "{}", page.words());
    assert!(page.says("6 calendar months from the decision to start an LCSPR"));
}

#[tokio::test]
async fn a_case_that_waits_for_its_notification_leads_there() {
    let service = service().await;
    let case = example(&service, "teenager-exploited").await;
    let page = service.as_person("sam-okafor").await.open(&case.address).await;
    assert!(page.has_button("Mark the notification as sent"), "{:?}", page.buttons());
    assert!(page.says("Due today") && page.says("Stage 1 of 9: notification"), "{}", page.words());
}

#[tokio::test]
async fn a_hostile_title_is_shown_as_it_was_typed() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let words = Words::none().and(Word::Title, "<script>alert(1)</script> {{ 7*7 }}");
    recorded(&service, &case, "2026-03-26", Step::Retitle, words).await;
    let page = service.as_person("sam-okafor").await.open(&case.address).await;
    assert_eq!(page.heading(), "<script>alert(1)</script> {{ 7*7 }}");
}
