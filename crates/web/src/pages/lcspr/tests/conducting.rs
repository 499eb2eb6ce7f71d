//! The family, practitioners, checks, holds and stopping.

use case::{Stage, Step, When, Word, Words};

use super::{and_today, check_and_record, going_on, step};
use crate::tests::harness::{recorded, stands};

#[tokio::test]
async fn a_family_that_is_not_approached_is_looked_at_again() {
    let (service, case) = going_on().await;
    let walsh = service.as_person("k-walsh").await;
    let path = case.at("/lcspr/family/new");
    let form = walsh.open(&path).await;
    for field in form.fields() {
        assert_eq!(form.holds(&field), "", "nothing is filled in before: {field}");
    }
    assert!(form.fields().contains(&"on-day".to_owned()), "{:?}", form.fields());
    let first = walsh.fill_in(&path, &and_today(&[("who", "mother"), ("contact", "not_approached")])).await;
    assert!(first.text.contains("Why are they not approached?"), "{}", first.text);
    let refused = walsh.send_on(&path, &first.text, &[("reason", "She is a witness")]).await;
    let errors = refused.refused().errors();
    assert!(errors[0].starts_with("Enter the date to look at this again"), "{errors:?}");
    let day = [("review_on-day", "27"), ("review_on-month", "6"), ("review_on-year", "2026")];
    let more: Vec<_> = [("reason", "She is a witness")].into_iter().chain(day).collect();
    let done = walsh.send_on(&path, &first.text, &more).await;
    assert_eq!(done.location, case.at("/lcspr"), "{}", done.text);
    let page = walsh.get(&case.at("/lcspr")).await.text;
    assert!(page.contains("Not approached because: She is a witness"), "{page}");
    assert!(page.contains("Looked at again on Saturday 27 June 2026"));
}

