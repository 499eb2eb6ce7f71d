//! The pages of the service: what is due, cases and their clocks, and everything that is recorded in a browser.
//!
//! [`App`] holds what every request shares, [`router`] is the one list of routes. A page is one file in `pages`, made of
//! the parts in `components`. Time, chance and the post are handed in, so the service runs on any day and sends nothing
//! in tests.

mod app;
mod calendar_feed;
mod case_view;
mod clock;
pub mod components;
mod error;
mod form;
mod http;
mod layers;
mod layout;
mod lists;
mod names;
mod pages;
mod router;
mod serve;
mod session;
#[cfg(test)]
mod tests;
mod text;
mod text_diff;

pub use app::{AccessChange, App, Example, Foreseen, Letter, Options, Post, Posted, Preview, Says};
pub use clock::Clock;
pub use error::Error;
pub use pages::admin::inform_managers;
pub use pages::sign_in::{NewLink, new_link};
pub use router::{router, routes, without_layers};
pub use serve::serve;
pub use session::SignedIn;
