//! The local child safeguarding practice review, from the decision to start it to its signed report.

use axum::Router;

use crate::app::App;

/// Every page of the LCSPR.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
