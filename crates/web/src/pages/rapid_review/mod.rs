//! The rapid review: its tasks, its plan of working days, the sections of the report, and the versions put to the partners.

use axum::Router;

use crate::app::App;

/// Every page of the rapid review.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
