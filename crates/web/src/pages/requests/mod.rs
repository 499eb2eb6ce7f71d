//! What an agency is asked, as its contributor sees and answers it.

mod acknowledge;
mod list;
mod names;
mod nothing;
mod own;
mod own_text;
mod request;
mod summary;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::case_form::route;
use crate::pages::agencies::named;

/// Every page of a contributor's requests.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/requests/{agency}";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route("/requests", get(list::show))
        .route(HERE, get(request::show))
        .route(&at("/names"), get(names::back).post(names::show))
        .route(&at("/holding"), route(|of| Some(Box::new(acknowledge::Acknowledge::holding(named(of)?)))))
        .route(&at("/checking"), route(|of| Some(Box::new(acknowledge::Acknowledge::checking(named(of)?)))))
        .route(&at("/nothing"), route(|of| Some(Box::new(nothing::NothingHeld(named(of)?)))))
        .route(&at("/summary"), route(|of| Some(Box::new(summary::Summary(named(of)?)))))
        .route(&at("/own-text"), route(|of| Some(Box::new(own_text::OwnText(named(of)?)))))
}

/// What the visitor's own agency was asked and has not answered.
pub(crate) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let mut asked = open.case.agencies.requests.keys();
    let agency = asked.find(|agency| own::is_open(open, **agency) && own::speaks_for(open, **agency))?;
    Some(ButtonLink::primary("Answer the request", open.address(&own::path(*agency))))
}
