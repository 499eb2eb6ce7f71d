//! The one list of routes, and what is done around all of them.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::error::Error;
use crate::http::assets;
use crate::layers::{csrf, errors, headers, limits, sign_in, trace};
use crate::pages;
use crate::session::SignedIn;

/// The whole service.
pub fn router(app: App) -> Router {
    let places = Arc::new(Semaphore::new(app.options().most_at_once));
    let signed_in = signed_in_routes().route_layer(from_fn_with_state(app.clone(), sign_in::required));
    let open_to_all = pages::public::routes().route_layer(from_fn_with_state(app.clone(), sign_in::optional));
    public_routes()
        .merge(open_to_all)
        .merge(signed_in)
        .fallback(nothing_there)
        .layer(from_fn_with_state(app.clone(), csrf::guard))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, limits::LONGEST))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(places, limits::at_once))
        .layer(from_fn_with_state(app.clone(), errors::pages))
        .layer(from_fn(headers::add))
        .layer(from_fn(trace::log))
        .with_state(app)
}

/// The signed-in pages as one person sees them, without anything around them: for measuring what is around them.
pub fn without_layers(app: App, visitor: SignedIn) -> Router {
    signed_in_routes().layer(Extension(visitor)).with_state(app)
}

/// Every route there is, in order, for whoever opens them all. A router says its routes only where it is printed to look
/// into it.
pub fn routes(app: &App) -> Vec<String> {
    let printed = format!("{:?}", router(app.clone()));
    let own = printed.split("fallback_router").next().unwrap_or_default();
    let quoted = own.split('"').skip(1).step_by(2);
    let mut routes: Vec<_> = quoted.filter(|text| text.starts_with('/')).map(str::to_owned).collect();
    routes.sort_unstable();
    routes
}

/// What anybody may open.
fn public_routes() -> Router<App> {
    use pages::{sign_in, sign_in_examples, sign_in_link};
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::send))
        .route("/sign-in/check-your-email", get(sign_in::sent))
        .route("/sign-in/link/{token}", get(sign_in_link::show).post(sign_in_link::sign_in))
        .route("/sign-in/example", post(sign_in_examples::choose))
        .route("/sign-out", post(pages::sign_out::sign_out))
        .route("/calendar/{token}", get(crate::calendar_feed::feed))
        .route("/health", get(|| async { "ok" }))
        .route("/assets/{file}", get(assets::asset))
}

/// What only somebody who is signed in may open. Who may see what of it is asked further in.
fn signed_in_routes() -> Router<App> {
    Router::new()
        .route("/", get(home))
        .merge(list_routes())
        .merge(pages::case::routes())
        .merge(pages::new_case::routes())
        .merge(pages::notification::routes())
        .merge(pages::rapid_review::routes())
        .merge(pages::agencies::routes())
        .merge(pages::requests::routes())
        .merge(pages::partner_decisions::routes())
        .merge(pages::panel::routes())
        .merge(pages::lcspr::routes())
        .merge(pages::publication::routes())
        .merge(pages::actions::routes())
        .merge(pages::proceedings::routes())
        .merge(pages::access::routes())
        .merge(pages::account::routes())
        .merge(pages::admin::routes())
}

/// The homes of the roles, and the lists of cases. Each shows only what its reader may know of.
fn list_routes() -> Router<App> {
    use pages::{cases, decisions, due, my_reviews, search};
    Router::new()
        .route("/due", get(due::show))
        .route("/due.csv", get(due::csv))
        .route("/decisions", get(decisions::show))
        .route("/my-reviews", get(my_reviews::show))
        .route("/cases", get(cases::show))
        .route("/cases.csv", get(cases::csv))
        .route("/search", get(search::show))
}

async fn home(visitor: SignedIn) -> Redirect {
    Redirect::to(visitor.home())
}

async fn nothing_there(_: Request) -> Response {
    Error::NotFound.into_response()
}

/// The message of a panic may hold anything, so it is not shown and not logged: the place is in the log by itself.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    Error::Broken("the program stopped in the middle of a request".to_owned()).into_response()
}
