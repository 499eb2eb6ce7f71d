//! Proceedings beside the case, and other reviews of the same events.

mod end;
mod link;
mod new;
mod news;
mod overview;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;
use case::proceedings::ProceedingStanding;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::section::Part;
use crate::components::{ButtonLink, Html, Inset};
use crate::form::Intro;
use crate::form::case_form::route;
use crate::text::grammar::several;

/// The page to which these forms belong.
const HOME: &str = "/proceedings";

/// Every page about proceedings and linked reviews.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/proceedings";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route(HERE, get(overview::show))
        .route(&at("/new"), route(|_| Some(Box::new(new::Open))))
        .route(&at("/link"), route(|_| Some(Box::new(link::Link))))
        .route(&at("/{proceeding}/news"), route(|number| Some(Box::new(news::News::of(number)?))))
        .route(&at("/{proceeding}/end"), route(|number| Some(Box::new(end::End::of(number)?))))
}

/// The number of a proceeding, as an address names it.
fn number_of(part: &str) -> Option<u16> {
    part.parse().ok().filter(|number: &u16| number.to_string() == part)
}

/// The proceeding of a number, unless it has ended.
fn running(open: &OpenCase, number: u16) -> Option<&ProceedingStanding> {
    open.case.proceedings.proceedings.get(&number).filter(|proceeding| proceeding.ended.is_none())
}

/// Which proceeding a form is about.
fn introduced(open: &OpenCase, number: u16) -> Intro {
    let of = open.case.proceedings.proceedings.get(&number);
    of.map(|of| format!("Proceeding {number}: {}.", of.proceeding.kind)).into_iter().collect()
}

/// How many proceedings and linked reviews there are, in a sentence.
pub(crate) fn summary(open: &OpenCase) -> String {
    let standing = &open.case.proceedings;
    let open = standing.proceedings.values().filter(|proceeding| proceeding.ended.is_none()).count();
    let all = standing.proceedings.len();
    let proceedings = match all {
        0 => "No proceedings are recorded".to_owned(),
        _ => format!("{} recorded, {open} still open", several(all, "proceeding", "proceedings")),
    };
    let linked = match standing.linked.len() {
        0 => "No reviews are linked".to_owned(),
        linked => several(linked, "linked review", "linked reviews"),
    };
    format!("{proceedings}. {linked}.")
}

/// The same as a part of another page of the case.
pub(crate) fn beside(open: &OpenCase) -> Part {
    let link = ButtonLink::secondary("Proceedings and linked reviews", open.address(HOME));
    Part::new("beside", "Proceedings and other reviews")
        .show(Html::of(Inset::new(summary(open))))
        .links([link])
}
