//! Reminders from a recorded step to a letter at a mail server.

mod digests;
mod letters;
mod passes;
mod poison;
pub(crate) mod post;
mod sending;
pub(crate) mod town;
