//! The pages of one case.

mod close;
mod correct;
mod deadline;
mod deadlines;
mod delay;
mod emails;
mod entry;
mod history;
mod next;
mod overview;
mod print;
mod reopen;
mod retitle;
mod strike_out;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;

use super::note;
use crate::app::App;
use crate::form::case_form::route;

/// Every page of a case that belongs to no area of it.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route(HERE, get(overview::show))
        .route(&at("/deadlines"), get(deadlines::show))
        .route(&at("/deadlines/{key}"), get(deadline::show))
        .route(&at("/deadlines/{key}/delay"), route(|key| Some(Box::new(delay::DelayForm::of_key(key)?))))
        .route(&at("/deadlines/{key}/date.ics"), get(crate::calendar_feed::one))
        .route(&at("/emails"), get(emails::show).post(emails::told))
        .route(&at("/history"), get(history::show))
        .route(&at("/history/{number}"), get(entry::show))
        .route(
            &at("/history/{number}/correct"),
            route(|entry| Some(Box::new(correct::CorrectForm::of(entry)?))),
        )
        .route(
            &at("/history/{number}/strike-out"),
            route(|entry| Some(Box::new(strike_out::StrikeOutForm::of(entry)?))),
        )
        .route(&at("/notes/new"), route(|_| Some(Box::new(note::NewNote))))
        .route(&at("/retitle"), route(|_| Some(Box::new(retitle::Retitle))))
        .route(&at("/close"), route(|_| Some(Box::new(close::Close))))
        .route(&at("/reopen"), route(|_| Some(Box::new(reopen::Reopen))))
        .route(&at("/print"), get(print::show))
}
