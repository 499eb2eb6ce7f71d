//! From the referral to the decision of the council, and the ways that leave the path.

use axum::http::StatusCode;
use case::Stage;
use case::keeping::AccessAs;

use super::{INJURED, TEENAGER, case_of, check_and_record, on_the_list};
use crate::tests::harness::service;

#[tokio::test]
async fn from_the_referral_to_the_decision() {
    let service = service().await;
    let (path, _) = case_of(&service, INJURED).await;
    let sam = service.as_person("sam-okafor").await;
    let today = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    assert!(sam.get(&path).await.text.contains("Send the referral to the three leads"));
    assert_eq!(sam.fill_in(&format!("{path}/leads"), &today).await.location, path);
    let police = service.as_person("a-chen").await;
    assert_eq!(police.get(&path).await.status, StatusCode::NOT_FOUND, "not on the list");
    on_the_list(&service, INJURED, "a-chen", AccessAs::Partner).await;
    assert!(
        police.get(&format!("{path}/views/police")).await.text.contains("A. Chen, Assistant Chief Constable")
    );
    let view = [
        &today[..],
        &[("notifiable", "yes"), ("reason", "No account explains it."), ("decided_by", "A. Chen")],
    ]
    .concat();
    let given = police.fill_in(&format!("{path}/views/police"), &view).await;
    assert_eq!(given.location, path, "{}", given.text);
    let decision = [
        &today[..],
        &[
            ("harm", "serious_harm"),
            ("abuse", "suspected"),
            ("locus", "in_area"),
            ("kind", "serious_incident"),
        ],
        &[("reason", "Both criteria are met."), ("decided_by", "R. Patel")],
    ]
    .concat();
    let decide = format!("{path}/decision/notify");
    let refused = sam.fill_in(&decide, &decision).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text.contains("Record the view of the NHS integrated care board, or enter why it is missing")
    );
    let decision = [&decision[..], &[("comment", "On leave.")]].concat();
    let (check, recorded) = check_and_record(&sam, &decide, &decision).await;
    assert!(check.text.contains("The notification is due Wednesday 1 April 2026."), "{}", check.text);
    assert_eq!(recorded.location, path, "{}", recorded.text);
    let (_, case) = case_of(&service, INJURED).await;
    assert_eq!(case.stage, Stage::AwaitingNotification);
    let page = sam.get(&path).await.text;
    assert!(page.contains("The incident must be notified") && page.contains("On leave."));
}

#[tokio::test]
async fn criteria_not_met_lead_to_another_review() {
    let service = service().await;
    let (path, _) = case_of(&service, INJURED).await;
    let sam = service.as_person("sam-okafor").await;
    let today = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    sam.fill_in(&format!("{path}/leads"), &today).await;
    let decide = format!("{path}/decision/do-not-notify");
    let both = [
        &today[..],
        &[("harm", "death"), ("abuse", "known"), ("reason", "x"), ("decided_by", "R. Patel"), ("who", "All")],
    ]
    .concat();
    let refused = sam.fill_in(&decide, &both).await.text;
    assert!(refused.contains("Both criteria are met, so the incident must be notified"), "{refused}");
    let neither = [
        &today[..],
        &[
            ("harm", "neither"),
            ("abuse", "suspected"),
            ("reason", "A fall."),
            ("decided_by", "R. Patel"),
            ("who", "All"),
        ],
    ]
    .concat();
    let (check, recorded) = check_and_record(&sam, &decide, &neither).await;
    assert!(check.text.contains("Not needed"));
    assert_eq!(recorded.location, path, "{}", recorded.text);
    let review = [
        &today[..],
        &[
            ("kind", "local_learning_review"),
            ("reason", "Worth it."),
            ("who", "Review group"),
            ("due-day", "30"),
            ("due-month", "6"),
            ("due-year", "2026"),
        ],
    ]
    .concat();
    assert_eq!(sam.fill_in(&format!("{path}/alternative"), &review).await.location, path);
    assert!(sam.get(&path).await.text.contains("It is due 30 June 2026."));
    let end = [&today[..], &[("learning", "Look again.")]].concat();
    assert_eq!(sam.fill_in(&format!("{path}/alternative/end"), &end).await.location, path);
    let (_, case) = case_of(&service, INJURED).await;
    assert_eq!(case.stage, Stage::ActionsOpen);
}

