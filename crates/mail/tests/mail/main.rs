//! What the letters say, and what becomes of them on their way.

#![expect(clippy::unwrap_used, reason = "a test that panics has said what is wrong")]

mod files;
mod hostile;
mod letters;
mod reminders;
mod samples;
mod smtp;
mod tls;
