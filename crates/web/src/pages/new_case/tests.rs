//! Starting a case, as somebody in the business unit does it.

use axum::http::StatusCode;
use case::PersonId;
use chrono::TimeDelta;

use crate::tests::harness::{Browser, Page, Service, service};

/// Answers every page before the last one, as it is asked.
async fn answer(browser: &Browser<'_>, title: &str) {
    let lead = import::id_of("sam-okafor").to_string();
    let other = import::id_of("r-patel").to_string();
    for (path, fields, next) in [
        (
            "/cases/new",
            // A browser sends the empty boxes too.
            vec![
                ("which", "today"),
                ("aware-day", ""),
                ("aware-month", ""),
                ("aware-year", ""),
                ("aware_time", "4.12pm"),
            ],
            "/cases/new/kind",
        ),
        ("/cases/new/kind", vec![("kind", "serious_incident")], "/cases/new/where"),
        ("/cases/new/where", vec![("place", "in_area"), ("council", "")], "/cases/new/title"),
        ("/cases/new/title", vec![("title", title)], "/cases/new/people"),
        ("/cases/new/people", vec![("lead", lead.as_str()), ("access", other.as_str())], "/cases/new/check"),
    ] {
        assert_eq!(browser.get(path).await.status, StatusCode::OK, "{path}");
        let answered = browser.post(path, &fields).await;
        assert_eq!(
            (answered.status, answered.location.as_str()),
            (StatusCode::SEE_OTHER, next),
            "{}",
            answered.text
        );
    }
}

async fn started(service: &Service, title: &str) -> Option<case::Case> {
    let actor = {
        let mut tx = service.app.db().glance().await.unwrap();
        store::people::actor(&mut tx, PersonId(import::id_of("sam-okafor"))).await.unwrap()
    };
    let mut tx = service.app.db().glance().await.unwrap();
    let rows = store::cases::list(&mut tx, &actor, None, 200).await.unwrap();
    let row = rows.into_iter().find(|row| row.title == title)?;
    Some(store::cases::case(&mut tx, &actor, row.case).await.unwrap().as_ref().clone())
}

