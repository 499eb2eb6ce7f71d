//! Recommendations, actions, and whether they made a difference.

use axum::Router;

use crate::app::App;

/// Every page of the actions.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
