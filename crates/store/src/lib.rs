//! The record: events, rows made from them, people and search, on SQLite and PostgreSQL.

mod db;
mod error;
pub mod holidays;
mod migrate;
pub mod people;
mod postgres;
mod sqlite;
mod tx;
mod writer;

pub use db::Db;
pub use error::{Conflict, Error, Fault, FaultKind};
pub use tx::{SqliteTx, Tx};
