//! The list of cases for a spreadsheet.

use axum::extract::{RawQuery, State};
use case::{ClockKey, Stage};
use chrono_tz::Europe::London;
use store::access::{self, Why};
use store::{CaseRow, case_list};

use super::wanted::Chosen;
use crate::app::{App, Known};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::lists::csv::Spreadsheet;
use crate::session::SignedIn;
use crate::text::phase;

/// How many cases one file holds at most.
const MOST: usize = 5_000;

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

/// Everything that is on the list, on all its pages. Taking it along is noted for each case.
pub(crate) async fn csv(State(app): State<App>, visitor: SignedIn, RawQuery(query): RawQuery) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let known = app.known();
    let chosen = Chosen { page: 1, ..Chosen::read(&query, &known, &visitor) };
    let wanted = chosen.wanted(app.clock().today());
    let mut tx = app.db().snapshot().await?;
    let found = case_list::list(&mut tx, &visitor.actor, &wanted, MOST).await?;
    drop(tx);
    let (person, now) = (visitor.actor.person, app.clock().now());
    if !found.rows.is_empty() {
        let taken = found.rows.iter().map(|row| row.case).collect();
        access::note(app.db(), person, now, taken, Why::Exported).await?;
    }
    let filters: Vec<_> = chosen.filters().into_iter().map(|(words, _)| words).collect();
    let mut sheet = Spreadsheet::new(&app, &visitor, ("cases", "Cases"), &filters, &COLUMNS)?;
    for row in &found.rows {
        sheet.row(cells(&app, &known, row))?;
    }
    if found.more {
        sheet.row([format!("Only the first {MOST} cases are here. Choose filters to take fewer.")])?;
    }
    sheet.finish()
}

fn cells(app: &App, known: &Known, row: &CaseRow) -> [String; 9] {
    let today = app.clock().today();
    let days = |due| known.basis.calendar().working_days_between(today, due).ok();
    let [left, overdue] = match row.main_due.and_then(|due| Some((due, days(due)?))) {
        Some((due, days)) if due >= today => [days.to_string(), String::new()],
        Some((_, days)) => [String::new(), (-days).to_string()],
        None => [String::new(), String::new()],
    };
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
