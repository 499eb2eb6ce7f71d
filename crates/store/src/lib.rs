//! The record: events, rows made from them, people and search, on SQLite and PostgreSQL.
//!
//! Events are the record. Rows are for finding things, and can be made again from the events. [`Db::execute`] is
//! the only way to change a case. Functions that read take the [`Actor`](case::Actor) first after the transaction,
//! and show only what that actor may see.

pub mod access;
pub mod action_list;
mod action_row;
mod addition;
#[expect(clippy::disallowed_methods, reason = "an act is made of the plain writers and its note")]
pub mod administration;
mod along;
mod among;
mod append;
mod basis;
mod batch;
pub mod calendar_feeds;
pub mod case_list;
mod case_row;
pub mod cases;
mod check;
mod code;
mod db;
mod digest;
pub mod drafts;
pub mod due;
mod entry;
mod erase;
mod error;
mod execute;
mod folded;
pub mod held_forms;
mod history;
pub mod holidays;
mod indexing;
mod interruptible;
pub mod mail_choices;
mod migrate;
mod naming;
pub mod opening;
pub mod panel_list;
mod panel_row;
pub mod people;
mod postgres;
mod readers;
mod rebuild;
pub mod recount;
pub mod reminders;
mod repeated;
mod request;
mod rows;
mod scope;
pub mod search;
pub mod session;
pub mod settings;
mod sight;
pub mod sign_in;
mod sqlite;
pub mod statistics;
mod stored_rows;
mod sweep;
#[cfg(test)]
mod testing;
pub mod transfer;
mod tx;
mod verify;
mod walk;
mod whole;
mod writer;

pub use along::Along;
pub use basis::Basis;
pub use case_row::CaseRow;
pub use check::Broken;
pub use db::Db;
pub use digest::Digest;
pub use entry::{Entry, History};
pub use error::{Conflict, Error, Fault, FaultKind};
pub use interruptible::Interruptible;
pub use rebuild::Rebuilt;
pub use request::{Receipt, Request};
pub use search::{Hit, search};
pub use sweep::sweep;
pub use tx::{PostgresTx, SqliteTx, Tx};
pub use verify::{Heads, Report, Wrong};
pub use walk::Walk;
pub use whole::Unsound;
