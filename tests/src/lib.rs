//! Tests that cross crates: what the record promises on both databases, and what it survives.
#![cfg(test)]

#[macro_use]
mod harness;
mod record;
mod reminders;
mod survival;
