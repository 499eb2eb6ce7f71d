//! The rapid review: its tasks, its plan of working days, the sections of the report, and the versions put to the partners.

mod ask;
mod chapters;
mod flags;
mod lcspr;
mod meeting;
mod open;
mod overview;
mod plan;
mod reading;
mod report;
mod safety;
mod scrutineer;
mod section;
mod tasks;
#[cfg(test)]
mod tests;
mod written;
mod yes_no;

use axum::Router;
use axum::routing::get;
use case::rapid_review::Section;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::form::case_form::{is_offered, route};

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

/// Whether the visitor may put the report to the partners now.
pub(crate) fn is_ready_for_partners(open: &OpenCase) -> bool {
    is_offered(&ask::Ask, open)
}
