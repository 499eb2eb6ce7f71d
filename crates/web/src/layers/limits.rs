//! How much is answered at the same time.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use crate::error::Error;

/// How long a request may take.
pub(crate) const LONGEST: Duration = Duration::from_secs(20);
/// How long the body of a form may be, in bytes.
pub(crate) const LARGEST_FORM: usize = 1024 * 1024;

/// Answers “come back in a moment” instead of letting everybody wait.
pub(crate) async fn at_once(State(places): State<Arc<Semaphore>>, request: Request, next: Next) -> Response {
    match places.try_acquire() {
        Ok(_place) => next.run(request).await,
        Err(_) => Error::Busy.into_response(),
    }
}
