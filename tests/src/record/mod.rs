//! What the record promises, on both databases.

mod acting;
mod administering;
mod administration;
mod erasing;
mod finding;
mod identities;
mod leading;
mod listing;
mod moving;
mod people;
mod recording;
mod references;
mod reminding;
mod signing_in;
pub(crate) mod story;
mod tables;
mod tampering;
mod together;
mod trouble;
mod unfinished;
mod with_panel;
mod writing;
