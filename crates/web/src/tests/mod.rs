//! Tests of the whole service: every route of the router, seen by everybody who might come, and every form with what nobody
//! should send. The harness is what tests of single pages use too; those stand at the end of their file, or in the folder
//! `tests` of their area.

mod doors;
mod forms;
pub(crate) mod harness;
mod hostile;
mod published;
mod queries;
mod routes;
mod scene;
mod sight;
mod styles;
mod unsaid;
