//! What the business unit records, two people at once, disagreement, a changed report, and every other question.

use case::decisions::{Answer, Question};
use case::keeping::AccessAs;
use case::rapid_review::{Recommendation, Report, Significance};
use case::reminders::Kind;
use case::terms::Partner;
use case::{Fact, ReportDigest, Step, Words};

use super::{CASE, POLICE, told};
use crate::case_view::OpenCase;
use crate::tests::harness::{Service, example, listed, recorded, service, stands};

#[tokio::test]
async fn the_business_unit_records_for_a_partner_and_says_how_it_knows() {
    let service = service().await;
    let unit = service.as_person("sam-okafor").await;
    let path = "/cases/2026-003/decisions/police/on-behalf";
    assert_eq!(unit.get(POLICE).await.status, 404, "nobody decides in the place of a partner");
    assert_eq!(service.as_person("a-chen").await.get(path).await.status, 404);
    let fields = [
        ("answer", "agree"),
        ("comment", ""),
        ("decided_by", "D. Hughes"),
        ("capacity", "delegated"),
        ("on-day", "26"),
        ("on-month", "3"),
        ("on-year", "2026"),
    ];
    let refused = unit.fill_in(path, &fields).await;
    assert!(
        refused.status == 422 && refused.text.contains("Select how you know what the police decided"),
        "{}",
        refused.text
    );
    let check =
        unit.send_on(path, &refused.text, &[&fields[..], &[("evidence", "email")]].concat()).await.text;
    assert!(check.contains("is told by email that you recorded it"), "{check}");
    assert_eq!(unit.send_on(path, &check, &[("do", "record")]).await.location, "/cases/2026-003/decisions");
    let page = unit.get("/cases/2026-003/decisions").await.text;
    assert!(
        page.contains("Decision recorded for the police: police agree")
            && page.contains("Recorded for the police from: email."),
        "{page}"
    );
    assert_eq!(told(&service).await, ["DecisionRecorded to a-chen", "PartnersDecided to p-lowe"]);
}

#[tokio::test]
async fn of_two_people_at_once_the_second_sees_who_was_first() {
    let service = service().await;
    let (first, second) = (service.as_person("a-chen").await, service.as_person("a-chen").await);
    let slow = second.fill_in(POLICE, &[("answer", "agree"), ("comment", "Mine.")]).await.text;
    let which = first.fill_in(POLICE, &[("answer", "disagree"), ("comment", "")]).await.text;
    let check =
        first.send_on(POLICE, &which, &[("not_agreed", "1"), ("reason", "It is national.")]).await.text;
    first.send_on(POLICE, &check, &[("do", "record")]).await;
    let late = second.send_on(POLICE, &slow, &[("do", "record")]).await;
    assert_eq!(late.status, 409);
    assert!(late.text.contains("The police decision was recorded at 10:42am by A. Chen"), "{}", late.text);
    assert!(late.text.contains("Mine.") && late.text.contains("Why is it decided again?"), "{}", late.text);
    let kept = second
        .send_on(POLICE, &late.text, &[("answer", "agree"), ("correction", "We spoke."), ("do", "record")])
        .await;
    assert_eq!(kept.location, "/cases/2026-003/decisions/police/recorded", "{}", kept.text);
    let case = service.case("2026-003").await;
    assert_eq!(case.decided(Question::RapidReview)[&Partner::Police].decision.answer, Answer::Agree);
}

