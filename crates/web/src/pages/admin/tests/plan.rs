use axum::http::StatusCode;
use uuid::Uuid;

use crate::tests::harness::service;

fn path() -> String {
    format!("/admin/plan/{}", import::id_of("northmere"))
}

#[tokio::test]
async fn a_changed_plan_moves_the_dates_of_open_cases_and_is_logged() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    let before = service.case("2026-004").await;
    let saved = browser
        .change(
            &path(),
            &[
                ("day-5", "11"),
                ("task-5", "Meet <b>everybody</b>"),
                ("remove-3", "yes"),
                ("day-new-1", "13"),
                ("task-new-1", "Read it once more"),
            ],
        )
        .await;
    assert_eq!(
        (saved.status, saved.location.as_str()),
        (StatusCode::SEE_OTHER, "/admin/rules"),
        "{}",
        saved.text
    );
    let rules = browser.get("/admin/rules").await.text;
    assert!(rules.contains("Meet &#60;b&#62;everybody") && rules.contains("Read it once more"), "{rules}");
    assert!(!rules.contains("Check progress") && rules.contains("The statutory deadline itself"));
    assert!(browser.get("/admin/log").await.text.contains("Changed the plan of working days of Northmere"));
    let plan = service.app.known().basis.rules(before.partnership()).choices().milestones.clone();
    let moved = plan.iter().find(|one| one.number == 5).unwrap();
    assert_eq!((moved.working_day, moved.met_by), (11, Some(case::KeyDate::MeetingHeld)));
    let after = service.case("2026-004").await;
    assert_eq!(after.history(), before.history(), "the dates move, and what was recorded stays");
}

#[tokio::test]
async fn the_law_is_not_in_the_form_and_what_is_wrong_is_said() {
    let service = service().await;
    let browser = service.as_person("m-rees").await;
    let page = browser.open(&path()).await;
    let days: Vec<_> = page.fields().into_iter().filter(|name| name.starts_with("day-")).collect();
    let local = ["day-0", "day-1", "day-2", "day-3", "day-4", "day-5", "day-6", "day-7"];
    assert_eq!(days, [&local[..], &["day-new-1", "day-new-2", "day-new-3"]].concat());
    assert!(page.says("Statutory deadline."), "{}", page.words());
    let wrong = browser
        .change(&path(), &[("day-5", "soon"), ("task-1", " "), ("met-6", "published"), ("day-new-1", "4")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for says in [
        "Working day must be a number from 0 to 250",
        "Enter what is to be done",
        "Select one of the answers that are offered",
    ] {
        assert!(wrong.text.contains(says), "{says}: {}", wrong.text);
    }
    let other = format!("/admin/plan/{}", Uuid::from_u128(4));
    assert_eq!(browser.get(&other).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_somebody_else_saved_meanwhile_is_not_overwritten_unseen() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    let seen = browser.open(&path()).await.hidden("seen");
    assert_eq!(browser.change(&path(), &[("day-5", "11")]).await.status, StatusCode::SEE_OTHER);
    let late = browser.change(&path(), &[("seen", &seen), ("day-5", "9")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text.contains("Somebody else changed the plan while you were writing"));
    let seen = late.refused().hidden("seen");
    let again = browser.change(&path(), &[("seen", &seen), ("day-5", "9")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "once it has been said, it can be saved");
}
