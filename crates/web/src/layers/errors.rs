//! The pages that say why there is no other page. Each says what to do, and whom to ring.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::Error;
use crate::http::respond;
use crate::layers::trouble::{Purpose, Trouble};

/// Gives every answer that is an error a page of its own.
pub(crate) async fn pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let purpose = purpose(request.method(), request.uri().path());
    let response = next.run(request).await;
    let error = response.extensions().get::<Arc<Error>>().cloned();
    let is_bare = !response.headers().contains_key(axum::http::header::CONTENT_TYPE)
        || response.headers()[axum::http::header::CONTENT_TYPE].as_bytes().starts_with(b"text/plain");
    let error = error.or_else(|| Error::of_status(response.status()).filter(|_| is_bare).map(Arc::new));
    error.map_or(response, |error| page(&app, &error, purpose))
}

fn purpose(method: &Method, path: &str) -> Purpose {
    match *method {
        Method::POST if path.starts_with("/cases/") => Purpose::Record,
        Method::POST => Purpose::Change,
        _ => Purpose::See,
    }
}

fn page(app: &App, error: &Error, purpose: Purpose) -> Response {
    let reference = matches!(error, Error::Broken(_)).then(|| reference(app));
    if let (Error::Broken(why), Some(reference)) = (error, &reference) {
        tracing::error!(%reference, why, "a request could not be answered");
    }
    if let Error::Unreachable(why) = error {
        tracing::error!(why, "the record did not answer");
    }
    let trouble = Trouble::of(app, error, purpose, reference);
    let mut response = match respond::page_with(error.status(), &trouble) {
        Ok(response) => response,
        Err(_) => (error.status(), trouble.render().unwrap_or_default()).into_response(),
    };
    let later = matches!(error, Error::TooMany | Error::Busy | Error::TooLong | Error::Unreachable(_));
    if later {
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

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::middleware::from_fn_with_state;
    use tower::ServiceExt;

    use super::*;
    use crate::tests::harness::service;

    /// What is said where a request ends in this error, and whether to come back.
    async fn said(app: &App, method: Method, path: &str, error: Error) -> (u16, String, bool) {
        let routes = Router::new().fallback(move || std::future::ready(error.clone()));
        let routes = routes.layer(from_fn_with_state(app.clone(), pages));
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let (head, body) = routes.oneshot(request).await.unwrap().into_parts();
        let text = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        (head.status.as_u16(), text, head.headers.contains_key("retry-after"))
    }

    const NOTE: &str = "/cases/2026-003/notes/new";
    const UNKNOWN: &str = "What you sent may not have been recorded.";

    #[tokio::test]
    async fn nobody_who_only_reads_hears_of_changes() {
        let app = service().await.app;
        let errors =
            [Error::Busy, Error::TooLong, Error::Unreachable("away".into()), Error::Broken("?".into())];
        for error in errors {
            let (_, text, _) = said(&app, Method::GET, "/cases", error.clone()).await;
            assert!(text.contains("<h1"), "{error}: {text}");
            assert!(!text.contains("changed") && !text.contains("recorded"), "{error}: {text}");
        }
    }

    #[tokio::test]
    async fn whoever_sent_something_hears_that_it_may_not_be_there() {
        let app = service().await.app;
        for error in [Error::TooLong, Error::Unreachable("away".into())] {
            let (status, text, comes_back) = said(&app, Method::POST, NOTE, error.clone()).await;
            assert!(status == 503 && comes_back && text.contains(UNKNOWN), "{error}: {text}");
            assert!(
                text.contains("look at its history") && !text.contains("othing was changed"),
                "{error}: {text}"
            );
            let (_, elsewhere, _) = said(&app, Method::POST, "/admin/people/new", error).await;
            assert!(elsewhere.contains(UNKNOWN) && !elsewhere.contains("twice"), "{elsewhere}");
        }
        let (_, refused, _) = said(&app, Method::POST, NOTE, Error::Busy).await;
        assert!(refused.contains("Nothing was changed.") && !refused.contains(UNKNOWN), "{refused}");
    }

    #[tokio::test]
    async fn a_record_that_is_away_is_said_to_be() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        service.app.db().close().await;
        let answered = sam.get("/cases").await;
        assert_eq!(answered.status, 503);
        assert!(answered.text.contains("The record cannot be reached"), "{}", answered.text);
        assert!(answered.headers.contains_key("retry-after"));
    }
}
