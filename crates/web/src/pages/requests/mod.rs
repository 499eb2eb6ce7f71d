//! What an agency is asked, as its contributor sees and answers it.

mod acknowledge;
mod list;
mod names;
mod nothing;
pub(crate) mod own;
mod own_text;
mod request;
mod summary;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;

use crate::app::App;
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
