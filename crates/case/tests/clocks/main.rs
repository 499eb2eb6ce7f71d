//! The time limits, told as the guidance tells them.

mod courses;
mod holidays;
mod judgements;
mod keys;
mod lateness;
mod local;
mod missing;
mod publication;
mod readings;
mod recorded;
mod rules;
mod starting;
mod states;
mod told;
