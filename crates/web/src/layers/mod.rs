//! What is done to every request and every answer.

pub(crate) mod csrf;
pub(crate) mod errors;
pub(crate) mod headers;
pub(crate) mod limits;
pub(crate) mod sign_in;
pub(crate) mod trace;
pub(crate) mod trouble;
