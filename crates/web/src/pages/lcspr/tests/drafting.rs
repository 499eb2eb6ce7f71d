//! Drafts, comments, checks of facts and the sign-off.

use super::conducting::agree;
use super::{and_today, check_and_record, going_on};
use crate::tests::harness::stands;
use case::Stage;

const FIRST: &str = "Introduction\n\nThe midwife wrote twice.\n\nConclusion";
const SECOND: &str = "Introduction\n\nThe midwife wrote three times.\n\nConclusion";

#[tokio::test]
async fn the_reviewer_adds_drafts_and_what_changed_is_shown() {
    let (service, case) = going_on().await;
    let walsh = service.as_person("k-walsh").await;
    assert!(walsh.get(&case.address).await.text.contains(&case.at("/lcspr/drafts/new")));
    let due = [("comments_due-day", "9"), ("comments_due-month", "4"), ("comments_due-year", "2026")];
    let fields: Vec<_> = and_today(&[("text", FIRST), ("who", "Partners")]).into_iter().chain(due).collect();
    let path = case.at("/lcspr/drafts/new");
    assert_eq!(walsh.fill_in(&path, &fields).await.location, case.at("/lcspr"));
    let again = walsh.fill_in(&path, &and_today(&[("text", FIRST)])).await;
    assert!(again.status == 422 && again.text.contains("Nothing has changed"), "{}", again.text);
    assert_eq!(walsh.fill_in(&path, &and_today(&[("text", SECOND)])).await.location, case.at("/lcspr"));
    let overview = walsh.open(&case.at("/lcspr")).await;
    assert!(overview.says("Thursday 9 April 2026"), "{}", overview.words());
    assert!(!overview.says("The midwife"), "the text has a page of its own");
    let page = walsh.get(&case.at("/lcspr/drafts/2")).await.text;
    assert!(page.contains("<u>three times.</u>") && page.contains("<u>twice.</u>"), "{page}");
    assert!(page.contains("2 paragraphs are the same") && page.contains("Read the text, 7 words"), "{page}");
    let home = walsh.get("/my-reviews").await.text;
    assert!(home.contains("Draft 2") && home.contains("See which key lines have no finding"), "{home}");
    for none in ["3", "02", "x"] {
        assert_eq!(walsh.get(&case.at(&format!("/lcspr/drafts/{none}"))).await.status, 404, "{none}");
    }
}

#[tokio::test]
async fn a_text_kept_elsewhere_is_told_by_its_digest() {
    let (service, case) = going_on().await;
    let sam = service.as_person("sam-okafor").await;
    let path = case.at("/lcspr/drafts/new");
    assert!(
        sam.fill_in(&path, &and_today(&[]))
            .await
            .text
            .contains("Paste the text of the draft, or enter the digest")
    );
    let both = sam.fill_in(&path, &and_today(&[("text", "a"), ("digest", &"ab".repeat(32))])).await;
    assert!(both.text.contains("not both"));
    let done =
        sam.fill_in(&path, &and_today(&[("digest", &"AB".repeat(32)), ("reference", "Shared folder")])).await;
    assert_eq!(done.location, case.at("/lcspr"), "{}", done.text);
    let page = sam.get(&case.at("/lcspr/drafts/1")).await.text;
    assert!(page.contains("The text is not kept here") && page.contains(&"ab".repeat(32)), "{page}");
}

#[tokio::test]
async fn partners_comment_and_an_agency_checks_the_facts_of_its_own_part() {
    let (service, case) = going_on().await;
    let sam = service.as_person("sam-okafor").await;
    sam.fill_in(&case.at("/lcspr/drafts/new"), &and_today(&[("text", FIRST)])).await;
    let path = case.at("/lcspr/drafts/1/comment");
    let patel = service.as_person("r-patel").await;
    let said = patel.fill_in(&path, &[("kind", "comments"), ("comment", "Name the pathway")]).await;
    assert_eq!(said.location, case.at("/lcspr"), "{}", said.text);
    let ahmed = service.as_person("d-ahmed").await;
    assert_eq!(ahmed.get(&case.at("/lcspr/drafts/1")).await.status, 404);
    assert!(ahmed.get(&case.address).await.text.contains("Check the facts in draft 1"));
    let asked = ahmed.open(&path).await;
    assert_eq!(asked.fields(), ["comment"], "an agency checks facts and chooses nothing");
    assert!(!asked.says("The midwife"), "{}", asked.words());
    let checked = ahmed.fill_in(&path, &[("comment", "Paragraph 2 is right")]).await;
    assert_eq!(checked.location, case.at("/lcspr"), "{}", checked.text);
    let own = ahmed.open(&case.at("/lcspr")).await;
    assert!(own.says("Paragraph 2 is right") && !own.says("Name the pathway"), "{}", own.words());
    let page = sam.get(&case.at("/lcspr/drafts/1")).await.text;
    assert!(
        page.contains("Check of facts by Northmere Community Health") && page.contains("Name the pathway"),
        "{page}"
    );
    assert_eq!(service.as_person("k-walsh").await.get(&path).await.status, 404);
}

#[tokio::test]
async fn the_report_is_signed_off_when_three_partners_agree_to_its_latest_version() {
    let (service, case) = going_on().await;
    let sam = service.as_person("sam-okafor").await;
    sam.fill_in(&case.at("/lcspr/drafts/new"), &and_today(&[("text", FIRST)])).await;
    let path = case.at("/lcspr/sign-off");
    let content = and_today(&[("improvements", "yes"), ("reasons", "yes")]);
    let refused = sam.fill_in(&path, &content).await;
    let errors = refused.refused().errors();
    assert!(errors[0].starts_with("There is no agreement of"), "{errors:?}");
    agree(&service, &case, "sign_off", Some(1)).await;
    assert!(sam.get(&case.address).await.text.contains("Record the sign-off"));
    let without = sam.fill_in(&path, &and_today(&[("reasons", "yes")])).await.refused();
    assert!(
        without.errors()[0].starts_with("Check that the report summarises the improvements it recommends")
    );
    let (check, done) = check_and_record(&sam, &path, &content).await;
    assert!(check.text.contains("Council: agrees."), "{}", check.text);
    assert_eq!(done.location, case.at("/lcspr"), "{}", done.text);
    assert_eq!(stands(&service, &case).await.stage, Stage::FinalReportAgreed);
}
