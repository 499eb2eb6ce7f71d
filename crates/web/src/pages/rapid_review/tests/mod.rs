//! The rapid review, as the people of a case see it and record it.

mod asking;
mod overview;
mod writing;

use crate::tests::harness::{Answered, Browser, Example, Service, example};

/// A case whose agencies answer; the meeting has not been held.
pub(super) const RETURNS: &str = "toddler-neglect";
/// A case with the partners, whose report was made elsewhere.
pub(super) const DECIDING: &str = "infant-serious-harm";

pub(super) const MEETING: [(&str, &str); 9] = [
    ("on-day", "25"),
    ("on-month", "3"),
    ("on-year", "2026"),
    ("present", "council"),
    ("present", "icb"),
    ("comment", "The police wrote beforehand."),
    ("safety_checked", "yes"),
    ("facts", "Three agencies saw <b>bruises</b>."),
    ("learning", "Ask who lives in the home."),
];

/// Fills in a form that has a second page, and its second page.
pub(super) async fn both_pages(
    browser: &Browser<'_>,
    path: &str,
    first: &[(&str, &str)],
    second: &[(&str, &str)],
) -> Answered {
    let page = browser.fill_in(path, first).await.text;
    browser.send_on(path, &page, second).await
}

/// The case after its meeting, with every section written that the report cannot do without.
pub(super) async fn written(service: &Service) -> Example {
    let case = example(service, RETURNS).await;
    let browser = service.as_person("sam-okafor").await;
    let home = case.at("/rapid-review");
    let saved = browser.fill_in(&case.at("/rapid-review/meeting"), &MEETING).await;
    assert_eq!(saved.location, home, "{}", saved.text);
    for (page, answers) in [
        (
            "learning",
            &[
                ("learning", "Ask who lives in the home."),
                ("good_practice", "The health visitor persisted."),
                ("complete", "yes"),
            ][..],
        ),
        (
            "national-significance",
            &[("national", "no"), ("national_significance", "Nothing new."), ("complete", "yes")],
        ),
        ("actions", &[("actions", "Train duty staff."), ("complete", "no")]),
    ] {
        let path = case.at(&format!("/rapid-review/{page}"));
        let saved = browser.fill_in(&path, answers).await;
        assert_eq!(saved.location, home, "{page}: {}", saved.text);
    }
    let lcspr = case.at("/rapid-review/lcspr");
    let answers = [
        ("lcspr_reason", "Agencies did not share."),
        ("key_lines", "Who knew?\nWho asked?"),
        ("complete", "yes"),
    ];
    let saved = both_pages(&browser, &lcspr, &[("lcspr", "yes")], &answers).await;
    assert_eq!(saved.location, home, "{}", saved.text);
    case
}

/// Asks the partners, by the form and its check page.
pub(super) async fn asked(browser: &Browser<'_>, case: &Example) -> (Answered, Answered) {
    let path = case.at("/rapid-review/ask");
    let page = browser.get(&path).await.text;
    let by = [("decide_by-day", "31"), ("decide_by-month", "3"), ("decide_by-year", "2026")];
    let check = browser.send_on(&path, &page, &by).await;
    let recorded = browser.send_on(&path, &check.text, &[("do", "record")]).await;
    (check, recorded)
}
