use crate::tests::harness::service;

const PEOPLE: [&str; 6] = ["sam-okafor", "r-patel", "j-mensah", "a-chen", "p-lowe", "k-walsh"];

/// What leads to a page with several ways on, or to a question.
const NO_FORM: [&str; 7] = [
    "Answer the request",
    "Decide what follows",
    "Decide whether to notify",
    "Record your decision",
    "Review the actions",
    "See the decisions",
    "Write the report",
];

/// Where the green button in the head of a page leads, and what it says.
fn green(page: &str) -> Option<(&str, &str)> {
    let rest = page.split_once("<div class=\"app-actions\"><a class=\"govuk-button\" href=\"")?.1;
    let (href, rest) = rest.split_once("\">")?;
    Some((href, rest.split_once("</a>")?.0))
}

fn heading(page: &str) -> &str {
    let rest = page.split_once("<h1").and_then(|(_, rest)| rest.split_once('>')).unwrap().1;
    rest.split_once("</h1>").unwrap().0
}

#[tokio::test]
async fn the_green_button_says_what_its_page_is_headed() {
    let service = service().await;
    let mut seen = 0;
    for key in PEOPLE {
        let browser = service.as_person(key).await;
        for (year, number) in (2025..=2026).flat_map(|year| (1..=16).map(move |number| (year, number))) {
            let case = format!("{year}-{number:03}");
            let page = browser.get(&format!("/cases/{case}")).await.text;
            let Some((href, says)) = green(&page).filter(|(_, says)| !NO_FORM.contains(says)) else {
                continue;
            };
            let leads_to = browser.get(href).await.text;
            assert!(heading(&leads_to).contains(says), "{key}, {case}: {says}, {}", heading(&leads_to));
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen} buttons lead to a form");
}
