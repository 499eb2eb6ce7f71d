//! The pages of the service: what is due, cases and their clocks, and everything that is recorded in a browser.
//!
//! [`App`] holds what every request shares, [`router`] is the one list of routes. A page is one file in `pages`, made of
//! the parts in `components`. Time, chance and the post are handed in, so the service runs on any day and sends nothing
//! in tests.

mod address;
mod answers;
mod app;
mod asked;
pub mod assets;
mod at;
mod calendar_feed;
mod case_form;
mod case_header;
mod case_section;
mod changes;
mod clock;
mod clock_box;
pub mod components;
mod conflict;
mod content_security;
mod correcting;
mod date;
mod dated;
mod device;
mod entries;
mod error;
mod fields;
mod foresight;
mod forms;
mod frame;
mod held;
mod kept;
mod layers;
mod letters;
#[cfg(test)]
mod looks;
mod met;
mod names;
mod next_step;
mod open_case;
mod pages;
mod partners;
mod problems;
#[cfg(test)]
mod proof;
mod reading;
mod record;
mod render;
mod router;
mod serve;
mod shell;
mod signed_in;
mod source;
mod spreadsheet;
#[cfg(test)]
mod testing;
mod time;
mod timeline;
mod words;

pub use app::{App, Example, Foreseen, Letter, Options, Post, Posted, Preview, Says};
pub use clock::Clock;
pub use error::Error;
pub use pages::sign_in::{NewLink, new_link};
pub use router::{router, without_layers};
pub use serve::serve;
pub use signed_in::SignedIn;
