//! The National Panel, as the people of a case record it.

use case::keeping::AccessAs;
use case::panel::PanelOutcome;
use case::{Stage, Step, Words};

use crate::tests::harness::{
    Answered, Browser, Example, Service, example, listed, recorded, service, stands,
};

const WITH_PANEL: &str = "off-ramp-outside-england";

/// A letter of yesterday with an outcome, recorded over its three pages.
async fn letter(
    browser: &Browser<'_>,
    of: &Example,
    outcome: &str,
    more: &[(&str, &str)],
) -> (Answered, Answered) {
    let path = of.at("/panel/responses/new");
    let first = [
        ("on-day", "25"),
        ("on-month", "3"),
        ("on-year", "2026"),
        ("letter-day", "24"),
        ("letter-month", "3"),
        ("letter-year", "2026"),
        ("outcome", outcome),
        ("summary", "In short"),
    ];
    let second = browser.fill_in(&path, &first).await;
    let check = browser.send_on(&path, &second.text, more).await;
    let done = browser.send_on(&path, &check.text, &[("do", "record")]).await;
    (check, done)
}

async fn with_liaison(service: &Service, key: &str) -> Example {
    let of = example(service, key).await;
    listed(service, &of, "p-lowe", AccessAs::PanelLiaison).await;
    of
}

#[tokio::test]
async fn a_report_goes_although_a_partner_has_not_decided() {
    let service = service().await;
    let of = example(&service, "infant-serious-harm").await;
    let browser = service.as_person("sam-okafor").await;
    let path = of.at("/panel/submit");
    let page = browser.get(&path).await.text;
    assert!(page.contains("There is no decision on version 1 for the police."), "{page}");
    let on = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026"), ("report", "1")];
    let refused = browser.fill_in(&path, &on).await;
    assert_eq!(refused.refused().errors(), ["Enter why it is sent without that"]);
    let check = browser.fill_in(&path, &[&on[..], &[("reason", "The deadline")]].concat()).await;
    assert!(check.text.contains("Version 1 of the rapid review report"), "{}", check.text);
    assert!(check.text.contains("Met with 3 working days to spare."), "{}", check.text);
    let done = browser.send_on(&path, &check.text, &[("do", "record")]).await;
    assert_eq!(done.location, of.at("/panel"));
    let page = browser.get(&done.location).await.text;
    assert!(page.contains("Met with 3 working days to spare. A reply is expected by"), "{page}");
    assert!(page.contains("Sent on 26 March 2026. No response yet."), "{page}");
    assert_eq!(stands(&service, &of).await.stage, Stage::SubmittedToPanel);
}

#[tokio::test]
async fn another_version_than_was_looked_at_does_not_go() {
    let service = service().await;
    let of = example(&service, "infant-serious-harm").await;
    let browser = service.as_person("sam-okafor").await;
    let answers =
        [("on-day", "26"), ("on-month", "3"), ("on-year", "2026"), ("report", "7"), ("reason", "Late")];
    let refused = browser.fill_in(&of.at("/panel/submit"), &answers).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Version 1 of the report is with the partners now"));
}

