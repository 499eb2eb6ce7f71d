//! The serious incident notification: what the partners think, the incident, the children, and what was sent.

mod alternative;
mod alternative_end;
mod authorities;
mod care_leaver_death;
mod child;
mod child_add;
mod child_card;
mod child_change;
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

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::case_form::{Form, first_offered, is_offered, route};

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

/// The steps that take a case on, each with the words of its button.
fn on_the_path() -> [(&'static dyn Form, &'static str); 5] {
    [
        (&leads::Leads, "Record as sent to the three leads"),
        (&notifiable::Notifiable, "Record that it must be notified"),
        (&looked_after_death::LookedAfter, "Record the notification of the death"),
        (&care_leaver_death::CareLeaver, "Record the notification of the death"),
        (&sent::Sent, "Mark as sent"),
    ]
}

/// The one green button of the page: what takes the case on.
fn primary(open: &OpenCase) -> Option<ButtonLink> {
    first_offered(&on_the_path(), open)
}

/// Whether a form is that of the green button.
fn is_primary(form: &dyn Form, open: &OpenCase) -> bool {
    let next = on_the_path().into_iter().find(|(form, _)| is_offered(*form, open));
    next.is_some_and(|(next, _)| next.path() == form.path())
}
