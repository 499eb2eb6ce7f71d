use axum::http::StatusCode;
use uuid::Uuid;

use crate::form::data::Answers;
use crate::tests::harness::{Browser, hidden, service};

fn path() -> String {
    format!("/admin/plan/{}", import::id_of("northmere"))
}

/// The plan as the form has it, with some answers in place of others.
async fn changed(browser: &Browser<'_>, with: &[(&str, &str)]) -> crate::tests::harness::Answered {
    let page = browser.get(&path()).await.text;
    let mut answers = Answers::default().and("seen", hidden(&page, "seen"));
    for part in page.split("<input class=\"govuk-input").skip(1) {
        let of =
            |mark: &str| part.split_once(mark).map(|(_, rest)| rest.split('"').next().unwrap().to_owned());
        answers =
            answers.and(&of(" name=\"").unwrap(), of(" value=\"").unwrap_or_default().replace("&#39;", "'"));
    }
    for part in page.split("<select").skip(1) {
        let part = part.split("</select>").next().unwrap();
        let name = part.split_once("name=\"").unwrap().1.split('"').next().unwrap();
        let chosen = part.split("<option").find(|option| option.contains("selected"));
        let value = chosen
            .and_then(|option| option.split_once("value=\""))
            .map(|(_, rest)| rest.split('"').next().unwrap());
        answers = answers.and(name, value.unwrap_or_default());
    }
    let answers = with.iter().fold(answers, |answers, (name, value)| answers.with(name, *value));
    let all: Vec<_> = answers.iter().collect();
    browser.post(&path(), &all).await
}

#[tokio::test]
async fn a_changed_plan_moves_the_dates_of_open_cases_and_is_logged() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    let before = service.case("2026-004").await;
    let saved = changed(
        &browser,
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
    assert!(service.app.db().snapshot().await.is_ok());
}

#[tokio::test]
async fn the_law_is_not_in_the_form_and_what_is_wrong_is_said() {
    let service = service().await;
    let browser = service.as_person("m-rees").await;
    let page = browser.get(&path()).await.text;
    assert!(page.contains("Statutory deadline.") && !page.contains("name=\"day-8\""), "{page}");
    let wrong =
        changed(&browser, &[("day-5", "soon"), ("task-1", " "), ("met-6", "published"), ("day-new-1", "4")])
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
    let seen = hidden(&browser.get(&path()).await.text, "seen");
    assert_eq!(changed(&browser, &[("day-5", "11")]).await.status, StatusCode::SEE_OTHER);
    let late = changed(&browser, &[("seen", &seen), ("day-5", "9")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text.contains("Somebody else changed the plan while you were writing"));
}
