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
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::form::page_form::Sent;
use crate::form::record::Stamp;
use crate::form::{PageForm, request};
use crate::session::Flash;

/// The pages of the list.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{case}/access", get(list::show))
        .route("/cases/{case}/access/new", get(add::ask).post(add::add))
        .route("/cases/{case}/access/lead", get(lead::ask).post(lead::choose))
        .route("/cases/{case}/access/readings", get(readings::show))
        .route("/cases/{case}/access/{person}/end", get(end::ask).post(end::end))
}

/// Records a step of keeping the list, today. What the rules refuse about the person is said at this question.
async fn record(
    app: &App,
    open: &OpenCase,
    sent: Sent<'_>,
    step: Step,
    (question, flash): (&str, Flash),
) -> Answer {
    let command = Command { on: When::Day(open.today), step, words: Words::none() };
    match request::record_beside(app, open, Stamp::read(&sent.answers)?, command).await {
        // A second press is given the first result.
        Ok(_) => sent.done(flash).await,
        Err(store::Error::Rejected(rejection)) => {
            sent.rejected(&rejection, &[("person", question, question)])
        }
        Err(error) => Err(Error::from(error)),
    }
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

/// A page with a form about the list, with the way back to it.
fn form_page(app: &App, open: &OpenCase, name: &str, title: &str) -> FormPage {
    let shell = open.form_shell(app, name, ("Back to who has access", "/access"));
    FormPage::new(shell, title).caption(format!("Case {}", open.reference))
}

/// A form about the list at this path below the case, which leads back to the list.
fn form<'a>(app: &'a App, open: &'a OpenCase, path: &str, page: FormPage) -> PageForm<'a> {
    let list = open.address("/access");
    PageForm::new(app, &open.visitor, open.address(path), list, page).stamped(open.case.version())
}
