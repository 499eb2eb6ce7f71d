//! Publication: the plan, what is checked and told before it, what is published or not, and for how long.

use axum::Router;

use crate::app::App;

/// Every page of publication.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
