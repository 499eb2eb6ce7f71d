use axum::http::StatusCode;
use case::PartnershipId;
use case::reminders::{Kind, Overdue, Plan, Schedule};

use crate::pages::admin::reminders::settings;
use crate::tests::harness::{Answered, Browser, Service, service};
use crate::text::reminder::schedule;

fn path(kind: &str) -> String {
    format!("/admin/reminders/{}/{kind}", import::id_of("northmere"))
}

/// Sends the form of a kind with these answers; the others are empty.
async fn send(browser: &Browser<'_>, kind: &str, with: &[(&str, &str)]) -> Answered {
    let seen = browser.open(&path(kind)).await.hidden("seen");
    let names = ["before", "months", "overdue", "every", "on", "senior_after"];
    let answer = |name| with.iter().find(|(of, _)| *of == name).map_or("", |(_, answer)| *answer);
    let mut all: Vec<_> = names.into_iter().map(|name| (name, answer(name))).collect();
    all.push(("seen", &seen));
    all.extend(with.iter().filter(|(name, _)| *name == "do"));
    browser.post(&path(kind), &all).await
}

fn plan(service: &Service, kind: Kind) -> Plan {
    let known = service.app.known();
    schedule(settings(&known, PartnershipId(import::id_of("northmere")))).plan(kind).unwrap().clone()
}

#[tokio::test]
async fn other_days_are_saved_shown_and_logged_and_put_back() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    let page = browser.open(&path("agency-return")).await;
    assert_eq!((page.holds("before"), page.holds("on")), ("3, 1, 0".to_owned(), "1, 3".to_owned()));
    assert!(!page.has_button("Put back what CSPR Tracker comes with"), "{:?}", page.buttons());
    let answers = [
        ("before", "0, 4 and 2"),
        ("months", "1"),
        ("overdue", "every"),
        ("every", "2"),
        ("senior_after", "6"),
    ];
    let saved = send(&browser, "agency-return", &answers).await;
    assert_eq!(saved.location, "/admin/reminders", "{}", saved.text);
    let shipped = Schedule::shipped().plan(Kind::AgencyReturn).unwrap();
    let wanted = Plan {
        before: vec![4, 2, 0],
        months_before: vec![1],
        overdue: Some(Overdue::Every(2)),
        senior_after: Some(6),
        ..shipped.clone()
    };
    assert_eq!(plan(&service, Kind::AgencyReturn), wanted);
    let list = browser.get("/admin/reminders").await.text;
    assert!(list.contains("1 month, then 4 and 2 working days before, and on the day"), "{list}");
    assert!(list.contains("Information asked of an agency (changed here)"), "{list}");
    let page = browser.open(&path("agency-return")).await;
    assert!(page.has_button("Put back what CSPR Tracker comes with"), "{:?}", page.buttons());
    assert_eq!(send(&browser, "agency-return", &[("do", "shipped")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(&plan(&service, Kind::AgencyReturn), shipped);
    let log = browser.get("/admin/log").await.text;
    assert_eq!(log.matches("Changed when reminders go in Northmere").count(), 2, "{log}");
    assert!(log.contains("information asked of an agency"));
}

#[tokio::test]
async fn what_cannot_hold_is_refused_with_what_to_do() {
    let service = service().await;
    let browser = service.as_person("m-rees").await;
    for (answers, says) in [
        (
            vec![("before", "soon"), ("overdue", "never")],
            "Enter whole numbers with commas between them, such as 5, 2, 1, 0",
        ),
        (
            vec![("before", "61, 2"), ("overdue", "never")],
            "at most 60 working days before it is due. Take 61 out",
        ),
        (vec![("months", "13"), ("overdue", "never")], "at most 12 months before it is due. Take 13 out"),
        (vec![("months", "0"), ("overdue", "never")], "Take 0 out of the months"),
        (vec![("overdue", "every"), ("every", "0")], "Enter a number of working days from 1 to 250"),
        (vec![("overdue", "every")], "Enter how many working days lie between reminders"),
        (vec![("overdue", "on")], "Enter on which working days to remind"),
        (vec![("overdue", "on"), ("on", "0, 3")], "Take 0 out. The day itself is 0"),
        (vec![("overdue", "never"), ("senior_after", "3")], "Nobody is reminded when it is overdue"),
        (vec![("before", "2")], "Select when to remind once it is overdue"),
    ] {
        let refused = send(&browser, "rapid-review", &answers).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{answers:?}");
        assert!(refused.text.contains(says), "{says}: {}", refused.text);
    }
    assert_eq!(&plan(&service, Kind::RapidReview), Schedule::shipped().plan(Kind::RapidReview).unwrap());
    for kind in ["rapid_review", "published", "nothing"] {
        assert_eq!(browser.get(&path(kind)).await.status, StatusCode::NOT_FOUND, "{kind}");
    }
}

#[tokio::test]
async fn what_somebody_else_saved_meanwhile_is_not_overwritten_unseen() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    let answers = [("before", "9"), ("overdue", "each_working_day")];
    let mut late = answers.to_vec();
    let seen = browser.open(&path("lcspr")).await.hidden("seen");
    assert_eq!(send(&browser, "lcspr", &answers).await.status, StatusCode::SEE_OTHER);
    late.push(("seen", &seen));
    let refused = browser.post(&path("lcspr"), &late).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Somebody else changed these reminders"));
}
