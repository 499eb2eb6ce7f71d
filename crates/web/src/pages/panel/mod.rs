//! The National Panel: what is sent to it, what it answers, asks and advises.

mod advice;
mod advice_add;
mod advice_done;
mod advice_list;
mod agreement;
mod answer;
mod answered;
mod close;
mod correspondence;
mod csv;
mod home;
mod letters;
mod national;
mod national_end;
mod outstanding;
mod overview;
mod position;
mod query;
mod reconsider;
mod reconsidering;
mod response;
mod response_new;
mod sent;
mod submit;
#[cfg(test)]
mod tests;
mod wait;
mod ways;
mod what_follows;

use axum::Router;
use axum::routing::get;
use case::Stage;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::Form;
use crate::form::case_form::route;
use crate::pages::offered;

/// The page to which all these forms belong.
const HOME: &str = "/panel";

/// Every page about the Panel.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/panel";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route("/panel", get(home::show))
        .route("/panel.csv", get(csv::csv))
        .route(HERE, get(overview::show))
        .route(&at("/submit"), route(|_| Some(Box::new(submit::Submit))))
        .route(&at("/responses/new"), route(|_| Some(Box::new(response_new::NewResponse))))
        .route(&at("/responses/{response}"), get(response::show))
        .route(&at("/what-follows"), get(what_follows::show).post(what_follows::choose))
        .route(&at("/query"), route(|_| Some(Box::new(query::Query))))
        .route(&at("/answer"), route(|_| Some(Box::new(answer::Reply))))
        .route(&at("/advice/new"), route(|_| Some(Box::new(advice_add::AddAdvice))))
        .route(&at("/advice/{point}/done"), route(|point| Some(Box::new(advice_done::Done::of(point)?))))
        .route(&at("/reconsider"), route(|_| Some(Box::new(reconsider::Reconsider))))
        .route(&at("/close"), route(|_| Some(Box::new(close::EndOfReview))))
        .route(&at("/national"), route(|_| Some(Box::new(national::National))))
        .route(&at("/national/end"), route(|_| Some(Box::new(national_end::NationalEnd))))
}

/// What takes the case on: sending the report, what the Panel says, answering it, and deciding what follows.
pub(crate) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let waits = open.case.stage == Stage::SubmittedToPanel;
    let response: &[&dyn Form] = if waits { &[&response_new::NewResponse] } else { &[] };
    offered::first(&[&submit::Submit, &answer::Reply], open)
        .or_else(|| offered::first(response, open))
        .or_else(|| ways::next(open))
}
