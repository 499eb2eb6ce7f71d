//! Who the children are, for an agency that searches its records: shown on one answer, and logged before it is shown.

use axum::extract::State;
use case::OrganisationId;
use uuid::Uuid;

use super::own;
use crate::app::App;
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{BackLink, Inset};
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::http::path::Below;
use crate::http::respond;
use crate::layout::Before;
use crate::pages::notification::name;

/// Opens the case for somebody whose agency was asked.
fn request(open: &OpenCase, agency: Uuid) -> Result<String, Error> {
    let agency = OrganisationId(agency);
    let is_own = own::speaks_for(open, agency);
    is_own.then(|| open.address(&own::path(agency))).ok_or(Error::NotFound)
}

/// Leads back to the request: an address never shows a name by itself.
pub(crate) async fn back(Below(agency): Below<Uuid>, open: InArea<area::Children>) -> Answer {
    respond::go_to(&request(&open, agency)?)
}

/// Shows the name and date of birth of every child.
pub(crate) async fn show(
    State(app): State<App>,
    Below(agency): Below<Uuid>,
    open: InArea<area::Children>,
) -> Answer {
    let back = request(&open, agency)?;
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