#[tokio::test]
async fn six_pages_give_a_reference_and_a_running_clock() {
    let service = service().await;
    let browser = service.as_person("lee-harper").await;
    let first = browser.open("/cases/new").await;
    assert_eq!(first.heading(), "When did the council become aware of the incident?");
    assert_eq!(first.offers("which"), ["today", "yesterday", "other", "unknown"]);
    answer(&browser, "Toddler, burns at home").await;
    let check = browser.get("/cases/new/check").await.text;
    assert!(
        check.contains("The notification will be due on Thursday 2 April 2026 (5 working days)."),
        "{check}"
    );
    assert!(check.contains("Thursday 26 March 2026 at 4.12pm") && check.contains("R. Patel"));
    let done = browser.send_on("/cases/new/check", &check, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let case = started(&service, "Toddler, burns at home").await.unwrap();
    assert_eq!(done.location, format!("/cases/{}", case.reference().unwrap()));
    assert_eq!(case.lead, Some(PersonId(import::id_of("sam-okafor"))));
    for key in ["lee-harper", "sam-okafor", "r-patel"] {
        assert!(case.access.contains_key(&PersonId(import::id_of(key))), "{key}");
    }
    let next = browser.open("/cases/new").await;
    let started = format!("Case {} started", case.reference().unwrap());
    assert!(next.flash().starts_with(&started), "{}", next.flash());
    assert!(next.flash().contains("The notification is due Thursday 2 April 2026."), "{}", next.flash());
    assert_eq!(next.holds("which"), "", "the draft is gone");
}

#[tokio::test]
async fn a_second_press_shows_the_first_result() {
    let service = service().await;
    let browser = service.as_person("lee-harper").await;
    answer(&browser, "Toddler, burns at home").await;
    let check = browser.get("/cases/new/check").await.text;
    let again = browser.open("/cases/new/check").await;
    assert_eq!(Page::read(&check).hidden("request"), again.hidden("request"));
    let (first, second) = (
        browser.send_on("/cases/new/check", &check, &[]).await,
        browser.send_on("/cases/new/check", &check, &[]).await,
    );
    assert_eq!((first.status, &first.location), (second.status, &second.location));
    assert_eq!(first.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_is_wrong_is_said_and_kept() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    let nothing = browser.post("/cases/new", &[]).await;
    assert!(nothing.refused().title().starts_with("Error: Start a case"), "{}", nothing.refused().title());
    assert_eq!(nothing.refused().errors(), ["Select when the council became aware"]);
    let future = [("which", "other"), ("aware-day", "27"), ("aware-month", "march"), ("aware-year", "2026")];
    let future = browser.post("/cases/new", &future).await.refused();
    assert_eq!(future.errors(), ["Date the council became aware must be today or in the past"]);
    assert_eq!(future.holds("aware-month"), "march", "what was typed stays");
    let both = [("which", "today"), ("aware-day", "2"), ("aware-month", "3"), ("aware-year", "2026")];
    let both = browser.post("/cases/new", &both).await.refused().errors();
    assert!(both[0].contains("leave the date empty"), "{both:?}");
    browser.post("/cases/new", &[("which", "yesterday")]).await;
    browser.post("/cases/new/kind", &[("kind", "serious_incident")]).await;
    browser.post("/cases/new/where", &[("place", "in_area")]).await;
    let named = browser.post("/cases/new/title", &[("title", "Jane Smith <script>")]).await;
    let named = named.refused();
    assert!(named.errors()[0].starts_with("Title must not include a name"), "{:?}", named.errors());
    assert_eq!(named.holds("title"), "Jane Smith <script>", "as it was typed, and no script");
    let elsewhere = browser.post("/cases/new/where", &[("place", "elsewhere"), ("council", "")]).await;
    assert_eq!(elsewhere.refused().errors(), ["Select in whose area it happened"]);
}

#[tokio::test]
async fn nobody_skips_a_page_and_today_stays_the_day_it_was() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    assert_eq!(browser.get("/cases/new/title").await.location, "/cases/new");
    browser.post("/cases/new", &[("which", "today")]).await;
    assert_eq!(browser.get("/cases/new/check").await.location, "/cases/new/kind");
    let draft = browser.post("/cases/new/kind", &[("kind", "local_learning"), ("do", "draft")]).await;
    assert_eq!((draft.status, draft.location.as_str()), (StatusCode::SEE_OTHER, "/due"));
    service.clock.pass(TimeDelta::days(1));
    let later = service.as_person("sam-okafor").await;
    assert_eq!(later.open("/cases/new/kind").await.holds("kind"), "local_learning");
    assert_eq!(later.open("/cases/new").await.holds("which"), "yesterday");
}

#[tokio::test]
async fn an_ended_session_gives_the_page_back() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    browser.post("/cases/new", &[("which", "unknown")]).await;
    // As signing in again gives it back: a draft at the path of the page itself.
    let held = crate::form::data::Answers::default().and("kind", "care_leaver_death");
    let now = chrono::DateTime::default();
    let draft = store::drafts::Draft {
        path: "/cases/new/kind".to_owned(),
        label: String::new(),
        answers: serde_json::to_string(&held).unwrap(),
        begun_at: now,
        saved_at: now,
    };
    let person = PersonId(import::id_of("sam-okafor"));
    let save = service
        .app
        .db()
        .write(move |tx| Box::pin(async move { store::drafts::save(tx, person, &draft).await }));
    save.await.unwrap();
    for _ in 0..2 {
        assert_eq!(browser.open("/cases/new/kind").await.holds("kind"), "care_leaver_death");
    }
}

#[tokio::test]
async fn a_local_review_has_no_national_deadline() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    answer(&browser, "School, near miss").await;
    assert_eq!(browser.open("/cases/new/kind?then=check").await.hidden("then"), "check");
    let to_check = browser.post("/cases/new/kind", &[("kind", "local_learning"), ("then", "check")]).await;
    assert_eq!(to_check.location, "/cases/new/check");
    let check = browser.get("/cases/new/check").await.text;
    assert!(
        check.contains("No notification is due: a local learning review has no national limits."),
        "{check}"
    );
}

#[tokio::test]
async fn only_the_business_unit_starts_cases() {
    let service = service().await;
    for key in ["r-patel", "d-ahmed", "k-walsh", "m-rees", "p-lowe"] {
        let browser = service.as_person(key).await;
        for path in ["/cases/new", "/cases/new/kind", "/cases/new/check"] {
            assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{key} {path}");
            assert_eq!(
                browser.post(path, &[("which", "today")]).await.status,
                StatusCode::NOT_FOUND,
                "{key}"
            );
        }
    }
    assert_eq!(service.as_stranger().get("/cases/new").await.status, StatusCode::SEE_OTHER);
}