#[tokio::test]
async fn the_deaths_that_need_no_rapid_review() {
    for (kind, form, more) in [
        ("looked_after_death", "looked-after-death", vec![("abuse", "not_suspected")]),
        ("care_leaver_death", "care-leaver-death", vec![("age", "19")]),
    ] {
        let service = service().await;
        let (path, _) = case_of(&service, INJURED).await;
        let sam = service.as_person("sam-okafor").await;
        let today = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
        sam.fill_in(&format!("{path}/leads"), &today).await;
        let decision = [
            &today[..],
            &[
                ("harm", "death"),
                ("abuse", "not_suspected"),
                ("locus", "in_area"),
                ("kind", kind),
                ("reason", "A death."),
            ],
            &[("decided_by", "R. Patel"), ("comment", "Not asked yet.")],
        ]
        .concat();
        let (_, decided) = check_and_record(&sam, &format!("{path}/decision/notify"), &decision).await;
        assert_eq!(decided.location, path, "{}", decided.text);
        let death = format!("{path}/{form}");
        let wrong = sam.fill_in(&death, &[("age", "17"), ("abuse", "known")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answers = [&today[..], &more, &[("reference", "D-1"), ("decided_by", "Head")]].concat();
        let (check, recorded) = check_and_record(&sam, &death, &answers).await;
        assert!(check.text.contains("No rapid review follows."), "{}", check.text);
        assert_eq!(recorded.location, path, "{}", recorded.text);
        assert!(sam.get(&path).await.text.contains("No rapid review is needed."));
    }
}

#[tokio::test]
async fn the_incident_is_completed_late_and_with_what_is_known() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let browser = service.as_person("sam-okafor").await;
    let incident = format!("{path}/incident");
    let answers = [
        ("incident-day", "18"),
        ("incident-month", "3"),
        ("incident-year", "2026"),
        ("account", "Found <i>after</i> two days."),
        ("aware-day", "19"),
        ("aware-month", "3"),
        ("aware-year", "2026"),
        ("aware_time", "4.12pm"),
        ("agency_aware-month", "3"),
        ("agency_aware-year", "2026"),
        ("locus", "in_area"),
        ("who", "Named nurse for safeguarding"),
        ("decided_by", "Head of safeguarding"),
    ];
    let by = import::id_of("northmere-hospital").to_string();
    let answers = [&answers[..], &[("referred_by", by.as_str())]].concat();
    let saved = browser.fill_in(&incident, &answers).await;
    assert_eq!(saved.location, path, "{}", saved.text);
    let page = browser.get(&path).await.text;
    assert!(page.contains("Found &#60;i&#62;after&#60;/i&#62; two days.") && page.contains("4:12pm"));
    assert!(page.contains("March 2026"));
    let print = browser.get(&format!("{path}/print")).await.text;
    let at = |text: &str| print.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(at(">Notifier<") < at(">Incident<") && at(">Incident<") < at(">Child 1<"));
    assert!(print.contains("Official-Sensitive"));
}

#[tokio::test]
async fn others_concerned_and_told() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let browser = service.as_person("sam-okafor").await;
    let (fernvale, nobody) = (import::id_of("fernvale-council").to_string(), uuid::Uuid::nil().to_string());
    let today = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    let authorities = format!("{path}/authorities");
    let none = browser.fill_in(&authorities, &today).await.text;
    assert!(none.contains("Choose at least one council or partnership"), "{none}");
    let wrong = [&today[..], &[("home", nobody.as_str())]].concat();
    assert!(
        browser
            .fill_in(&authorities, &wrong)
            .await
            .text
            .contains("Select from the councils that are offered")
    );
    let home = [&today[..], &[("home", fernvale.as_str())]].concat();
    assert_eq!(browser.fill_in(&authorities, &home).await.location, path);
    let told = format!("{path}/told");
    let nobody_told = browser.fill_in(&told, &today).await.text;
    assert!(nobody_told.contains("Choose at least one partner or organisation that was told"));
    let parties = [&today[..], &[("partners", "icb"), ("others", fernvale.as_str())]].concat();
    assert_eq!(browser.fill_in(&told, &parties).await.location, path);
    let page = browser.get(&path).await.text;
    assert!(page.contains("The NHS integrated care board and Fernvale Council"), "{page}");
}
