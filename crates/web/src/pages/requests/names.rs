//! Who the children are, for an agency that searches its records: shown on one answer, and logged before it is shown.

use axum::extract::{Path, State};
use case::Area;

use super::own;
use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::{BackLink, Inset};
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::http::respond;
use crate::layout::Before;
use crate::pages::agencies::named;
use crate::pages::notification::name;
use crate::session::SignedIn;

/// Opens the case for somebody whose agency was asked.
async fn opened(
    app: &App,
    visitor: SignedIn,
    address: &str,
    agency: &str,
) -> Result<(OpenCase, String), Error> {
    let agency = named(agency).ok_or(Error::NotFound)?;
    let open = OpenCase::open_area(app, visitor, address, Area::Children).await?;
    let back = open.address(&own::path(agency));
    if own::speaks_for(&open, agency) { Ok((open, back)) } else { Err(Error::NotFound) }
}

/// Leads back to the request: an address never shows a name by itself.
pub(crate) async fn back(
    State(app): State<App>,
    visitor: SignedIn,
    Path((address, agency)): Path<(String, String)>,
) -> Answer {
    let (_, back) = opened(&app, visitor, &address, &agency).await?;
    respond::go_to(&back)
}

/// Shows the name and date of birth of every child.
pub(crate) async fn show(
    State(app): State<App>,
    visitor: SignedIn,
    Path((address, agency)): Path<(String, String)>,
) -> Answer {
    let (open, back) = opened(&app, visitor, &address, &agency).await?;
    let mut shell = open.shell(&app, "names").after(Before::Back(BackLink::new("Back to the request", back)));
    shell.wide = false;
    let page = FormPage::new(shell, "Names to search your records for")
        .caption(format!("Case {}", open.reference))
        .say("That you asked for them is noted in the log of who read what. When you leave this page the names are hidden again.");
    let numbers = open.case.notification.identified.keys();
    let mut page = if open.case.notification.identified.is_empty() {
        page.show(Inset::new("No name is recorded yet. Ask the business unit."))
    } else {
        page
    };
    for number in numbers {
        page = page.show(name::named(&app, &open, *number).await?.card(format!("Child {number}"), 2));
    }
    respond::page(&page)
}
