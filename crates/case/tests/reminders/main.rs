//! Who is reminded of what, and when.

#![expect(clippy::unwrap_used, reason = "a test that panics has said what is wrong")]

#[allow(dead_code, reason = "the stories of clocks are told with more of it")]
#[path = "../clocks/told.rs"]
mod told;

mod days;
mod news;
mod schedule;
mod who;
