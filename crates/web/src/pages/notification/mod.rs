//! The serious incident notification: what the partners think, the incident, the children, and what was sent.

mod alternative;
mod alternative_end;
mod authorities;
mod care_leaver_death;
mod child;
mod child_add;
mod child_card;
mod child_change;
mod decision;
mod ethnicity;
mod first;
mod identity;
mod incident;
mod leads;
mod looked_after_death;
pub(crate) mod name;
mod not_notifiable;
mod notifiable;
mod overview;
mod print;
mod reclassify;
mod sections;
mod sent;
mod shown;
#[cfg(test)]
mod tests;
mod told;
mod view;

use axum::Router;
use axum::routing::get;
use case::Stage;
use case::terms::Partner;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::Form;
use crate::form::case_form::{is_offered, route};
use crate::pages::offered;

/// The page to which all these forms belong.
const HOME: &str = "/notification";

/// Every page of the notification.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/notification";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route(HERE, get(overview::show))
        .route(&at("/print"), get(print::show))
        .route(&at("/leads"), route(|_| Some(Box::new(leads::Leads))))
        .route(&at("/views/{partner}"), route(|partner| Some(Box::new(view::GivenView::of(partner)?))))
        .route(&at("/decision/notify"), route(|_| Some(Box::new(notifiable::Notifiable))))
        .route(&at("/decision/do-not-notify"), route(|_| Some(Box::new(not_notifiable::NotNotifiable))))
        .route(&at("/alternative"), route(|_| Some(Box::new(alternative::Alternative))))
        .route(&at("/alternative/end"), route(|_| Some(Box::new(alternative_end::AlternativeEnd))))
        .route(&at("/incident"), route(|_| Some(Box::new(incident::Incident))))
        .route(&at("/children/new"), route(|_| Some(Box::new(child_add::AddChild))))
        .route(&at("/children/{child}"), route(|child| Some(Box::new(child_change::ChangeChild::of(child)?))))
        .route(&at("/children/{child}/identity"), route(|child| Some(Box::new(identity::Who::of(child)?))))
        .route(&at("/children/{child}/name"), get(name::back).post(name::show))
        .route(&at("/authorities"), route(|_| Some(Box::new(authorities::OtherAuthorities))))
        .route(&at("/told"), route(|_| Some(Box::new(told::Told))))
        .route(&at("/sent"), route(|_| Some(Box::new(sent::Sent))))
        .route(&at("/looked-after-death"), route(|_| Some(Box::new(looked_after_death::LookedAfter))))
        .route(&at("/care-leaver-death"), route(|_| Some(Box::new(care_leaver_death::CareLeaver))))
        .route(&at("/reclassify"), route(|_| Some(Box::new(reclassify::Reclassify))))
}

/// What takes the notification on: for the council its decision, for the others their view, then the children and what was
/// sent.
pub(crate) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let has_children = !open.case.notification.children.is_empty();
    match open.case.stage {
        // Both answers are on the page, so that neither is suggested.
        Stage::UnderConsideration if is_offered(&notifiable::Notifiable, open) => {
            Some(ButtonLink::primary("Decide whether to notify", open.address(HOME)))
        }
        Stage::UnderConsideration => missing_view(open),
        Stage::AwaitingNotification if !has_children => {
            offered::first(&[&child_add::AddChild], open).or_else(|| send(open))
        }
        _ => send(open),
    }
}

fn missing_view(open: &OpenCase) -> Option<ButtonLink> {
    let given = &open.case.consideration.views;
    let missing = Partner::ALL.iter().filter(|partner| !given.contains_key(partner));
    missing.copied().find_map(|partner| offered::first(&[&view::GivenView(partner)], open))
}

fn send(open: &OpenCase) -> Option<ButtonLink> {
    let forms: [&dyn Form; 5] = [
        &leads::Leads,
        &looked_after_death::LookedAfter,
        &care_leaver_death::CareLeaver,
        &sent::Sent,
        &alternative_end::AlternativeEnd,
    ];
    offered::first(&forms, open)
}
