//! Who may open a case: a named list, which everybody on it can see.

mod add;
mod end;
mod lead;
mod list;
mod readings;
mod seats;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::routing::get;
use case::{Area, Command, Step, StepKind, When, Words};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::BackLink;
use crate::error::Error;
use crate::layout::{Before, Shell};

/// The pages of the list.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{case}/access", get(list::show))
        .route("/cases/{case}/access/new", get(add::ask).post(add::add))
        .route("/cases/{case}/access/lead", get(lead::ask).post(lead::choose))
        .route("/cases/{case}/access/readings", get(readings::show))
        .route("/cases/{case}/access/{person}/end", get(end::ask).post(end::end))
}

/// A step of keeping the list, today.
fn command(open: &OpenCase, step: Step) -> Command {
    Command { on: When::Day(open.today), step, words: Words::none() }
}

/// Whether the visitor keeps the list of this case: the manager, and whoever leads it.
fn keeps_list(open: &OpenCase) -> bool {
    open.may(&StepKind::GrantAccess)
}

/// A case whose list the visitor keeps. For others there is no such page.
struct Keeps(OpenCase);

impl FromRequestParts<App> for Keeps {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let open = OpenCase::from_request_parts(parts, app).await?.within(Area::Shared)?;
        if keeps_list(&open) { Ok(Self(open)) } else { Err(Error::NotFound) }
    }
}

/// Around a form about the list, with the way back to it.
fn form_shell(app: &App, open: &OpenCase, page: &str) -> Shell {
    let back = BackLink::new("Back to who has access", open.address("/access"));
    Shell { wide: false, ..open.shell(app, page) }.after(Before::Back(back))
}
