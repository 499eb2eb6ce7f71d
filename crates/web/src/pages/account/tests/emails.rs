use axum::http::StatusCode;
use case::PersonId;
use case::reminders::Kind;
use store::mail_choices::{self, Digest, MailChoice};

use crate::tests::harness::{Service, service};

const PATH: &str = "/account/emails";

async fn chosen(service: &Service, key: &str) -> Option<MailChoice> {
    let person = PersonId(import::id_of(key));
    let mut tx = service.app.db().snapshot().await.unwrap();
    mail_choices::of(&mut tx, &[person]).await.unwrap().remove(&person)
}

#[tokio::test]
async fn whoever_chose_nothing_sees_the_digest_of_their_role_and_every_reminder() {
    let service = service().await;
    for (key, usual) in
        [("sam-okafor", "daily"), ("p-lowe", "daily"), ("a-chen", "weekly"), ("d-ahmed", "weekly")]
    {
        let page = service.as_person(key).await.open(PATH).await;
        assert_eq!(page.holds("digest"), usual, "{key}");
        assert!(page.says("What you always get") && page.says("go only in the digest"), "{}", page.words());
    }
    assert_eq!(chosen(&service, "sam-okafor").await, None);
    let account = service.as_person("a-chen").await.open("/account").await;
    assert!(account.says("Mondays at 8am") && account.leads_to("/account/emails"), "{}", account.words());
}

#[tokio::test]
async fn only_what_can_concern_the_roles_is_offered() {
    let service = service().await;
    let offered = async |key: &str| {
        let page = service.as_person(key).await.open(PATH).await;
        let offered = ["early", "news"].map(|name| page.offers(name)).concat();
        ["lcspr", "agency_return", "action", "partners_decided", "sent_to_panel", "published", "rapid_review"]
            .into_iter()
            .filter(|kind| offered.iter().any(|one| one == kind))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        offered("lee-harper").await,
        ["lcspr", "action", "partners_decided", "sent_to_panel", "rapid_review"]
    );
    assert_eq!(offered("a-chen").await, ["action", "sent_to_panel", "published"]);
    assert_eq!(offered("d-ahmed").await, ["agency_return", "action", "published"]);
    let page = service.as_person("m-rees").await.open(PATH).await;
    assert!(page.says("There is nothing to choose"), "{}", page.words());
    assert!(!page.fields().contains(&"digest".to_owned()), "{:?}", page.fields());
}

#[tokio::test]
async fn what_is_not_ticked_is_switched_off_and_the_digest_kept() {
    let service = service().await;
    let browser = service.as_person("d-ahmed").await;
    let saved = browser
        .post(
            PATH,
            &[("digest", "daily"), ("early", "action"), ("news", "withdrawn"), ("news", "action_closed")],
        )
        .await;
    assert_eq!(saved.location, "/account", "{}", saved.text);
    let choice = chosen(&service, "d-ahmed").await.unwrap();
    assert_eq!(choice.digest, Digest::Daily);
    assert_eq!(choice.switched_off, [Kind::AgencyReturn, Kind::Published].into());
    let page = browser.open(PATH).await;
    assert_eq!((page.holds("digest"), page.holds("early")), ("daily".to_owned(), "action".to_owned()));
    assert!(
        page.offers("news").contains(&"published".to_owned()) && !page.holds("news").contains("published")
    );
}

#[tokio::test]
async fn what_is_not_offered_is_refused() {
    let service = service().await;
    let browser = service.as_person("d-ahmed").await;
    let sam = service.person("sam-okafor");
    for (name, value) in
        [("digest", "hourly"), ("early", "rapid_review"), ("news", "access_given"), ("deputy", sam.as_str())]
    {
        let answers = [("digest", "daily"), (name, value)];
        let answers = if name == "digest" { &answers[1..] } else { &answers[..] };
        let refused = browser.post(PATH, answers).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}={value}");
        assert!(refused.text.contains("Error: Emails you get"), "{name}={value}");
    }
    assert_eq!(chosen(&service, "d-ahmed").await, None);
}

#[tokio::test]
async fn an_absence_needs_a_deputy_and_a_day_to_come_and_is_told_to_whoever_looks_after_people() {
    let service = service().await;
    let browser = service.as_person("lee-harper").await;
    let sam = service.person("sam-okafor");
    let away = async |deputy: &str, day: &str| {
        let until = [("until-day", day), ("until-month", "3"), ("until-year", "2026")];
        browser.post(PATH, &[&[("digest", "none"), ("deputy", deputy)][..], &until].concat()).await
    };
    assert!(away("", "30").await.text.contains("Select who gets your emails while you are away"));
    assert!(away(&sam, "25").await.text.contains("must be today or later"));
    assert_eq!(away(&sam, "31").await.location, "/account");
    let account = browser.get("/account").await.text;
    assert!(account.contains("Until Tuesday 31 March 2026 your emails about cases go to Sam Okafor"));
    let page = browser.open(PATH).await;
    assert!(page.says("You are away until Tuesday 31 March 2026") && page.has_button("I am back"));
    let manager = service.as_person("sam-okafor").await;
    let person = format!("/admin/people/{}", service.person("lee-harper"));
    for path in ["/admin/people", person.as_str()] {
        let page = manager.get(path).await.text;
        assert!(page.contains("Away until 31 March 2026, deputy: Sam Okafor"), "{path}: {page}");
    }
    // Nobody stands in who is away as well.
    let lee = service.person("lee-harper");
    let both = [
        ("digest", "none"),
        ("deputy", lee.as_str()),
        ("until-day", "27"),
        ("until-month", "3"),
        ("until-year", "2026"),
    ];
    let refused = manager.post(PATH, &both).await;
    assert!(refused.text.contains("Lee Harper is away too, until 31 March 2026"), "{}", refused.text);
}

#[tokio::test]
async fn an_absence_ends_with_a_press_and_the_deputy_stays() {
    let service = service().await;
    let browser = service.as_person("lee-harper").await;
    let sam = service.person("sam-okafor");
    let away = [
        ("digest", "none"),
        ("deputy", sam.as_str()),
        ("until-day", "26"),
        ("until-month", "3"),
        ("until-year", "2026"),
    ];
    browser.post(PATH, &away).await;
    assert!(browser.get(PATH).await.text.contains("You are away until"));
    assert_eq!(browser.post(PATH, &[("do", "back")]).await.location, PATH);
    let choice = chosen(&service, "lee-harper").await.unwrap();
    assert_eq!((choice.away_until, choice.deputy.map(|id| id.to_string())), (None, Some(sam)));
    assert_eq!(choice.digest, Digest::None);
    assert!(!browser.open(PATH).await.has_button("I am back"));
}

#[tokio::test]
async fn nobody_is_offered_as_a_deputy_who_could_not_stand_in() {
    let service = service().await;
    let deputies = async |key: &str| {
        service.as_person(key).await.open(PATH).await.each("select[name=deputy] option:not([value=''])")
    };
    let names =
        |offered: Vec<String>| offered.into_iter().map(|one| one.split(',').next().unwrap().to_owned());
    assert_eq!(names(deputies("lee-harper").await).collect::<Vec<_>>(), ["Sam Okafor"]);
    assert_eq!(names(deputies("r-patel").await).collect::<Vec<_>>(), ["P. Lowe"]);
    assert!(deputies("a-chen").await.is_empty());
    let page = service.as_person("a-chen").await.get(PATH).await.text;
    assert!(page.contains("Nobody else here could stand in for you"));
}
