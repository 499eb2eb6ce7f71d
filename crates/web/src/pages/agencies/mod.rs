//! What agencies are asked for a rapid review, what they returned, and who is late.

mod agency;
mod ask;
mod asked;
mod contacts;
mod escalate;
mod on_behalf;
mod overview;
pub(crate) mod questions;
mod remind;
mod remind_all;
mod reopen;
pub(crate) mod returned;
mod sectors;
#[cfg(test)]
mod tests;
mod withdraw;

use axum::Router;
use axum::routing::get;
use case::OrganisationId;
use uuid::Uuid;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::Form;
use crate::form::case_form::{is_offered, route};
use crate::pages::offered;
use remind_all::RemindAll;

/// The page to which all these forms belong.
const HOME: &str = "/agencies";

/// Every page about what agencies are asked.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/agencies";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route(HERE, get(overview::show))
        .route(&at("/ask"), route(|_| Some(Box::new(ask::Ask))))
        .route(&at("/remind"), route(|_| Some(Box::new(remind_all::RemindAll))))
        .route(&at("/{agency}"), get(agency::show))
        .route(&at("/{agency}/remind"), route(|of| Some(Box::new(remind::Remind(named(of)?)))))
        .route(&at("/{agency}/reopen"), route(|of| Some(Box::new(reopen::Reopen(named(of)?)))))
        .route(&at("/{agency}/escalate"), route(|of| Some(Box::new(escalate::Escalate(named(of)?)))))
        .route(&at("/{agency}/withdraw"), route(|of| Some(Box::new(withdraw::Withdraw(named(of)?)))))
        .route(&at("/{agency}/return"), route(|of| Some(Box::new(on_behalf::OnBehalf(named(of)?)))))
}

/// A reminder where one is due, else asking.
pub(crate) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let remind = is_offered(&RemindAll, open).then(|| {
        let due = remind_all::due(open).len();
        let text = format!("Send a reminder to the {due} that {} due", if due == 1 { "is" } else { "are" });
        ButtonLink::primary(text, open.address(&RemindAll.page().path))
    });
    remind.or_else(|| offered::first(&[&ask::Ask], open))
}

/// The agency that an address names.
pub(crate) fn named(id: &str) -> Option<OrganisationId> {
    Uuid::parse_str(id).ok().map(OrganisationId)
}

/// The page of one agency, or one of its forms, below the case.
fn path(agency: OrganisationId, page: &str) -> String {
    format!("{HOME}/{agency}{page}")
}

/// Whether the agency was asked at all.
fn was_asked(open: &OpenCase, agency: OrganisationId) -> bool {
    open.case.agencies.requests.contains_key(&agency)
}

/// Whether an answer of the agency is awaited.
fn is_open(open: &OpenCase, agency: OrganisationId) -> bool {
    let request = open.case.agencies.requests.get(&agency);
    request.is_some_and(case::agencies::Request::is_open) && !open.case.is_closed()
}
