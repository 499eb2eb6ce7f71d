//! What always holds: for every case, every step and every entry, whatever people try to record.

#![expect(clippy::unwrap_used, reason = "a test that panics has said what is wrong")]

mod anything;
mod contract;
mod diagram;
mod every;
mod permissions;
mod properties;
mod retold;
mod walk;
