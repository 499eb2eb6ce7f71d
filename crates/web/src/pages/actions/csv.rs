//! The list of actions for a spreadsheet.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use case::{Actor, When};
use store::access::{self, Why};
use store::action_list::{self, ListedAction, Page, Wanted};

use super::record::ActionRecord;
use super::wanted::Chosen;
use crate::app::{App, Known};
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::lists::csv::{Rows, Spreadsheet, days_left_and_over};
use crate::session::SignedIn;

/// How many actions are read together.
const TOGETHER: usize = 200;

const COLUMNS: [&str; 11] = [
    "Case",
    "Action",
    "What will change",
    "Owner",
    "Due date",
    "Working days left",
    "Working days overdue",
    "State",
    "Done on",
    "Closed on",
    "Impact",
];

/// Everything that is on the list, on all its pages. Taking it along is noted for each case.
pub(crate) async fn csv(State(app): State<App>, visitor: SignedIn, RawQuery(query): RawQuery) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let today = app.clock().today();
    let chosen = Chosen::read(query, &app.known(), &visitor, today);
    let wanted = Wanted { page: 1, ..chosen.wanted(today) };
    let filters = chosen.filter.words();
    let what = if chosen.own_only { "Your actions" } else { "Actions" };
    let sheet = Spreadsheet::new(&app, &visitor, ("actions", what), &filters, &COLUMNS)?;
    let actor = visitor.actor;
    let read = move |after| page(app.clone(), Arc::clone(&actor), wanted.clone(), after);
    sheet.in_pages(None, read).await
}

/// The actions after one.
async fn page(
    app: App,
    actor: Arc<Actor>,
    wanted: Wanted,
    after: Option<ListedAction>,
) -> Result<Rows<Option<ListedAction>>, Error> {
    let mut tx = app.db().snapshot().await?;
    let found = action_list::next(&mut tx, &actor, &wanted, after.as_ref(), TOGETHER).await?;
    drop(tx);
    if !found.rows.is_empty() {
        let taken = found.cases.keys().copied().collect();
        access::note(app.db(), actor.person, app.clock().now(), taken, Why::Exported).await?;
    }
    let known = app.known();
    let rows = found.rows.iter().filter_map(|row| cells(&app, &known, row, &found)).map(Vec::from).collect();
    let next = found.rows.last().filter(|_| found.more).cloned().map(Some);
    Ok(Rows { rows, next })
}

fn cells(app: &App, known: &Known, row: &ListedAction, found: &Page) -> Option<[String; 11]> {
    let action = ActionRecord::of(found.cases.get(&row.case)?, row.number)?;
    let today = app.clock().today();
    let is_open = action.standing.done.is_none() && action.standing.closed.is_none();
    let [left, overdue] = days_left_and_over(known.basis.calendar(), today, is_open.then_some(row.due));
    Some([
        row.reference.to_string(),
        row.number.to_string(),
        action.text(),
        action.owner(known),
        row.due.to_string(),
        left,
        overdue,
        action.state().into_owned(),
        iso(action.standing.done),
        iso(action.standing.closed),
        action.judgement(),
    ])
}

/// A date for machines, where the day is known; else as it is known.
fn iso(when: Option<When>) -> String {
    match when {
        Some(When::Day(day)) => day.to_string(),
        Some(When::NotKnown) => "Not known".to_owned(),
        Some(when) => when.to_string(),
        None => String::new(),
    }
}
