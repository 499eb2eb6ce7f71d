//! The list of cases for a spreadsheet.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use case::{Actor, ClockKey, Stage};
use chrono_tz::Europe::London;
use store::CaseRow;
use store::access::{self, Why};
use store::case_list::{self, Wanted};

use super::wanted::Chosen;
use crate::app::{App, Known};
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::lists::csv::{Rows, Spreadsheet, days_left_and_over};
use crate::session::SignedIn;
use crate::text::phase;

/// How many cases are read together.
const TOGETHER: usize = 500;

const COLUMNS: [&str; 9] = [
    "Case",
    "Title",
    "Stage",
    "Next deadline",
    "Due date",
    "Working days left",
    "Working days overdue",
    "Lead",
    "Updated",
];

/// Everything that is on the list, on all its pages, by reference. Taking it along is noted for each case.
pub(crate) async fn csv(State(app): State<App>, visitor: SignedIn, RawQuery(query): RawQuery) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let today = app.clock().today();
    let chosen = Chosen::read(query, &app.known(), &visitor, today);
    let wanted = Wanted { page: 1, ..chosen.wanted(today) };
    let filters = chosen.filter.words();
    let sheet = Spreadsheet::new(&app, &visitor, ("cases", "Cases"), &filters, &COLUMNS)?;
    let actor = visitor.actor;
    sheet.in_pages(None, move |after| page(app.clone(), Arc::clone(&actor), wanted.clone(), after)).await
}

/// The cases after one.
async fn page(
    app: App,
    actor: Arc<Actor>,
    wanted: Wanted,
    after: Option<CaseRow>,
) -> Result<Rows<Option<CaseRow>>, Error> {
    let found = case_list::next(app.db(), &actor, &wanted, after.as_ref(), TOGETHER).await?;
    if !found.rows.is_empty() {
        let taken = found.rows.iter().map(|row| row.case).collect();
        access::note(app.db(), actor.person, app.clock().now(), taken, Why::Exported).await?;
    }
    let known = app.known();
    let rows = found.rows.iter().map(|row| cells(&app, &known, row).into()).collect();
    let next = found.rows.last().filter(|_| found.more).cloned().map(Some);
    Ok(Rows { rows, next })
}

fn cells(app: &App, known: &Known, row: &CaseRow) -> [String; 9] {
    let today = app.clock().today();
    let [left, overdue] = days_left_and_over(known.basis.calendar(), today, row.main_due);
    let clock = row.main_clock.as_deref().and_then(|clock| clock.parse().ok());
    [
        row.reference.to_string(),
        row.title.clone(),
        phase::stage(&row.stage).map(Stage::label).unwrap_or_default().to_owned(),
        clock.map(ClockKey::label).unwrap_or_default().to_owned(),
        row.main_due.map(|due| due.to_string()).unwrap_or_default(),
        left,
        overdue,
        row.lead.map(|lead| known.names.person(lead)).unwrap_or_default(),
        row.updated_at.with_timezone(&London).date_naive().to_string(),
    ]
}
