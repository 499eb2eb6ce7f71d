//! Proof over the whole service, page by page: every route of the router, seen by everybody who might come, and every
//! form with what nobody should send.

mod doors;
mod forms;
pub(crate) mod harness;
mod hostile;
mod looks;
mod published;
mod queries;
mod routes;
mod scene;
mod sight;
mod unsaid;
