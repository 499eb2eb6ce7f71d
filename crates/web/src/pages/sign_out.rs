//! Signing out of this browser.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use axum_extra::extract::CookieJar;
use store::{Digest, session};

use crate::app::App;
use crate::error::Answer;
use crate::session::cookie::Name;
use crate::session::visitor::token_of;

/// Ends the session and takes the cookie away.
pub(crate) async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Answer {
    if let Some(token) = token_of(&headers, app.options()) {
        let hash = Digest(token.hash());
        app.db().write(move |tx| Box::pin(async move { session::end(tx, hash).await })).await?;
    }
    let jar = CookieJar::default().add(Name::Session.gone(app.options()));
    Ok((jar, Redirect::to("/sign-in")).into_response())
}
