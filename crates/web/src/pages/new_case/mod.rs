//! Starting a case: one question a page, and a reference and a running clock within two minutes of the phone call.
//!
//! The answers travel in a draft of whoever starts the case, so that going back, an ended session and coming back later
//! lose nothing. Everything about the child comes later, with the notification.

mod aware;
mod begun;
mod check;
mod kind;
mod page;
mod people;
mod place;
mod start;
#[cfg(test)]
mod tests;
mod title;

use axum::Router;
use axum::routing::get;

use crate::app::App;
use page::{Page, route};

/// The path of the first page, which is that of the draft too.
const NEW: &str = "/cases/new";
/// The path of the last page.
const CHECK: &str = "/cases/new/check";

/// The questions, in their order.
const PAGES: [&dyn Page; 5] = [&aware::Aware, &kind::Kind, &place::Location, &title::Title, &people::People];

/// Every page of starting a case.
pub(crate) fn routes() -> Router<App> {
    let questions = PAGES.iter().fold(Router::new(), |router, page| router.route(page.path(), route(*page)));
    questions.route(CHECK, get(check::show).post(check::start))
}
