//! The rapid review: its tasks, its plan of working days, the sections of the report, and the versions put to the partners.

mod ask;
mod chapter;
mod chapters;
mod flags;
mod lcspr;
mod meeting;
mod open;
mod overview;
mod plan;
mod questions;
mod reading;
mod report;
mod safety;
mod scrutineer;
mod section;
mod tasks;
#[cfg(test)]
mod tests;
mod written;

use axum::Router;
use axum::routing::get;
use case::Stage;
use case::rapid_review::Section;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::case_form::{is_offered, route};
use crate::pages::{agencies, offered};

/// The page to which these forms belong.
const HOME: &str = "/rapid-review";

/// Every page of the rapid review.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/rapid-review";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route(HERE, get(overview::show))
        .route(&at("/open"), route(|_| Some(Box::new(open::Open))))
        .route(&at("/safety"), route(|_| Some(Box::new(safety::Safety))))
        .route(&at("/meeting"), route(|_| Some(Box::new(meeting::Held))))
        .route(&at("/scrutineer"), route(|_| Some(Box::new(scrutineer::Scrutineer))))
        .route(&at("/facts"), route(|_| Some(Box::new(section::Written(Section::Facts)))))
        .route(&at("/learning"), route(|_| Some(Box::new(section::Written(Section::Learning)))))
        .route(&at("/equality"), route(|_| Some(Box::new(section::Written(Section::Equality)))))
        .route(
            &at("/national-significance"),
            route(|_| Some(Box::new(section::Written(Section::NationalSignificance)))),
        )
        .route(&at("/lcspr"), route(|_| Some(Box::new(lcspr::Recommended))))
        .route(&at("/actions"), route(|_| Some(Box::new(section::Written(Section::Actions)))))
        .route(&at("/report"), get(reading::now))
        .route(&at("/reports/{version}"), get(reading::version))
        .route(&at("/ask"), route(|_| Some(Box::new(ask::Ask))))
}

/// What takes the rapid review on: opening it, asking agencies, the meeting, the report, and putting it to the partners.
pub(crate) fn next(open: &OpenCase) -> Option<ButtonLink> {
    match open.case.stage {
        Stage::RapidReviewOpen if open.case.agencies.requests.is_empty() => agencies::next(open),
        Stage::RapidReviewOpen | Stage::AgencyReturns => offered::first(&[&meeting::Held], open),
        Stage::RapidReviewMeeting => offered::first(&[&ask::Ask], open).or_else(|| write(open)),
        _ => offered::first(&[&open::Open, &ask::Ask], open),
    }
}

/// The page of the rapid review has the sections of the report.
fn write(open: &OpenCase) -> Option<ButtonLink> {
    let writes = is_offered(&section::Written(Section::Facts), open);
    writes.then(|| ButtonLink::primary("Write the report", open.address(HOME)))
}
