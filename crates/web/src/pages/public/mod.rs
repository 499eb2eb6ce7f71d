//! Pages that anybody may read, signed in or not.

mod accessibility;
mod cookies;
mod help;
mod privacy;

use axum::Router;
use axum::routing::get;

use crate::app::App;

/// What anybody may open, and shows the navigation of whoever is signed in.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/help", get(help::show))
        .route("/accessibility", get(accessibility::show))
        .route("/privacy", get(privacy::show))
        .route("/cookies", get(cookies::show))
}
