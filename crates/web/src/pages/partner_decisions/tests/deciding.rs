//! A partner's own decision.

use case::decisions::{Answer, Question};
use case::terms::{Capacity, Partner};

use super::{CASE, POLICE, told};
use crate::tests::harness::service;

#[tokio::test]
async fn the_question_comes_first_with_the_date_the_recommendations_and_the_report() {
    let service = service().await;
    let page = service.as_person("a-chen").await.get(POLICE).await.text;
    for says in [
        "Do the police agree with the rapid review recommendations?",
        "Decide by <strong>Friday 27 March 2026</strong> (1 working day left).",
        "The rapid review must reach the National Panel by Tuesday 31 March 2026.",
        "1. National review",
        "Not needed. Nothing beyond what national work already covers.",
        "2. LCSPR",
        "Carry out an LCSPR. Scope: The two years before the incident; three key lines of enquiry.",
        "3. Actions now",
        "href=\"/cases/2026-003/rapid-review/reports/1\"",
        "Agree with all 3",
        "Comment for the record (optional)",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(
        !page.contains("name=\"decided_by\"") && !page.contains("name=\"on-day\""),
        "nobody is asked who they are"
    );
}

#[tokio::test]
async fn agreeing_is_two_pages_and_says_that_all_have_decided() {
    let service = service().await;
    let police = service.as_person("a-chen").await;
    let check = police.fill_in(POLICE, &[("answer", "agree"), ("comment", "")]).await.text;
    for says in [
        "Check and record the police decision",
        "Agree with all 3 recommendations",
        "A. Chen, Assistant Chief Constable (you)",
        "26 March 2026 (today)",
        "All 3 partners will have decided",
        "due Tuesday 31 March 2026 (3 working days left)",
        "Your decision stays in the case history.",
        "value=\"change-decided_by\" formaction=\"/cases/2026-003/decisions/police#decided_by\"",
    ] {
        assert!(check.contains(says), "{says}: {check}");
    }
    let done = police.send_on(POLICE, &check, &[("do", "record")]).await;
    assert_eq!(done.location, "/cases/2026-003/decisions/police/recorded");
    let end = police.get(&done.location).await.text;
    assert!(
        end.contains("Decision recorded")
            && end.contains("3 of 3 partners have decided. You do not need to do anything else.")
    );
    let case = service.case("2026-003").await;
    let made = case.decided(Question::RapidReview)[&Partner::Police].decision.clone();
    assert_eq!(
        (made.answer, made.version, made.capacity, made.on_behalf),
        (Answer::Agree, Some(1), Capacity::Delegate, None)
    );
    assert_eq!(told(&service).await, ["PartnersDecided to p-lowe", "PartnersDecided to sam-okafor"]);
    let home = police.get("/decisions").await.text;
    assert!(
        home.contains("No decisions are waiting for you.")
            && home.contains("Your last decision was on 26 March 2026.")
    );
    let unit = service.as_person("sam-okafor").await.get(CASE).await.text;
    assert!(unit.contains("href=\"/cases/2026-003/panel/submit\""), "{unit}");
}

#[tokio::test]
async fn not_agreeing_asks_which_and_why_and_every_partner_may_still_decide() {
    let service = service().await;
    let police = service.as_person("a-chen").await;
    let none = police.fill_in(POLICE, &[("comment", "")]).await;
    assert!(
        none.status == 422
            && none.text.contains("Select whether the police agree with the rapid review recommendations")
    );
    let which = police.fill_in(POLICE, &[("answer", "disagree"), ("comment", "")]).await.text;
    assert!(which.contains("Which recommendations do you not agree with?"), "{which}");
    let empty = police.send_on(POLICE, &which, &[("not_agreed", "2"), ("reason", "")]).await;
    assert!(
        empty.status == 422 && empty.text.contains("Enter why you do not agree with recommendation 2"),
        "{}",
        empty.text
    );
    let answers = [("not_agreed", "2"), ("reason", "Too early."), ("would_agree_to", "In summer.")];
    let check = police.send_on(POLICE, &empty.text, &answers).await.text;
    assert!(
        check.contains("Recommendation 2")
            && check.contains("The business unit is told that the partners do not agree"),
        "{check}"
    );
    assert!(police.send_on(POLICE, &check, &[("do", "record")]).await.location.ends_with("/recorded"));
    assert_eq!(told(&service).await, ["PartnersDiffer to p-lowe", "PartnersDiffer to sam-okafor"]);

    let council = service.as_person("r-patel").await;
    let again = council.get("/cases/2026-003/decisions/council").await.text;
    assert!(
        again.contains("The council decided already.") && again.contains("Why is it decided again?"),
        "{again}"
    );
    let fields = [("answer", "agree"), ("comment", ""), ("correction", "After talking to the police.")];
    let check = council.fill_in("/cases/2026-003/decisions/council", &fields).await.text;
    council.send_on("/cases/2026-003/decisions/council", &check, &[("do", "record")]).await;
    let page = service.as_person("sam-okafor").await.get("/cases/2026-003/decisions").await.text;
    for says in [
        "Recommendation 2 not agreed.",
        "Reason: Too early.",
        "Would agree to: In summer.",
        "Replaced by entry",
        "After talking to the police.",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(page.contains("Take the disagreement higher"));
}

#[tokio::test]
async fn going_back_to_decide_otherwise_is_no_second_press() {
    let service = service().await;
    let police = service.as_person("a-chen").await;
    let form = police.get(POLICE).await.text;
    let check = police.send_on(POLICE, &form, &[("answer", "agree"), ("comment", "")]).await.text;
    assert!(police.send_on(POLICE, &check, &[("do", "record")]).await.location.ends_with("/recorded"));
    let before = service.case("2026-003").await.version();
    let which = police.send_on(POLICE, &form, &[("answer", "disagree"), ("comment", "")]).await.text;
    let answers = [("not_agreed", "2"), ("reason", "Too early."), ("would_agree_to", "")];
    let check = police.send_on(POLICE, &which, &answers).await.text;
    let pressed = police.send_on(POLICE, &check, &[("do", "record")]).await;
    assert_eq!(pressed.status, 409);
    assert_eq!(service.case("2026-003").await.version(), before);
}

#[tokio::test]
async fn who_decided_and_when_are_changed_behind_the_check_page() {
    let service = service().await;
    let police = service.as_person("a-chen").await;
    let check = police.fill_in(POLICE, &[("answer", "agree"), ("comment", "Kept.")]).await.text;
    let who = police.send_on(POLICE, &check, &[("do", "change-on")]).await.text;
    assert!(
        who.contains("Who decided for the police?")
            && who.contains("value=\"A. Chen, Assistant Chief Constable\""),
        "{who}"
    );
    let future = [
        ("decided_by", "D. Hughes"),
        ("capacity", "lead"),
        ("on-day", "28"),
        ("on-month", "3"),
        ("on-year", "2026"),
    ];
    let refused = police.send_on(POLICE, &who, &future).await;
    assert!(
        refused.status == 422 && refused.text.contains("Date of the decision must be today or in the past"),
        "{}",
        refused.text
    );
    let good = [
        ("decided_by", "D. Hughes"),
        ("capacity", "lead"),
        ("on-day", "25"),
        ("on-month", "3"),
        ("on-year", "2026"),
    ];
    let check = police.send_on(POLICE, &refused.text, &good).await.text;
    assert!(
        check.contains("D. Hughes") && check.contains("25 March 2026") && check.contains("Kept."),
        "{check}"
    );
    let first = police.send_on(POLICE, &check, &[("do", "change-answer")]).await.text;
    assert!(
        first.contains("name=\"decided_by\" value=\"D. Hughes\"") && first.contains("Do the police agree")
    );
    police.send_on(POLICE, &check, &[("do", "record")]).await;
    let case = service.case("2026-003").await;
    assert_eq!(case.decided(Question::RapidReview)[&Partner::Police].decision.capacity, Capacity::Lead);
}

#[tokio::test]
async fn needing_more_information_first_tells_the_lead_and_is_no_decision() {
    let service = service().await;
    let police = service.as_person("a-chen").await;
    let what = police.fill_in(POLICE, &[("answer", "needs_more_information"), ("comment", "")]).await.text;
    assert!(what.contains("What more information do you need?"));
    let check = police.send_on(POLICE, &what, &[("reason", "The chronology.")]).await.text;
    assert!(
        check.contains("2 of 3 partners will have decided") && check.contains("The deadline does not change"),
        "{check}"
    );
    let end = police.send_on(POLICE, &check, &[("do", "record")]).await.location;
    assert!(police.get(&end).await.text.contains("The business unit was told what you need."));
    assert_eq!(told(&service).await, ["MoreInformationNeeded to sam-okafor"]);
}
