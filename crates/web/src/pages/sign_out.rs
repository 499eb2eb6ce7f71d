//! Signing out of this browser.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect};
use store::{Digest, session};

use crate::app::App;
use crate::error::Answer;
use crate::session::visitor::{cookie_for, token_of};

/// Ends the session and takes the cookie away.
pub(crate) async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Answer {
    if let Some(token) = token_of(&headers, app.options()) {
        let hash = Digest(token.hash());
        app.db().write(move |tx| Box::pin(async move { session::end(tx, hash).await })).await?;
    }
    let cookie = cookie_for(None, app.options())?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to("/sign-in")).into_response())
}
