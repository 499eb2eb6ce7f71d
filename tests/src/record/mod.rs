//! What the record promises, on both databases.

mod erasing;
mod finding;
mod identities;
mod moving;
mod people;
mod recording;
mod references;
pub(crate) mod story;
mod tables;
mod tampering;
mod trouble;
mod writing;
