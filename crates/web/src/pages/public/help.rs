//! Help: what the service is, whom to ring, how dates are counted, and what the words mean.

use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::components::{PhoneLink, SummaryList, SummaryRow};
use crate::error::Answer;
use crate::http::respond;
use crate::layout::Shell;
use crate::session::SignedIn;
use crate::text::date;

/// The words people may have forgotten, in the order in which they come up.
const WORDS: [(&str, &str); 14] = [
    (
        "Notification",
        "What the council sends to the National Panel when a child has died or was seriously harmed and abuse or neglect is known or suspected. Also called a serious incident notification.",
    ),
    (
        "Serious harm",
        "Serious or long-term impairment of a child’s physical or mental health or development, and other harm of like weight. That a child recovers does not undo it.",
    ),
    (
        "Statutory safeguarding partners",
        "The council, the NHS integrated care board and the police, who answer together for safeguarding in their area.",
    ),
    (
        "Lead and delegated safeguarding partner",
        "The lead is the head of each of the three bodies. The delegated partner is the senior person who acts for them.",
    ),
    ("Relevant agency", "Any other body the partners work with, such as schools, hospitals and probation."),
    ("Business unit", "The team that runs the partnership and keeps this record."),
    (
        "Rapid review",
        "The review by all agencies in the 15 working days after the notification. It asks what is known, whether children are safe now, and whether a full review is needed.",
    ),
    (
        "Agency summary and chronology",
        "What one agency knows, and what it did when, as asked for in the rapid review.",
    ),
    (
        "National Panel",
        "The Child Safeguarding Practice Review Panel, the national body that reads every rapid review and may start a national review.",
    ),
    (
        "Local child safeguarding practice review (LCSPR)",
        "The full local review that follows where the partners decide so. It is to be published within 6 months. It was once called a serious case review.",
    ),
    ("Independent reviewer", "Whoever writes the LCSPR, and belongs to none of the agencies."),
    ("Key line of enquiry", "A question the LCSPR sets out to answer."),
    ("Improvements information", "What is published in the place of a report that cannot be published."),
    ("Parallel proceedings", "A criminal case, an inquest or a family court case beside the review."),
];

#[derive(Template)]
#[template(path = "pages/public/help.html")]
struct Page {
    shell: Shell,
    telephone: Option<PhoneLink>,
    counted_until: String,
    words: SummaryList,
}

/// Says it.
pub(crate) async fn show(State(app): State<App>, visitor: Option<SignedIn>) -> Answer {
    let words =
        WORDS.iter().fold(SummaryList::new(), |list, (word, means)| list.row(SummaryRow::new(*word, *means)));
    let counted_until = date::day(app.known().basis.calendar().covers().1);
    let shell = Shell::around(&app, visitor.as_ref(), "Help");
    respond::page(&Page { shell, telephone: app.telephone(), counted_until, words })
}

#[cfg(test)]
mod tests {
    use crate::tests::harness::service;

    #[tokio::test]
    async fn help_says_whom_to_ring() {
        let service = service().await;
        let page = service.as_stranger().get("/help").await.text;
        assert!(page.contains("href=\"tel:01632960001\"") && page.contains("Rapid review"));
    }
}
