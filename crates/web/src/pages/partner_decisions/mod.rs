//! What the three statutory partners decide in a case, each for themselves.

mod about;
mod asking;
mod cards;
mod deciding;
mod escalate;
mod escalation_end;
mod happens;
mod history;
mod overview;
mod question;
mod recommendations;
mod recorded;
mod send_back;
mod subject;
mod wording;

#[cfg(test)]
mod tests;

use std::str::FromStr;

use axum::Router;
use axum::routing::get;
use case::Stage;
use case::decisions::Question;
use case::terms::Partner;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::error::Error;
use crate::form::Form;
use crate::form::asked::code;
use crate::form::case_form::{first_offered, offer, route};
use crate::pages::panel;
pub(crate) use cards::{cards, recommendation};
use question::now;
use subject::Deciding;

/// The page to which all these forms belong.
const HOME: &str = "/decisions";
/// Who reads what is written of a disagreement.
const READERS: &str =
    "2 or 3 sentences. The other partners see this. Do not use names of children or families";

/// What whoever decides for a partner records.
const OWN: &str = "Record your decision";

/// Every page of the partners’ decisions.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/decisions";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route(HERE, get(overview::show))
        .route(&at("/escalate"), route(|_| Some(Box::new(escalate::Escalate))))
        .route(&at("/escalate/end"), route(|_| Some(Box::new(escalation_end::EndEscalation))))
        .route(&at("/send-back/{partner}"), route(|of| Some(Box::new(send_back::SendBack::of(of)?))))
        .route(&at("/{partner}"), route(|of| Some(Box::new(Deciding::of(of)?))))
        .route(&at("/{partner}/recorded"), get(recorded::show))
        .route(&at("/{partner}/on-behalf"), route(|of| Some(Box::new(Deciding::of(of)?.on_behalf()))))
        .route(&at("/{partner}/{question}"), route(|of| Some(Box::new(Deciding::of(of)?))))
        .route(
            &at("/{partner}/{question}/on-behalf"),
            route(|of| Some(Box::new(Deciding::of(of)?.on_behalf()))),
        )
}

/// The partner that an address names.
fn partner(address: &str) -> Option<Partner> {
    Partner::ALL.iter().find(|one| code(*one) == address).copied()
}

/// The same, for handlers.
struct ByName(Partner);

impl FromStr for ByName {
    type Err = Error;

    fn from_str(address: &str) -> Result<Self, Error> {
        partner(address).map(Self).ok_or(Error::NotFound)
    }
}

/// Whoever decides for a partner decides; the business unit sends the report when all three have, and sees till then who has.
pub(crate) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let see = || ButtonLink::primary("See the decisions", open.address(HOME));
    decide(open).or_else(|| submit(open)).or_else(|| open.is_business_unit().then(see))
}

/// The decision of a partner that has not decided yet.
fn decide(open: &OpenCase) -> Option<ButtonLink> {
    let undecided = open.case.undecided(now(&open.case)?);
    undecided.into_iter().find_map(|partner| first_offered(&[(&Deciding::now(partner), OWN)], open))
}

/// Sending the report to the Panel, when all three partners have decided on it.
fn submit(open: &OpenCase) -> Option<ButtonLink> {
    let all = open.case.undecided(Question::RapidReview).is_empty();
    let is_time = open.case.stage == Stage::PartnerDecision && all;
    if is_time { panel::next(open) } else { None }
}

/// Where a partner's decision is recorded: by somebody who decides for it, or for it by the business unit.
fn where_to_record(open: &OpenCase, partner: Partner) -> Option<(String, String)> {
    let own = Deciding::now(partner);
    let for_them = Deciding::now(partner).on_behalf();
    let link = |form: &Deciding, text: &str| (text.to_owned(), open.address(&form.page().path));
    if offer(&own, open, "").is_some() {
        return Some(link(&own, OWN));
    }
    offer(&for_them, open, "").map(|_| link(&for_them, "Record for them"))
}
