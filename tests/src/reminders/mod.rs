//! Reminders from a recorded step to a letter at a mail server.

mod digests;
mod letters;
mod passes;
mod poison;
mod sending;
pub(crate) mod town;
