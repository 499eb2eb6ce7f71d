//! What agencies are asked for a rapid review, what they returned, and who is late.

use axum::Router;

use crate::app::App;

/// Every page about what agencies are asked.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
