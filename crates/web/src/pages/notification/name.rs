//! Who a child is, shown on one answer and logged before it is shown.

use askama::Template;
use axum::extract::State;
use store::access::{self, Why};
use store::people;

use crate::app::App;
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{BackLink, SummaryList, SummaryRow};
use crate::error::{Answer, Error};
use crate::http::path::Below;
use crate::http::respond;
use crate::layout::{Before, Shell};
use crate::text::date;

#[derive(Template)]
#[template(path = "pages/notification/name.html")]
struct Page {
    shell: Shell,
    caption: String,
    number: u8,
    list: SummaryList,
}

/// Leads back to the notification: an address never shows a name by itself.
pub(crate) async fn back(open: InArea<area::Children>) -> Answer {
    respond::go_to(&open.address("/notification"))
}

/// Shows the name and date of birth of a child.
pub(crate) async fn show(
    State(app): State<App>,
    open: InArea<area::Children>,
    Below(number): Below<u8>,
) -> Answer {
    let list = named(&app, &open, number).await?;
    let back = BackLink::new("Back to the notification", open.address("/notification"));
    let mut shell = open.shell(&app, &format!("child {number}")).after(Before::Back(back));
    shell.wide = false;
    respond::page(&Page { shell, caption: format!("Case {}", open.reference), number, list })
}

/// The name and date of birth of a child, after it is noted in the log that they were asked for.
pub(crate) async fn named(app: &App, open: &OpenCase, number: u8) -> Result<SummaryList, Error> {
    let person = *open.case.notification.identified.get(&number).ok_or(Error::NotFound)?;
    access::note(app.db(), open.visitor.actor.person, app.clock().now(), vec![open.id], Why::Named).await?;
    let found = people::person(&mut app.db().glance().await?, person).await?;
    let (name, born) = found.map(|person| (person.name, person.date_of_birth)).unwrap_or_default();
    let born = born.map_or_else(|| "Not known".to_owned(), date::day);
    Ok(SummaryList::new()
        .row(SummaryRow::strong("Name", name.unwrap_or_else(|| "Erased".to_owned())))
        .row(SummaryRow::new("Date of birth", born)))
}