#[tokio::test]
async fn long_logs_are_cut_and_lead_to_the_history() {
    let (service, case) = going_on().await;
    for number in 0..12 {
        let event = step(r#"{"hold_practitioner_event": {"attended": 9}}"#);
        let said =
            Words::none().and(Word::Text, format!("Event {number} said much. {}", "word ".repeat(300)));
        recorded(&service, &case, "2026-03-20", event, said).await;
    }
    let answered = service.as_person("sam-okafor").await.get(&case.at("/lcspr")).await;
    let page = answered.shown();
    assert!(
        page.says("And 2 more.") && page.leads_to(&case.at("/history?kind=progress")),
        "{:?}",
        page.links()
    );
    assert!(page.says("Event 11 said") && page.says("Event 2 said") && !page.says("Event 1 said"));
    assert!(answered.text.len() < 100_000);
}

#[tokio::test]
async fn a_key_line_is_traced_to_its_finding() {
    let (service, case) = going_on().await;
    let sam = service.as_person("sam-okafor").await;
    assert!(sam.get(&case.at("/lcspr")).await.text.contains("2 of 2 have no finding yet: 1 and 2."));
    let done = sam.fill_in(&case.at("/lcspr/key-lines/1"), &[("outcome", "Letters were not opened")]).await;
    assert_eq!(done.location, case.at("/lcspr"), "{}", done.text);
    let page = sam.get(&case.at("/lcspr")).await.text;
    assert!(page.contains("Letters were not opened") && page.contains("1 of 2 have no finding yet: 2."));
    for none in ["3", "01", "x"] {
        assert_eq!(sam.get(&case.at(&format!("/lcspr/key-lines/{none}"))).await.status, 404, "{none}");
    }
}

#[tokio::test]
async fn a_hold_names_its_proceeding_and_the_six_months_go_on() {
    let (service, case) = going_on().await;
    let open = step(r#"{"open_proceeding": {"number": 2, "kind": "inquest"}}"#);
    recorded(&service, &case, "2026-03-24", open, Words::none()).await;
    let sam = service.as_person("sam-okafor").await;
    let path = case.at("/lcspr/hold");
    let fields = and_today(&[
        ("proceeding", "2"),
        ("reason", "Witnesses are heard first"),
        ("review_on-day", "27"),
        ("review_on-month", "6"),
        ("review_on-year", "2026"),
        ("panel_told-day", "26"),
        ("panel_told-month", "3"),
        ("panel_told-year", "2026"),
    ]);
    let without: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != "proceeding").collect();
    assert!(sam.fill_in(&path, &without).await.text.contains("Select what the review waits for"));
    let (check, done) = check_and_record(&sam, &path, &fields).await;
    assert!(check.text.contains("The hold is looked at again on Saturday 27 June 2026"), "{}", check.text);
    assert_eq!(done.location, case.at("/lcspr"), "{}", done.text);
    let now = stands(&service, &case).await;
    assert_eq!(now.stage, Stage::LcsprHeld);
    assert!(
        now.lcspr
            .hold
            .as_ref()
            .is_some_and(|hold| hold.panel_told != When::NotKnown && hold.proceeding == Some(2))
    );
    let page = sam.get(&case.at("/lcspr")).await.text;
    assert!(page.contains("for proceeding 2: inquest") && page.contains("The 6 months go on."), "{page}");
    let resumed = sam.fill_in(&case.at("/lcspr/resume"), &and_today(&[("reason", "They were heard")])).await;
    assert_eq!(resumed.location, case.at("/lcspr"), "{}", resumed.text);
}

#[tokio::test]
async fn checks_and_requests_stand_together() {
    let (service, case) = going_on().await;
    let sam = service.as_person("sam-okafor").await;
    let check = [("on_time", "no"), ("good_quality", "yes"), ("comment", "A month behind")];
    let done = sam.fill_in(&case.at("/lcspr/monitoring/new"), &and_today(&check)).await;
    assert_eq!(done.location, case.at("/lcspr"), "{}", done.text);
    sam.fill_in(&case.at("/lcspr/requests/new"), &and_today(&[("text", "Please send a new plan")])).await;
    let page = sam.get(&case.at("/lcspr")).await.text;
    assert!(
        page.contains("Check: not on time, quality satisfactory") && page.contains("Please send a new plan")
    );
}

#[tokio::test]
async fn a_review_is_stopped_only_by_all_three_partners() {
    let (service, case) = going_on().await;
    let sam = service.as_person("sam-okafor").await;
    let path = case.at("/lcspr/discontinue");
    let form = sam.get(&path).await.text;
    assert!(form.contains("Council: not recorded yet.") && form.contains(&case.at("/decisions")), "{form}");
    let fields = and_today(&[("reason", "A national review covers it"), ("learning", "The chronology")]);
    let refused = sam.fill_in(&path, &fields).await;
    assert!(
        refused.status == 422 && refused.text.contains("There is no agreement of the council"),
        "{}",
        refused.text
    );
    agree(&service, &case, "discontinue", None).await;
    let (_, done) = check_and_record(&sam, &path, &fields).await;
    assert_eq!(done.location, case.at("/lcspr"), "{}", done.text);
    assert!(sam.get(&case.at("/lcspr")).await.text.contains("The LCSPR was stopped."));
}

/// Records that each partner agrees.
pub(super) async fn agree(
    service: &crate::tests::harness::Service,
    case: &crate::tests::harness::Example,
    question: &str,
    version: Option<u16>,
) {
    for partner in ["council", "icb", "police"] {
        let version = version.map(|version| format!(", \"version\": {version}")).unwrap_or_default();
        let decide: Step = step(&format!(
            "{{\"decide_as_partner\": {{\"question\": \"{question}\", \"partner\": \"{partner}\", \
             \"answer\": \"agree\", \"capacity\": \"delegated\", \"on_behalf\": \"minutes\"{version}}}}}"
        ));
        let words = Words::none().and(Word::DecidedBy, "Delegated partner").and(Word::Comment, "By minutes");
        recorded(service, case, "2026-03-26", decide, words).await;
    }
}
