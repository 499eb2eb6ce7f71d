//! The notification of a case: when it is due, what is recorded of it, and what can be recorded next.

use askama::Template;
use axum::extract::State;

use super::sections::{Part, all};
use super::{HOME, first, next};
use crate::app::App;
use crate::case_view::header::CasePage;
use crate::case_view::{InArea, area};
use crate::components::{ButtonLink, CaseHeader, ContextualDate};
use crate::error::Answer;
use crate::http::respond;
use crate::layout::Shell;

#[derive(Template)]
#[template(path = "pages/notification/overview.html")]
struct Page {
    shell: Shell,
    header: CaseHeader,
    first: ContextualDate,
    next: Option<ButtonLink>,
    print: ButtonLink,
    parts: Vec<Part>,
}

/// Shows it.
pub(crate) async fn show(State(app): State<App>, open: InArea<area::Notification>) -> Answer {
    let next = next(&open);
    let parts = all(&open, next.as_ref());
    respond::page(&Page {
        shell: open.shell(&app, "notification"),
        header: open.header(CasePage::Notification),
        first: first::date(&open),
        next: next.filter(|next| !next.leads_to(&open.address(HOME))),
        print: ButtonLink::secondary("Print in form order", open.address("/notification/print")),
        parts,
    })
}
