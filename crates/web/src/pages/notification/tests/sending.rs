//! What is due, marking the notification as sent, and taking it back.

use axum::http::StatusCode;
use case::keeping::AccessAs;
use case::{Fact, Stage};

use super::{SENT, TEENAGER, case_of, check_and_record, on_the_list};
use crate::tests::harness::service;

#[tokio::test]
async fn the_date_comes_first_and_empty_parts_say_so() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let page = service.as_person("sam-okafor").await.open(&path).await;
    assert!(page.says("Working day 5 of 5. Due today"), "{}", page.words());
    assert!(page.has_button("Mark the notification as sent"), "{:?}", page.buttons());
    for says in ["Thinks the criteria are met", "Nothing recorded yet.", "Ethnicity is not known yet."] {
        assert!(page.says(says), "{says}: {}", page.words());
    }
}

#[tokio::test]
async fn a_notification_is_checked_and_recorded_once() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let browser = service.as_person("sam-okafor").await;
    let sent = format!("{path}/sent");
    let (check, recorded) = check_and_record(&browser, &sent, &SENT).await;
    let page = check.shown();
    assert_eq!(page.heading(), "Check and record the notification as sent");
    assert!(page.says("The rapid review is due Thursday 16 April 2026."), "{}", page.words());
    assert!(page.rows().iter().any(|(_, value)| value == "SIN-1234 <b>"), "{:?}", page.rows());
    assert_eq!((recorded.status, &recorded.location), (StatusCode::SEE_OTHER, &path), "{}", recorded.text);
    let flash = browser.open(&path).await.flash();
    assert!(flash.starts_with("Notification recorded as sent on 24 March 2026"), "{flash}");
    assert!(
        flash.contains("Met with 2 working days to spare. The rapid review is due Thursday 16 April 2026.")
    );
    let again = browser.send_on(&sent, &check.text, &[("do", "record")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text);
    let (_, case) = case_of(&service, TEENAGER).await;
    assert_eq!(case.stage, Stage::Notified);
    assert_eq!(
        case.history().iter().filter(|entry| matches!(entry.event.fact, Fact::Notified(_))).count(),
        1
    );
    assert_eq!(browser.get(&sent).await.location, path, "there is nothing to send any more");
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_the_field() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    on_the_list(&service, TEENAGER, "p-lowe", AccessAs::PanelLiaison).await;
    let browser = service.as_person("p-lowe").await;
    let sent = format!("{path}/sent");
    let wrong = browser.fill_in(&sent, &[("on-day", "27"), ("on-month", "3"), ("on-year", "2026")]).await;
    let page = wrong.refused();
    let future = "Date the notification was sent must be today or in the past";
    assert_eq!(page.link(future), "#on-day");
    assert!(page.errors().iter().any(|error| error.starts_with("Enter the number of the notification")));
    let early =
        [("on-day", "1"), ("on-month", "3"), ("on-year", "2026"), ("reference", "1"), ("decided_by", "Head")];
    let early = browser.fill_in(&sent, &early).await;
    let errors = early.refused().errors();
    assert!(errors.len() == 1 && errors[0].contains("Check both dates"), "{errors:?}");
    let unsaid = browser.fill_in(&sent, &[("reference", "1"), ("decided_by", "Head")]).await.refused();
    assert_eq!(unsaid.errors(), ["Enter the date the notification was sent, or say that it is not known"]);
    let unknown = [("on-unknown", "yes"), ("reference", "1"), ("decided_by", "Head")];
    let (_, recorded) = check_and_record(&browser, &sent, &unknown).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text);
}

#[tokio::test]
async fn only_what_somebody_may_record_is_offered() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    on_the_list(&service, TEENAGER, "a-chen", AccessAs::Partner).await;
    let police = service.as_person("a-chen").await;
    let page = police.open(&path).await;
    assert!(page.leads_to(&format!("{path}/views/police")), "{:?}", page.links());
    for form in ["/views/icb", "/sent", "/children/new"] {
        assert!(!page.leads_to(&format!("{path}{form}")), "{form}");
    }
    for form in [
        "/sent",
        "/children/new",
        "/children/1",
        "/children/1/identity",
        "/incident",
        "/views/icb",
        "/reclassify",
    ] {
        let form = format!("{path}{form}");
        assert_eq!(police.get(&form).await.status, StatusCode::NOT_FOUND, "{form}");
        assert_eq!(police.post(&form, &[("do", "draft")]).await.status, StatusCode::NOT_FOUND, "{form}");
    }
    for stranger in ["d-ahmed", "k-walsh", "m-rees"] {
        let browser = service.as_person(stranger).await;
        for page in ["", "/print", "/sent", "/children/1/name"] {
            assert_eq!(
                browser.get(&format!("{path}{page}")).await.status,
                StatusCode::NOT_FOUND,
                "{stranger} {page}"
            );
        }
        let name = browser.post(&format!("{path}/children/1/name"), &[]).await;
        assert_eq!(name.status, StatusCode::NOT_FOUND);
    }
    let browser = service.as_person("sam-okafor").await;
    for nothing in ["/children/9", "/children/x", "/children/9/identity", "/views/nobody", "/nothing"] {
        assert_eq!(browser.get(&format!("{path}{nothing}")).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
}

#[tokio::test]
async fn what_was_begun_is_kept_and_given_back() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let browser = service.as_person("sam-okafor").await;
    let sent = format!("{path}/sent");
    let saved = browser.fill_in(&sent, &[("reference", "half a num"), ("do", "autosave")]).await;
    assert_eq!(saved.status, StatusCode::NO_CONTENT);
    assert_eq!(browser.open(&sent).await.holds("reference"), "half a num");
    on_the_list(&service, TEENAGER, "p-lowe", AccessAs::PanelLiaison).await;
    assert_eq!(
        service.as_person("p-lowe").await.open(&sent).await.holds("reference"),
        "",
        "a draft is one’s own"
    );
    let later = browser.fill_in(&sent, &[("reference", "more"), ("do", "draft")]).await;
    assert_eq!(later.location, path);
    check_and_record(&browser, &sent, &SENT).await;
    let (_, case) = case_of(&service, TEENAGER).await;
    assert_eq!(case.stage, Stage::Notified);
}

#[tokio::test]
async fn a_notified_case_is_reclassified_with_a_check() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let browser = service.as_person("sam-okafor").await;
    check_and_record(&browser, &format!("{path}/sent"), &SENT).await;
    let reclassify = format!("{path}/reclassify");
    let answers = [
        ("reason", "An accident after all."),
        ("decided_by", "R. Patel"),
        ("on-day", "26"),
        ("on-month", "3"),
        ("on-year", "2026"),
        ("panel_told-day", "23"),
        ("panel_told-month", "3"),
        ("panel_told-year", "2026"),
    ];
    let early = browser.fill_in(&reclassify, &answers).await;
    let page = early.refused();
    let (error, to) = &page.links()[0];
    assert!(
        error.contains("The Panel cannot be told (23 March 2026) before the notification (24 March 2026)"),
        "{error}"
    );
    assert_eq!(to, "#panel_told-day");
    let answers = answers.map(|(name, value)| (name, if name == "panel_told-day" { "25" } else { value }));
    let (check, recorded) = check_and_record(&browser, &reclassify, &answers).await;
    assert!(check.text.contains("The rapid review falls away."));
    assert_eq!(recorded.location, path, "{}", recorded.text);
    let (_, case) = case_of(&service, TEENAGER).await;
    assert_eq!(case.stage, Stage::NotificationReclassified);
}