#[tokio::test]
async fn a_disagreement_is_taken_higher_and_ends_in_the_record() {
    let service = service().await;
    let police = service.as_person("a-chen").await;
    let which = police.fill_in(POLICE, &[("answer", "disagree"), ("comment", "")]).await.text;
    let check = police.send_on(POLICE, &which, &[("not_agreed", "3"), ("reason", "No dates.")]).await.text;
    police.send_on(POLICE, &check, &[("do", "record")]).await;
    let day = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    let taken = [("level", "chair"), ("who", "The chair"), ("reason", "Dates of actions.")];
    let escalate = "/cases/2026-003/decisions/escalate";
    let done = police.fill_in(escalate, &[&taken[..], &day].concat()).await;
    assert_eq!(done.location, "/cases/2026-003/decisions", "{}", done.text);
    assert_eq!(police.get(escalate).await.status, 303, "it is with somebody already");
    let end = "/cases/2026-003/decisions/escalate/end";
    let done = police
        .fill_in(end, &[&[("resolved", "yes"), ("outcome", "Dates were added.")], &day[..]].concat())
        .await;
    assert_eq!(done.location, "/cases/2026-003/decisions", "{}", done.text);
    let page = police.get("/cases/2026-003/decisions").await.text;
    for says in [
        "Disagreement taken to the partnership chair",
        "To The chair. Dates of actions.",
        "Disagreement resolved",
        "Dates were added.",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
}

#[tokio::test]
async fn a_changed_report_voids_the_decisions_for_all_to_see_and_asks_again() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let police = service.as_person("a-chen").await;
    let back = "/cases/2026-003/decisions/send-back/police";
    let check = police
        .fill_in(
            back,
            &[("reason", "It leaves out school."), ("on-day", "26"), ("on-month", "3"), ("on-year", "2026")],
        )
        .await
        .text;
    assert_eq!(police.send_on(back, &check, &[("do", "record")]).await.location, "/cases/2026-003/decisions");
    let digest: ReportDigest = "ab".repeat(32).parse().unwrap();
    let report = Report { version: 2, digest, national: Significance::No, lcspr: true, recommendations: 2 };
    let words = [
        (case::Word::NationalSignificance, "None."),
        (case::Word::LcsprReason, "Sharing."),
        (case::Word::GoodPractice, "Persistence."),
        (case::Word::Actions, "Two."),
        (case::Word::Scope, "Two years."),
    ];
    let words = words.into_iter().fold(Words::none(), |words, (word, text)| words.and(word, text.to_owned()));
    recorded(&service, &case, "2026-03-26", Step::WriteReport(report), words).await;
    let ask = Recommendation { version: 2, decide_by: "2026-03-30".parse().ok() };
    recorded(&service, &case, "2026-03-26", Step::AskPartners(ask), Words::none()).await;
    assert_eq!(stands(&service, &case).await.undecided(Question::RapidReview).len(), 3);
    let page = police.get("/cases/2026-003/decisions").await.text;
    for says in [
        "The report changed on 26 March 2026, so decisions made on an earlier version no longer stand.",
        "No longer stands: it was made on version 1 of the report",
        "It leaves out school.",
        "Decide by <strong>Monday 30 March 2026</strong>",
        "The report puts 2 recommendations to the partners",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(
        service
            .as_person("r-patel")
            .await
            .get("/decisions")
            .await
            .text
            .contains("1 decision is waiting for you.")
    );
    assert!(police.get(POLICE).await.text.contains("Agree with all 2"));
}

#[tokio::test]
async fn partners_on_the_list_are_asked_by_letter_and_land_on_the_page_when_signed_in() {
    let service = service().await;
    let manager = service.as_person("sam-okafor").await;
    assert_eq!(manager.get(CASE).await.status, 200);
    let open = opened(&service, "2026-003", "sam-okafor").await;
    let known = open.case.history().iter().rfind(|entry| matches!(entry.event.fact, Fact::PartnersAsked(_)));
    let told = crate::form::email_preview::told(&open, known.unwrap().seq - 1);
    let [(_, Kind::DecisionAsked, reader)] = told.as_slice() else {
        panic!("only the police have not decided")
    };
    assert_eq!(reader.person, case::PersonId(import::id_of("a-chen")));
    let out = service.as_stranger().get(POLICE).await;
    assert_eq!(out.location, "/sign-in?to=%2Fcases%2F2026-003%2Fdecisions%2Fpolice");
}

#[tokio::test]
async fn every_question_has_its_page_where_it_can_be_decided() {
    let service = service().await;
    let case = example(&service, "baby-shaken").await;
    listed(&service, &case, "a-chen", AccessAs::Partner).await;
    let police = service.as_person("a-chen").await;
    for (page, asks) in [
        ("", "Do the police sign off the final report of the LCSPR?"),
        ("/improvements-only", "Do the police agree to publish only the improvements?"),
        ("/hold-publication", "Do the police agree to hold publication?"),
        ("/not-publish", "Do the police agree to publish nothing?"),
    ] {
        let shown = police.get(&case.at(&format!("/decisions/police{page}"))).await;
        assert!(shown.text.contains(asks), "{page}: {} {}", shown.status, shown.text);
    }
    let path = case.at("/decisions/police/hold-publication");
    let check = police.fill_in(&path, &[("answer", "agree"), ("comment", "")]).await.text;
    let done = police.send_on(&path, &check, &[("do", "record")]).await;
    assert!(done.location.ends_with("/decisions/police/recorded"), "{}", done.text);
    assert_eq!(stands(&service, &case).await.decided(Question::HoldPublication).len(), 1);
    assert_eq!(
        police.get(&case.at("/decisions/police/discontinue")).await.status,
        303,
        "it is too late to stop it"
    );
    assert_eq!(police.get(&case.at("/decisions/police/something")).await.status, 404);
}

/// A case as somebody has opened it.
pub(super) async fn opened(service: &Service, reference: &str, key: &str) -> OpenCase {
    let browser = service.as_person(key).await;
    let session = store::Digest(browser.token.unwrap().hash());
    let found =
        store::session::find(&mut service.app.db().glance().await.unwrap(), session, None).await.unwrap();
    let visitor = crate::session::SignedIn::of(found.unwrap(), session, service.app.clock().now());
    OpenCase::open(&service.app, visitor, reference).await.unwrap()
}
