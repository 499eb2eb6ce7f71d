//! Who is asking. Behind this layer everybody is signed in; others are led to the sign-in page, and what they were
//! writing when their session ended is held for them.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use store::held_forms::{self, HeldForm};
use store::{Digest, session};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::http::path;
use crate::layers::limits::LARGEST_FORM;
use crate::session::visitor::token_of;
use crate::session::{ABSOLUTE, IDLE, SignedIn, Token, held_form};

/// How often a session notes that it is in use.
const TOUCHED: TimeDelta = TimeDelta::minutes(1);

/// Lets through whoever is signed in.
pub(crate) async fn required(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(token) = token_of(request.headers(), app.options()) else {
        return to_sign_in(&request).into_response();
    };
    let found = match look(&app, token, request.uri().path()).await {
        Ok(found) => found,
        Err(error) => return error.into_response(),
    };
    match found {
        Found::Nobody => to_sign_in(&request).into_response(),
        Found::Ended(person) => hold(&app, token, person, request).await.unwrap_or_else(Error::into_response),
        Found::SignedIn(signed_in) => pass(&app, *signed_in, request, next).await,
    }
}

/// Lets everybody through, and notes who is signed in: for pages that anybody may open.
pub(crate) async fn optional(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(token) = token_of(request.headers(), app.options()) else {
        return next.run(request).await;
    };
    match look(&app, token, request.uri().path()).await {
        Ok(Found::SignedIn(signed_in)) => pass(&app, *signed_in, request, next).await,
        Ok(_) => next.run(request).await,
        Err(error) => {
            tracing::warn!(%error, "a public page could not see who is signed in");
            next.run(request).await
        }
    }
}

async fn pass(app: &App, signed_in: SignedIn, mut request: Request, next: Next) -> Response {
    let shows_flash = signed_in.flash.is_some() && request.method() == Method::GET;
    let session = Digest(signed_in.session);
    request.extensions_mut().insert(signed_in);
    let response = next.run(request).await;
    if shows_flash && is_page(&response) {
        forget_flash(app, session).await;
    }
    response
}

enum Found {
    Nobody,
    Ended(case::PersonId),
    SignedIn(Box<SignedIn>),
}

async fn look(app: &App, token: Token, path: &str) -> Result<Found, Error> {
    let (hash, now) = (token.hash(), app.clock().now());
    let asked = path::reference(path).map(|reference| OpenCase::asked(reference, now));
    let Some(found) = session::find(&mut app.db().glance().await?, Digest(hash), asked).await? else {
        return Ok(Found::Nobody);
    };
    let (started_at, seen_at) = (found.session.started_at, found.session.seen_at);
    if now >= seen_at + IDLE || now >= started_at + ABSOLUTE || found.actor.memberships.is_empty() {
        return Ok(Found::Ended(found.actor.person));
    }
    if now >= seen_at + TOUCHED {
        touch(app, Digest(hash), now);
    }
    Ok(Found::SignedIn(Box::new(SignedIn::of(found, Digest(hash), now))))
}

/// Nobody waits for it, and a minute more or less ends no session.
fn touch(app: &App, session: Digest, now: DateTime<Utc>) {
    let app = app.clone();
    tokio::spawn(async move {
        let noted =
            app.db().write(move |tx| Box::pin(async move { session::touch(tx, session, now).await })).await;
        if let Err(error) = noted {
            tracing::warn!(%error, "a session could not note that it is in use");
        }
    });
}

/// Before the page goes out, so that it is shown once and not on the page after, too.
async fn forget_flash(app: &App, session: Digest) {
    let taken =
        app.db().write(move |tx| Box::pin(async move { session::take_flash(tx, session).await })).await;
    if let Err(error) = taken {
        tracing::warn!(%error, "a message that was shown could not be taken away");
    }
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Leads to the sign-in page, and from there back to where somebody wanted to go.
fn to_sign_in(request: &Request) -> Redirect {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    sign_in_for(path)
}

fn sign_in_for(path: &str) -> Redirect {
    if path == "/" || path.starts_with("/sign-out") {
        return Redirect::to("/sign-in");
    }
    Redirect::to(&format!("/sign-in?{}", Answers::default().and("to", path).to_query()))
}

/// Holds what somebody sent after their session had ended.
async fn hold(app: &App, token: Token, person: case::PersonId, request: Request) -> Answer {
    if request.method() != Method::POST {
        return Ok(to_sign_in(&request).into_response());
    }
    let path = request.uri().path().to_owned();
    let body = to_bytes(Body::new(request.into_body()), LARGEST_FORM).await.map_err(|_| Error::TooLarge)?;
    let answers = Answers::read(&body).answered();
    if !answers.is_blank() {
        let sealed = held_form::seal(&answers, &token, app.clock().token())?;
        let form = HeldForm { person, path: path.clone(), sealed, held_at: app.clock().now() };
        let session = Digest(token.hash());
        app.db().write(move |tx| Box::pin(async move { held_forms::hold(tx, session, &form).await })).await?;
        let back = Answers::default().and("to", &path).and("held", "yes").to_query();
        return Ok(Redirect::to(&format!("/sign-in?{back}")).into_response());
    }
    Ok(sign_in_for(&path).into_response())
}
