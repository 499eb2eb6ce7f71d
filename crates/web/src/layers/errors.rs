//! The pages that say why there is no other page. Each says what to do, and whom to ring.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::Error;
use crate::http::respond;
use crate::layers::trouble::Trouble;

/// Gives every answer that is an error a page of its own.
pub(crate) async fn pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let error = response.extensions().get::<Arc<Error>>().cloned();
    let is_bare = !response.headers().contains_key(axum::http::header::CONTENT_TYPE)
        || response.headers()[axum::http::header::CONTENT_TYPE].as_bytes().starts_with(b"text/plain");
    let error = error.or_else(|| Error::of_status(response.status()).filter(|_| is_bare).map(Arc::new));
    error.map_or(response, |error| page(&app, &error))
}

fn page(app: &App, error: &Error) -> Response {
    let reference = matches!(error, Error::Broken(_)).then(|| reference(app));
    if let (Error::Broken(why), Some(reference)) = (error, &reference) {
        tracing::error!(%reference, why, "a request could not be answered");
    }
    let trouble = Trouble::of(app, error, reference);
    let mut response = match respond::page_with(error.status(), &trouble) {
        Ok(response) => response,
        Err(_) => (error.status(), trouble.render().unwrap_or_default()).into_response(),
    };
    if matches!(error, Error::TooMany | Error::Busy) {
        response
            .headers_mut()
            .insert(axum::http::header::RETRY_AFTER, axum::http::HeaderValue::from_static("60"));
    }
    response
}

/// What the page and the log share, so that one finds the other.
fn reference(app: &App) -> String {
    let id = app.clock().id().simple().to_string();
    format!("{}-{}", &id[..4], &id[4..8])
}
