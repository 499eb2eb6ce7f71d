//! Addresses, answers, and what is served beside pages.

pub(crate) mod assets;
pub(crate) mod csp;
pub(crate) mod path;
pub(crate) mod respond;
