//! Proceedings beside the case, and other reviews of the same events.

use axum::Router;

use crate::app::App;

/// Every page about proceedings and linked reviews.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
