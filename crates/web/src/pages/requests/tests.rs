use axum::http::StatusCode;
use case::agencies::Holds;
use case::keeping::AccessAs;
use case::notification::{IdentifyChild, Identity};
use case::{OrganisationId, PersonId, Step, Word};
use uuid::Uuid;

use crate::tests::harness::{Service, service};

const AGENCY: &str = "northmere-community-health";

fn agency() -> OrganisationId {
    OrganisationId(import::id_of(AGENCY))
}

fn at(page: &str) -> String {
    format!("/cases/2026-004/requests/{}{page}", import::id_of(AGENCY))
}

/// A case in which the agency of a contributor, who is on its list, has not answered.
async fn asked() -> Service {
    let service = service().await;
    service.grant("d-ahmed", "2026-004", AccessAs::Contributor).await;
    let identity = Identity { name: "Robin Example".to_owned(), date_of_birth: None };
    let child = IdentifyChild { child: 1, person: PersonId(Uuid::from_u128(0xc1)), identity };
    service.record("2026-004", Step::IdentifyChild(child)).await;
    service
}

#[tokio::test]
async fn a_request_says_what_is_wanted_and_offers_three_answers_and_no_name() {
    let service = asked().await;
    let browser = service.as_person("d-ahmed").await;
    assert!(browser.open("/requests").await.leads_to(&at("")), "the home leads to the request");
    let page = browser.open(&at("")).await;
    for words in [
        "Due Wednesday 25 March 2026",
        "1 working day overdue",
        "A summary and a chronology",
        "March 2024 to 13 March 2026",
        "We hold information",
        "We hold nothing",
        "We need to check",
    ] {
        assert!(page.says(words), "{words}: {}", page.words());
    }
    assert!(page.has_button("Show names") && !page.says("Robin Example"), "{:?}", page.buttons());
}

#[tokio::test]
async fn names_are_shown_on_request_and_that_is_logged() {
    let service = asked().await;
    let browser = service.as_person("d-ahmed").await;
    assert_eq!(browser.get(&at("/names")).await.location, at(""));
    let page = browser.post(&at("/names"), &[]).await.text;
    assert!(page.contains("Robin Example") && page.contains("noted in the log"), "{page}");
    let mut tx = service.app.db().snapshot().await.unwrap();
    let (operator, reference) = (case::Actor::operator(), "2026-004".parse().unwrap());
    let rows = store::cases::by_reference(&mut tx, &operator, reference).await.unwrap();
    let case = rows[0].case;
    let readings = store::access::readings(&mut tx, case).await.unwrap();
    let ahmed = PersonId(import::id_of("d-ahmed"));
    assert!(
        readings.iter().any(|reading| reading.person == ahmed && reading.what == "named"),
        "{readings:?}"
    );
}

#[tokio::test]
async fn an_agency_says_that_it_checks_and_then_that_it_holds_information() {
    let service = asked().await;
    let browser = service.as_person("d-ahmed").await;
    let checking =
        browser.fill_in(&at("/checking"), &[("comment", "Paper records are in the archive")]).await;
    assert_eq!(checking.location, at(""));
    assert!(browser.get(&at("")).await.text.contains("We need to check"));
    assert_eq!(browser.fill_in(&at("/holding"), &[("comment", "")]).await.location, at("/summary"));
    let page = browser.get(&at("")).await.text;
    assert!(page.contains("Write the summary") && page.contains("Hand in your own text"), "{page}");
    let sam = service.as_person("sam-okafor").await;
    assert!(
        sam.get("/cases/2026-004/agencies").await.text.contains("Holds information, the summary follows")
    );
}

#[tokio::test]
async fn a_summary_of_six_questions_is_kept_while_it_is_written_and_sent() {
    let service = asked().await;
    let browser = service.as_person("d-ahmed").await;
    let form = browser.open(&at("/summary")).await;
    assert_eq!(form.holds("decided_by"), "D. Ahmed, Named nurse");
    assert_eq!(form.each("form[data-autosave]").len(), 1);
    let kept = browser.post(&at("/summary"), &[("summary", "Seen twice"), ("do", "draft")]).await;
    assert_eq!(kept.location, at(""));
    assert!(browser.get("/requests").await.text.contains("1 unfinished draft"));
    let refused = browser.fill_in(&at("/summary"), &[("decided_by", "D. Ahmed")]).await;
    let errors = refused.refused().errors();
    assert!(errors[0].starts_with("Enter your agency’s involvement"), "{errors:?}");
    let answers = [
        ("summary", "Seen twice in the first month"),
        ("facts", "3 January: home visit"),
        ("analysis", "Two teams, one record each"),
        ("childs_experience", "Settled with the grandmother"),
        ("good_practice", "A second visit on the same day"),
        ("learning", "Share the record"),
        ("chronology", "yes"),
        ("decided_by", "D. Ahmed, Named nurse"),
    ];
    assert_eq!(browser.fill_in(&at("/summary"), &answers).await.location, at(""));
    let page = browser.open(&at("")).await;
    assert!(page.says("Summary sent") && page.says("The business unit has it."), "{}", page.words());
    assert!(page.says("Two teams, one record each") && !page.has_button("Show names"));
    let case = service.case("2026-004").await;
    let last = &case.history().last().unwrap().event;
    assert_eq!(last.words.get(Word::ChildsExperience), Some("Settled with the grandmother"));
    assert_eq!(case.agencies.requests[&agency()].holds, Some(Holds::Information));
    // What is answered is not answered again.
    assert_eq!(browser.get(&at("/summary")).await.location, at(""));
}

#[tokio::test]
async fn a_text_of_its_own_or_nothing_held_is_an_answer_too() {
    for (page, answers, holds, says) in [
        (
            "/own-text",
            vec![("summary", "Our own report"), ("decided_by", "D. Ahmed")],
            Holds::Information,
            "Summary sent",
        ),
        ("/nothing", vec![("decided_by", "D. Ahmed")], Holds::Nothing, "Answer sent: nothing held"),
    ] {
        let service = asked().await;
        let browser = service.as_person("d-ahmed").await;
        assert_eq!(browser.fill_in(&at(page), &answers).await.location, at(""));
        assert!(browser.get(&at("")).await.text.contains(says));
        assert_eq!(service.case("2026-004").await.agencies.requests[&agency()].holds, Some(holds));
    }
}

#[tokio::test]
async fn only_the_agency_that_was_asked_finds_its_request() {
    let service = asked().await;
    let other = format!("/cases/2026-004/requests/{}", import::id_of("northmere-hospital"));
    for (who, page) in
        [("d-ahmed", other), ("sam-okafor", at("")), ("a-chen", at("")), ("m-rees", at("/names"))]
    {
        let browser = service.as_person(who).await;
        assert_eq!(browser.get(&page).await.status, StatusCode::NOT_FOUND, "{who}");
        assert_eq!(
            browser.post(&format!("{page}/nothing"), &[]).await.status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
    }
}

#[tokio::test]
async fn names_are_no_longer_shown_when_the_request_is_withdrawn() {
    let service = asked().await;
    let browser = service.as_person("d-ahmed").await;
    let sam = service.as_person("sam-okafor").await;
    let path = format!("/cases/2026-004/agencies/{}/withdraw", agency());
    assert_eq!(sam.fill_in(&path, &[("reason", "Not needed")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.post(&at("/names"), &[]).await.status, StatusCode::NOT_FOUND);
    assert!(browser.get(&at("")).await.text.contains("Nothing is wanted any more"));
}
