use std::collections::BTreeSet;

use axum::http::StatusCode;

use crate::tests::harness::{Page, service};

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

/// What the green button in the head of a page says.
fn green(page: &Page) -> Option<String> {
    page.each(".app-actions a.govuk-button:not(.govuk-button--secondary)").into_iter().next()
}

#[tokio::test]
async fn the_green_button_says_what_its_page_is_headed() {
    let service = service().await;
    let mut seen = BTreeSet::new();
    for key in PEOPLE {
        let browser = service.as_person(key).await;
        for (year, number) in (2025..=2026).flat_map(|year| (1..=16).map(move |number| (year, number))) {
            let case = format!("{year}-{number:03}");
            let answered = browser.get(&format!("/cases/{case}")).await;
            if answered.status != StatusCode::OK {
                continue;
            }
            let page = answered.shown();
            let Some(says) = green(&page).filter(|says| !NO_FORM.contains(&says.as_str())) else { continue };
            let heading = browser.open(&page.link(&says)).await.heading();
            assert!(heading.contains(&says), "{key}, {case}: {says}, {heading}");
            seen.insert(says);
        }
    }
    let forms = [
        "Add a draft",
        "Close the case",
        "Mark the notification as sent",
        "Record a response of the National Panel",
        "Record the copies sent before publication",
        "Record the rapid review meeting",
        "Send the referral to the three leads",
    ];
    assert_eq!(seen, forms.map(str::to_owned).into());
}
