//! The National Panel: what is sent to it, what it answers, asks and advises.

use axum::Router;

use crate::app::App;

/// Every page about the Panel.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
