//! Staying signed in: what the warning before the end of a session sends.

use axum::extract::State;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use chrono::TimeDelta;
use store::{Digest, session};

use crate::app::App;
use crate::error::Answer;
use crate::http::respond;
use crate::session::{Flash, flash};
use crate::session::{IDLE, SignedIn};
use crate::text::date;

/// How much later it may be by now than when the end of the session was worked out, at the door of this request.
const A_MOMENT: TimeDelta = TimeDelta::minutes(1);

/// Keeps the session alive. A page that asks by itself gets no new page, and a person gets their account.
pub(crate) async fn stay(State(app): State<App>, visitor: SignedIn, headers: HeaderMap) -> Answer {
    let (now, token) = (app.clock().now(), Digest(visitor.session));
    app.db().write(move |tx| Box::pin(async move { session::touch(tx, token, now).await })).await?;
    let accepts = headers.get(ACCEPT).and_then(|accepts| accepts.to_str().ok()).unwrap_or_default();
    // Near the end of the 12 hours a session gets no full time more: the page has to tell that, and does when it gets
    // another answer than this.
    let is_whole = visitor.ends_at + A_MOMENT >= now + IDLE;
    if !accepts.contains("text/html") && is_whole {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let until = format!(
        "You will be signed out at {} if nothing is opened or saved before.",
        date::time(visitor.ends_at)
    );
    flash(&app, &visitor, Flash::new("You are still signed in").next(Some(until))).await?;
    respond::go_to("/account")
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::{Request, StatusCode};
    use chrono::TimeDelta;

    use crate::tests::harness::service;

    fn ask() -> axum::http::request::Builder {
        Request::post("/account/stay").header("sec-fetch-site", "same-origin")
    }

    #[tokio::test]
    async fn a_session_that_is_kept_alive_lasts() {
        let service = service().await;
        let browser = service.as_person("r-patel").await;
        service.clock.pass(TimeDelta::minutes(29));
        let kept = browser.send(ask().header("accept", "*/*"), Body::empty()).await;
        assert_eq!(kept.status, StatusCode::NO_CONTENT);
        service.clock.pass(TimeDelta::minutes(29));
        let kept = browser.send(ask().header("accept", "text/html,*/*;q=0.8"), Body::empty()).await;
        assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, "/account"));
        assert!(browser.get("/account").await.text.contains("You are still signed in"));
    }

    #[tokio::test]
    async fn no_session_is_kept_beyond_its_end() {
        let service = service().await;
        let browser = service.as_person("r-patel").await;
        for _ in 0..24 {
            service.clock.pass(TimeDelta::minutes(29));
            browser.send(ask(), Body::empty()).await;
        }
        let late = browser.send(ask(), Body::empty()).await;
        assert_eq!(late.status, StatusCode::SEE_OTHER);
    }
}
