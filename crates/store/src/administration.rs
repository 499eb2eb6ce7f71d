//! What is administered: accounts, roles, organisations, partnerships and bank holidays. Each act is one function, which
//! makes the change and notes it in the same transaction, so that none goes without its note. An act that would change
//! nothing notes nothing.
//!
//! What concerns no partnership is in nobody’s log: of a person without a role, or of an organisation that no partnership
//! has as a member, nothing is noted.

pub mod accounts;
pub mod bank_holidays;
pub mod choices;
pub mod log;
mod managers;
mod note;
pub mod organisations;
pub mod partnerships;
pub mod roles;

pub use managers::Managers;
pub use note::{Author, Facts, What};
