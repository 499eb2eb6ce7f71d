//! Writing the sections, alone and together, and the report that comes of them.

use case::rapid_review::Section;

use super::{RETURNS, both_pages, written};
use crate::tests::harness::{example, service, stands};

#[tokio::test]
async fn a_section_may_be_left_half_written_but_not_called_complete() {
    let service = service().await;
    let case = example(&service, RETURNS).await;
    let browser = service.as_person("sam-okafor").await;
    let path = case.at("/rapid-review/facts");
    let refused =
        browser.fill_in(&path, &[("account", "A toddler was neglected."), ("complete", "yes")]).await;
    let page = refused.refused();
    assert!(page.errors().iter().any(|error| error.starts_with("Enter why things were done or not done")));
    assert_eq!(page.holds("account"), "A toddler was neglected.");
    let unsaid = browser.fill_in(&path, &[("account", "A toddler was neglected.")]).await;
    assert!(unsaid.text.contains("Select whether you have completed this section"));
    let saved = browser.fill_in(&path, &[("account", "A toddler was neglected."), ("complete", "no")]).await;
    assert_eq!(saved.location, case.at("/rapid-review"));
    let page = browser.get(&case.at("/rapid-review")).await.text;
    assert!(
        page.contains("Facts and context saved. It is not complete yet") && page.contains("In progress"),
        "{page}"
    );
    assert!(page.contains("The rapid review is due Thursday 2 April 2026."), "{page}");
    assert!(!stands(&service, &case).await.rapid_review.sections[&Section::Facts].complete);
}

#[tokio::test]
async fn two_people_who_write_different_parts_of_a_section_are_both_kept() {
    let service = service().await;
    let case = example(&service, RETURNS).await;
    let path = case.at("/rapid-review/facts");
    let (one, other) = (service.as_person("sam-okafor").await, service.as_person("sam-okafor").await);
    let opened = one.get(&path).await.text;
    other.fill_in(&path, &[("analysis", "Nobody had time."), ("complete", "no")]).await;
    let mine = [("facts", "Six visits."), ("complete", "no")];
    let saved = one.send_on(&path, &opened, &mine).await;
    assert_eq!(saved.location, case.at("/rapid-review"), "{}", saved.text);
    let page = one.get(&path).await.text;
    assert!(page.contains("Nobody had time.") && page.contains("Six visits."), "{page}");
}

#[tokio::test]
async fn what_is_asked_about_an_lcspr_follows_from_the_answer() {
    let service = service().await;
    let case = example(&service, RETURNS).await;
    let browser = service.as_person("sam-okafor").await;
    let path = case.at("/rapid-review/lcspr");
    let first = browser.open(&path).await;
    assert_eq!(first.fields(), ["lcspr"]);
    assert!(first.has_button("Continue"), "{:?}", first.buttons());
    let errors = browser.fill_in(&path, &[]).await.refused().errors();
    assert_eq!(errors, ["Select whether an LCSPR is recommended"]);
    let lines = ["A line"; 9].join("\n");
    let answers = [("key_lines", lines.as_str()), ("lcspr_reason", "To learn."), ("complete", "no")];
    let many = both_pages(&browser, &path, &[("lcspr", "yes")], &answers).await;
    assert!(many.text.contains("at most 8 key lines of enquiry, and these are 9"), "{}", many.text);
    let without = [("lcspr_reason", "Known already; the board sees to it."), ("complete", "yes")];
    let no = both_pages(&browser, &path, &[("lcspr", "no")], &without).await;
    assert_eq!(no.location, case.at("/rapid-review"), "{}", no.text);
    let report = browser.get(&case.at("/rapid-review/report")).await.text;
    assert!(
        report.contains("No LCSPR is recommended") && report.contains("the board sees to it."),
        "{report}"
    );
}

#[tokio::test]
async fn the_report_is_made_from_the_answers_and_names_no_child() {
    let service = service().await;
    let case = written(&service).await;
    let page = service.as_person("sam-okafor").await.get(&case.at("/rapid-review/report")).await.text;
    for says in [
        "Draft: not yet put to the partners.",
        "to read.",
        "1. The child and the family",
        "12. Who took part",
        "Age: under 1",
        "Ethnicity: not known yet",
        "Three agencies saw &#60;b&#62;bruises&#60;/b&#62;.",
        "Northmere General Hospital",
        "Asked, not answered yet",
        "An LCSPR is recommended",
        "1. Who knew?",
        "The police wrote beforehand.",
        "Nothing recorded yet.",
        "Official-Sensitive",
    ] {
        assert!(page.contains(says), "{says}\n{page}");
    }
    assert!(!page.contains("Aspen") && !page.contains("Toddler"), "{page}");
}
