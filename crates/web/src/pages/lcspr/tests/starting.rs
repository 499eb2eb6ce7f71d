//! From the reply of the Panel to the first meeting.

use case::{Stage, Word, Words};

use super::{and_today, check_and_record, replied, step};
use crate::tests::harness::{example, recorded, service, stands};

const DECISION: [(&str, &str); 4] = [
    ("criteria", "agencies_working_together"),
    ("reason", "Three agencies held warning signs"),
    ("scope", "From pregnancy to the incident"),
    ("key_lines", "How was it shared?\n\nWho heard the child?"),
];

#[tokio::test]
async fn the_decision_starts_six_months_and_its_key_lines_are_recorded_with_it() {
    let (service, case) = replied().await;
    let sam = service.as_person("sam-okafor").await;
    let before = sam.get(&case.at("/lcspr")).await.text;
    assert!(before.contains("The National Panel has replied, so that they can decide now"), "{before}");
    let (check, done) = check_and_record(&sam, &case.at("/lcspr/decide"), &and_today(&DECISION)).await;
    assert!(
        check.text.contains("They end on Saturday 26 September 2026. Plan for Friday 25"),
        "{}",
        check.text
    );
    assert_eq!(done.location, case.at("/lcspr"), "{}", done.text);
    let now = stands(&service, &case).await;
    assert_eq!((now.stage, now.lcspr.key_lines.len()), (Stage::LcsprDecided, 2));
    let page = sam.get(&case.at("/lcspr")).await.text;
    assert!(page.contains("Who heard the child?") && page.contains("No finding yet"), "{page}");
    assert!(page.contains("Saturday 26 September 2026") && page.contains("/deadlines/lcspr"));
    assert!(sam.get(&case.address).await.text.contains("Commission the LCSPR"));
}

#[tokio::test]
async fn what_the_report_says_is_filled_in_but_no_criterion() {
    let (service, case) = replied().await;
    let form = service.as_person("sam-okafor").await.open(&case.at("/lcspr/decide")).await;
    assert_eq!(form.holds("scope"), "The two years before the incident; three key lines of enquiry.");
    assert!(form.offers("criteria").contains(&"agencies_working_together".to_owned()));
    assert_eq!(form.holds("criteria"), "");
}

#[tokio::test]
async fn a_decision_without_criterion_or_with_too_many_lines_is_refused() {
    let (service, case) = replied().await;
    let sam = service.as_person("sam-okafor").await;
    let nine = (1..10).map(|line| format!("Line {line}")).collect::<Vec<_>>().join("\n");
    let fields = and_today(&[("reason", "Why"), ("scope", "Scope"), ("key_lines", &nine)]);
    let refused = sam.fill_in(&case.at("/lcspr/decide"), &fields).await;
    let errors = refused.refused().errors().join(" / ");
    for says in
        ["Select at least one criterion relied on", "Enter at most 8 key lines of enquiry. These are 9"]
    {
        assert!(errors.contains(says), "{says}: {errors}");
    }
}

#[tokio::test]
async fn a_reviewer_of_this_service_is_commissioned_and_finds_the_review() {
    let (service, case) = replied().await;
    let decide = step(r#"{"decide_lcspr": {"criteria": ["recurrent_themes"]}}"#);
    let words = Words::none().and(Word::Reason, "Why").and(Word::Scope, "Scope");
    recorded(&service, &case, "2026-03-26", decide, words).await;
    let sam = service.as_person("sam-okafor").await;
    let walsh = service.person("k-walsh");
    let fields = and_today(&[
        ("reviewer", walsh.as_str()),
        ("reason", "Wrote on injuries to infants before"),
        ("text", "Terms of reference, kept in the shared folder"),
        ("budget_pounds", "£18,000"),
    ]);
    let path = case.at("/lcspr/commission");
    let refused = sam.fill_in(&path, &fields).await;
    assert!(refused.status == 422 && refused.text.contains("and say that you did"), "{}", refused.text);
    let fields: Vec<_> = fields.into_iter().chain([("independent", "yes")]).collect();
    let (check, done) = check_and_record(&sam, &path, &fields).await;
    assert!(check.text.contains("K. Walsh can open the case"), "{}", check.text);
    assert_eq!(done.location, case.at("/lcspr"), "{}", done.text);
    assert!(sam.get(&case.at("/lcspr")).await.text.contains("£18,000"));
    let home = service.as_person("k-walsh").await.get("/my-reviews").await.text;
    assert!(home.contains(&case.at("/lcspr")) && home.contains("6 months left"), "{home}");
    let answers = and_today(&[("family_plan", "no"), ("police_contact", "yes")]);
    let begun = sam.fill_in(&case.at("/lcspr/begin"), &answers).await;
    assert!(
        begun.status == 422 && begun.text.contains("no plan for contact with the family"),
        "{}",
        begun.text
    );
}

#[tokio::test]
async fn where_there_is_none_the_page_says_why() {
    let service = service().await;
    let case = example(&service, "siblings-neglect").await;
    let sam = service.as_person("sam-okafor").await;
    let page = sam.get(&case.at("/lcspr")).await.text;
    assert!(page.contains("Not needed: no LCSPR. Decided"), "{page}");
    let decide = sam.get(&case.at("/lcspr/decide")).await;
    assert_eq!(decide.location, case.at("/lcspr"));
}
