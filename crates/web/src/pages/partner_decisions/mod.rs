//! What the three statutory partners decide in a case, each for themselves.

use axum::Router;

use crate::app::App;

/// Every page of the partners’ decisions.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
