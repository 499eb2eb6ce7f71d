//! Who the children are, for an agency that searches its records: shown on one answer, and logged before it is shown.

use axum::extract::State;
use case::OrganisationId;
use uuid::Uuid;

use super::own;
use crate::app::App;
use crate::case_view::{InArea, OpenCase, area};
use crate::components::Inset;
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::http::path::Below;
use crate::http::respond;
use crate::pages::notification::name;

/// The request, for somebody whose agency was asked.
fn request(open: &OpenCase, agency: Uuid) -> Result<String, Error> {
    let agency = OrganisationId(agency);
    if own::speaks_for(open, agency) { Ok(own::path(agency)) } else { Err(Error::NotFound) }
}

/// Leads back to the request: an address never shows a name by itself.
pub(crate) async fn back(Below(agency): Below<Uuid>, open: InArea<area::Children>) -> Answer {
    respond::go_to(&open.address(&request(&open, agency)?))
}

/// Shows the name and date of birth of every child.
pub(crate) async fn show(
    State(app): State<App>,
    Below(agency): Below<Uuid>,
    open: InArea<area::Children>,
) -> Answer {
    let shell = open.form_shell(&app, "names", ("Back to the request", &request(&open, agency)?));
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