#[tokio::test]
async fn a_letter_is_recorded_with_its_advice_and_leads_on() {
    let service = service().await;
    let of = with_liaison(&service, WITH_PANEL).await;
    let lcspr = stands(&service, &of).await.rapid_review.sent().unwrap().lcspr;
    let outcome = if lcspr { "agree_lcspr" } else { "agree_no_lcspr" };
    let browser = service.as_person("p-lowe").await;
    let page = browser.get(&of.at("/panel")).await.text;
    assert!(page.contains("Sent on 5 March 2026. No response yet, 15 working days."), "{page}");
    let more = [
        ("agreed", "1"),
        ("agreed", "2"),
        ("not_agreed", "3"),
        ("remarks", "praises_quality"),
        ("advice", "First\n\n- Second"),
        ("advice_due-day", "30"),
        ("advice_due-month", "4"),
        ("advice_due-year", "2026"),
    ];
    let (check, done) = letter(&browser, &of, outcome, &more).await;
    assert!(check.text.contains("2 points of advice become things to deal with."), "{}", check.text);
    assert_eq!(done.location, of.at("/panel/what-follows"), "{}", done.text);
    let next = browser.get(&done.location).await.text;
    assert!(next.contains("2 points of advice are open.") && next.contains("The business unit records"));
    let case = stands(&service, &of).await;
    assert_eq!((case.stage, case.panel.advice.len()), (Stage::PanelResponded, 2));
    assert!(case.panel.responses[0].praises_quality && !case.panel.responses[0].recommendations[2].agrees);
    let page = browser.get(&of.at("/panel")).await.text;
    assert!(
        page.contains("Open. Due Thursday 30 April 2026:") && page.contains("Response 1: The National Panel")
    );
    let one = browser.get(&of.at("/panel/responses/1")).await;
    assert!(one.status == 200 && one.text.contains("24 March 2026") && one.text.contains("25 March 2026"));
    assert_eq!(browser.get(&of.at("/panel/responses/2")).await.status, 404);

    let path = of.at("/panel/advice/1/done");
    let answers = [("outcome", "Done so"), ("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    assert_eq!(browser.fill_in(&path, &answers).await.location, of.at("/panel"));
    assert_eq!(stands(&service, &of).await.panel.open_advice().count(), 1);
    assert_eq!(browser.get(&of.at("/panel/advice/9/done")).await.status, 404);
}

#[tokio::test]
async fn the_same_letter_is_not_recorded_twice() {
    let service = service().await;
    let of = with_liaison(&service, WITH_PANEL).await;
    let browser = service.as_person("p-lowe").await;
    letter(&browser, &of, "thematic_review", &[("agrees", "not_said")]).await;
    let (check, _) = letter(&browser, &of, "thematic_review", &[("agrees", "not_said")]).await;
    assert_eq!(check.status, 422);
    assert_eq!(stands(&service, &of).await.panel.responses.len(), 1);
}

#[tokio::test]
async fn what_the_panel_asks_is_answered_and_the_wait_begins_anew() {
    let service = service().await;
    let of = with_liaison(&service, WITH_PANEL).await;
    let browser = service.as_person("p-lowe").await;
    let due = [("reply_due-day", "8"), ("reply_due-month", "4"), ("reply_due-year", "2026")];
    let (check, _) = letter(&browser, &of, "more_information", &due).await;
    assert_eq!(check.status, 422, "what was asked is missing");
    let more = [&due[..], &[("text", "Who knew?")]].concat();
    letter(&browser, &of, "more_information", &more).await;
    let page = browser.get(&of.at("/panel")).await.text;
    assert!(page.contains("The National Panel asked for more information on 25 March 2026."), "{page}");
    assert!(page.contains("The reply is due Wednesday 8 April 2026") && page.contains("Who knew?"));
    let home = browser.get("/panel").await.text;
    assert!(home.contains("Answer the National Panel’s question") && home.contains("Wednesday 8 April"));
    let answers = [("text", "All of us"), ("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    let done = browser.fill_in(&of.at("/panel/answer"), &answers).await;
    let page = browser.get(&done.location).await.text;
    assert!(page.contains("question was answered on 26 March 2026. No response yet."), "{page}");
}

#[tokio::test]
async fn a_disagreement_leads_to_reconsidering_and_its_tasks() {
    let service = service().await;
    let of = with_liaison(&service, WITH_PANEL).await;
    let lcspr = stands(&service, &of).await.rapid_review.sent().unwrap().lcspr;
    let outcome = if lcspr { "disagree_lcspr_not_needed" } else { "disagree_wants_lcspr" };
    let browser = service.as_person("sam-okafor").await;
    let (check, done) = letter(&browser, &of, outcome, &[]).await;
    assert!(check.text.contains("The partners reconsider, and the decision stays theirs."), "{}", check.text);
    let ways = browser.open(&done.location).await.offers("way");
    assert!(ways.contains(&"reconsider".to_owned()) && !ways.contains(&"lcspr".to_owned()), "{ways:?}");
    assert_eq!(browser.post(&done.location, &[("way", "lcspr")]).await.status, 422);
    let chosen = browser.post(&done.location, &[("way", "reconsider")]).await;
    assert_eq!(chosen.location, of.at("/panel/reconsider"));
    let answers =
        [("reason", "As the letter says"), ("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    let done = browser.fill_in(&chosen.location, &answers).await;
    let page = browser.get(&done.location).await.text;
    assert!(page.contains("Each partner decides again") && page.contains("0 of 3 decided"), "{page}");
    assert_eq!(stands(&service, &of).await.stage, Stage::PartnersReconsidering);
}

#[tokio::test]
async fn without_an_lcspr_the_actions_go_on() {
    let service = service().await;
    let of = with_liaison(&service, WITH_PANEL).await;
    let browser = service.as_person("sam-okafor").await;
    letter(&browser, &of, "criteria_not_met", &[("agrees", "not_said")]).await;
    let ways = browser.open(&of.at("/panel/what-follows")).await.offers("way");
    assert!(ways.contains(&"end".to_owned()) && ways.contains(&"reclassify".to_owned()), "{ways:?}");
    let path = of.at("/panel/close");
    let answers = [("reason", "Learnt enough"), ("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    let check = browser.fill_in(&path, &answers).await;
    assert!(
        check.shown().says("No action is open yet. Actions can be opened afterwards."),
        "{}",
        check.shown().words()
    );
    browser.send_on(&path, &check.text, &[("do", "record")]).await;
    assert_eq!(stands(&service, &of).await.stage, Stage::ClosedAtRapidReview);
    assert_eq!(
        service.as_person("p-lowe").await.get(&path).await.status,
        404,
        "it is not the liaison officer’s"
    );
}

#[tokio::test]
async fn a_national_review_takes_the_place_of_a_local_one_and_ends() {
    let service = service().await;
    let of = with_liaison(&service, WITH_PANEL).await;
    let browser = service.as_person("p-lowe").await;
    letter(&browser, &of, "national_review", &[("agrees", "yes")]).await;
    let path = of.at("/panel/national");
    let on = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    let answers = [&on[..], &[("kind", "national"), ("local_continues", "no"), ("who", "P. Lowe")]].concat();
    let check = browser.fill_in(&path, &answers).await;
    assert!(check.text.contains("It takes the place of a local review"), "{}", check.text);
    browser.send_on(&path, &check.text, &[("do", "record")]).await;
    assert_eq!(stands(&service, &of).await.stage, Stage::NationalReview);
    let answers = [&on[..], &[("outcome", "Published")]].concat();
    browser.fill_in(&of.at("/panel/national/end"), &answers).await;
    let page = browser.get(&of.at("/panel")).await.text;
    assert!(page.contains("How it ended") && page.contains("Published"), "{page}");
}

#[tokio::test]
async fn the_page_is_for_those_who_may_see_the_panel() {
    let service = service().await;
    for (who, status) in
        [("a-chen", 200), ("p-lowe", 200), ("d-ahmed", 404), ("k-walsh", 404), ("m-rees", 404)]
    {
        let answered = service.as_person(who).await.get("/cases/2026-003/panel").await;
        assert_eq!(answered.status, status, "{who}");
        if status == 200 {
            let offered = answered.shown().leads_to("/cases/2026-003/panel/submit");
            assert_eq!(offered, who == "p-lowe", "{who}");
        }
    }
    for (who, status) in
        [("sam-okafor", 200), ("lee-harper", 200), ("p-lowe", 200), ("a-chen", 404), ("m-rees", 404)]
    {
        assert_eq!(service.as_person(who).await.get("/panel").await.status, status, "{who}");
    }
    assert_eq!(service.as_person("p-lowe").await.get("/").await.location, "/panel");
}

#[tokio::test]
async fn the_home_counts_every_case_one_may_see() {
    let service = service().await;
    let page = service.as_person("sam-okafor").await.get("/panel").await.text;
    assert!(page.contains("waits for an answer of the National Panel."), "{page}");
    assert!(page.contains("definite answers agree with the local decision ("), "{page}");
    assert!(page.contains("Act on point 1 of the National Panel’s advice"), "{page}");
    let sheet = service.as_person("sam-okafor").await.get("/panel.csv").await;
    assert!(sheet.status == 200 && sheet.text.contains("Not answered"));
    let liaison = service.as_person("p-lowe").await.get("/panel").await.text;
    assert!(liaison.contains("The National Panel has given no definite answer yet."), "{liaison}");
}

#[tokio::test]
async fn every_outcome_can_be_recorded() {
    let mut others = Vec::new();
    for outcome in PanelOutcome::ALL {
        let service = service().await;
        let of = example(&service, WITH_PANEL).await;
        let code = crate::form::asked::code(outcome);
        if !stands(&service, &of).await.panel_can_answer(*outcome) {
            others.push(code);
            continue;
        }
        let browser = service.as_person("sam-okafor").await;
        let more = [("agrees", "no"), ("text", "More")];
        let (_, done) = letter(&browser, &of, &code, &more).await;
        assert_eq!(done.status, 303, "{code}: {}", done.text);
        assert_eq!(browser.get(&done.location).await.status, 200, "{code}");
        if stands(&service, &of).await.stage == Stage::PanelQuery {
            let words = Words::none().and(case::Word::Text, "Answered");
            recorded(&service, &of, "2026-03-26", Step::AnswerPanelQuery, words).await;
        }
    }
    assert_eq!(
        others,
        ["agree_lcspr", "disagree_lcspr_not_needed"],
        "what answers another recommendation than that of this case"
    );
}
