//! What went to the Panel and came from it.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::State;
use case::{Area, Fact, KeyDate, When, Word};

use super::advice_add::AddAdvice;
use super::national::National;
use super::national_end::NationalEnd;
use super::query::Query;
use super::response_new::NewResponse;
use super::{advice_list, correspondence, letters, next, position, reconsidering, sent};
use crate::app::App;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{ButtonLink, Html, SummaryList, SummaryRow};
use crate::error::Answer;
use crate::form::asked::capital;
use crate::http::respond;
use crate::pages::offered;
use crate::text::date;

#[derive(Template)]
#[template(path = "pages/panel/first.html")]
struct First {
    sentence: String,
    working: Option<String>,
}

impl HtmlSafe for First {}

/// Shows it.
pub(crate) async fn show(State(app): State<App>, open: InArea<area::Panel>) -> Answer {
    let letters = letters::all(&open.case);
    let position = position::of(&open, &letters);
    let working = position.clock.map(|key| open.address(&format!("/deadlines/{key}")));
    let page = CaseSection::new(&app, &open, CasePage::Panel, "National Panel", "National Panel")
        .first(First { sentence: position.sentence, working })
        .buttons(buttons(&open));
    let page = match reconsidering::tasks(&open) {
        Some(tasks) => page.part(Part::new("reconsidering", "What the partners do now").show(tasks)),
        None => page,
    };
    let page = page
        .part(filled(Part::new("responses", "What the National Panel said"), letters::list(&open, &letters)))
        .part(filled(
            Part::new("questions", "What it asked for, and the answers"),
            correspondence::list(&open).map(Html::of),
        ))
        .part(
            filled(Part::new("advice", "Points of advice"), advice_list::list(&open))
                .links(offered::link(&AddAdvice, &open)),
        )
        .part(filled(Part::new("sent", "What was sent"), submission(&open).map(Html::of)));
    respond::page(&page.beside(national(&open)))
}

fn filled(part: Part, shown: Option<Html>) -> Part {
    match shown {
        Some(shown) => part.show(shown),
        None => part,
    }
}

/// The green button is what takes the case on.
fn buttons(open: &OpenCase) -> Vec<ButtonLink> {
    let next = next(open);
    let others = offered::others(&[&NewResponse, &Query], open, next.as_ref());
    next.into_iter().chain(others).collect()
}

/// The report that was sent, who decided on it, and why it went without somebody.
fn submission(open: &OpenCase) -> Option<SummaryList> {
    let on = open.case.dates.get(KeyDate::Submitted)?;
    let mut list = SummaryList::new().row(SummaryRow::new("Sent", date::when(on)));
    if let Some(report) = open.case.rapid_review.sent().filter(|_| open.shows(Area::RapidReview)) {
        let says = format!("{}\n{}", sent::version(report), sent::recommends(report));
        list = list.row(SummaryRow::new("Report", says));
    }
    if open.shows(Area::Decisions) {
        let decisions = sent::decisions(open).into_iter();
        list =
            decisions.fold(list, |list, (partner, says)| list.row(SummaryRow::new(capital(&partner), says)));
    }
    let entries = Entries::of(&open.case);
    let entry = entries.last(|fact| matches!(fact, Fact::SubmittedToPanel(_)));
    let reason = entry.map(|(_, event)| wrote(event, Word::Reason)).unwrap_or_default();
    if !reason.is_empty() {
        list = list.row(SummaryRow::new("Why it was sent without a partner", reason));
    }
    Some(list)
}

#[derive(Template)]
#[template(path = "pages/panel/national.html")]
struct NationalReview {
    list: Option<SummaryList>,
    links: Vec<ButtonLink>,
}

impl HtmlSafe for NationalReview {}

/// The national or thematic review.
fn national(open: &OpenCase) -> NationalReview {
    let links = offered::others(&[&National, &NationalEnd], open, next(open).as_ref());
    let entries = Entries::of(&open.case);
    let list = entries.last(|fact| matches!(fact, Fact::NationalReviewCommissioned(_))).map(|(_, event)| {
        let Fact::NationalReviewCommissioned(review) = &event.fact else { return SummaryList::new() };
        let ended = entries.last(|fact| matches!(fact, Fact::NationalReviewEnded));
        let ended = ended.filter(|_| open.case.panel.national_ended).map(|(_, event)| event);
        let local =
            if review.local_continues { "Goes on beside it" } else { "It takes the place of a local review" };
        let liaison = review.liaison.map(|person| open.names().person_and_post(person));
        let when = |on: When| date::when(on);
        let rows = [
            ("Kind", capital(&review.kind)),
            ("Commissioned", when(event.on)),
            ("Local work", local.to_owned()),
            ("Who liaises", liaison.unwrap_or_else(|| wrote(event, Word::Who))),
            ("About", wrote(event, Word::Text)),
            ("Ended", ended.map_or_else(|| "Not yet".to_owned(), |event| when(event.on))),
            ("How it ended", ended.map(|event| wrote(event, Word::Outcome)).unwrap_or_default()),
        ];
        let some = rows.into_iter().filter(|(_, says)| !says.is_empty());
        some.fold(SummaryList::new(), |list, (key, says)| list.row(SummaryRow::new(key, says)))
    });
    NationalReview { list, links }
}
