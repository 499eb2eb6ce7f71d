//! One letter of the Panel in full.

use axum::extract::State;
use case::{Area, When};

use super::letters::{self, Letter};
use super::{HOME, answered, sent};
use crate::app::App;
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{ButtonLink, SummaryList, SummaryRow};
use crate::error::{Answer, Error};
use crate::form::asked::capital;
use crate::http::path::Below;
use crate::http::respond;
use crate::text::date;

/// Shows it.
pub(crate) async fn show(
    State(app): State<App>,
    open: InArea<area::Panel>,
    Below(number): Below<usize>,
) -> Answer {
    let mut all = letters::all(&open.case);
    let at = all.iter().position(|letter| letter.number == number).ok_or(Error::NotFound)?;
    let letter = all.swap_remove(at);
    let heading = format!("Response {number} of the National Panel");
    let entry = open.address(&format!("/history/{}", letter.entry));
    let page = CaseSection::new(&app, &open, CasePage::Panel, &heading, "response of the National Panel")
        .part(Part::new("letter", letter.says()).show(facts(&open, &letter)).links([
            ButtonLink::secondary("See all responses", open.address(HOME)),
            ButtonLink::secondary("See its entry in the history", entry),
        ]));
    respond::page(&page)
}

fn facts(open: &OpenCase, letter: &Letter) -> SummaryList {
    let said = &letter.response;
    let agrees = match said.agreement() {
        Some(true) => "Yes",
        Some(false) => "No",
        None => "It does not say",
    };
    let on = |when: When| date::when(when);
    let rows = [
        ("What it says", capital(&said.outcome)),
        ("Received", on(letter.received)),
        ("Date on the letter", on(said.letter)),
        ("Agrees with the local decision", agrees.to_owned()),
        ("Recommendations", by_recommendation(open, letter)),
        ("In our own words", letter.summary.clone()),
        ("What it asked for", letter.asked.clone()),
        ("Reply wanted by", said.reply_due.map(date::weekday).unwrap_or_default()),
        ("What else it says", letter.remarks()),
    ];
    let some = rows.into_iter().filter(|(_, says)| !says.is_empty());
    some.fold(SummaryList::new(), |list, (key, says)| list.row(SummaryRow::new(key, says)))
}

/// What it says of each recommendation, a line each.
fn by_recommendation(open: &OpenCase, letter: &Letter) -> String {
    let report = open.case.rapid_review.sent().filter(|_| open.shows(Area::RapidReview));
    let all = report.map(sent::recommendations).unwrap_or_default();
    let line = |view: &case::panel::RecommendationView| {
        let about = all.iter().find(|(number, _)| *number == view.number);
        let named = answered::named(view.number, about.map(|(_, about)| about.as_str()).unwrap_or_default());
        format!("{named}: {}", if view.agrees { "agrees" } else { "does not agree" })
    };
    letter.response.recommendations.iter().map(line).collect::<Vec<_>>().join("\n")
}
