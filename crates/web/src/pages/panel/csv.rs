//! The same for a spreadsheet, all of it.

use axum::extract::State;
use store::access::{self, Why};

use super::home::is_for;
use super::outstanding;
use crate::app::App;
use crate::error::{Answer, Error};
use crate::lists::csv::Spreadsheet;
use crate::session::SignedIn;

const COLUMNS: [&str; 5] = ["Case", "What", "Working days since", "Expected or due", "State"];

/// What is sent and not answered, then what was asked for. Taking it along is noted for each case.
pub(crate) async fn csv(State(app): State<App>, visitor: SignedIn) -> Answer {
    if !is_for(&visitor) {
        return Err(Error::NotFound);
    }
    let mut tx = app.db().snapshot().await?;
    let found = outstanding::read(&mut tx, &app.known(), &visitor, app.clock().today()).await?;
    drop(tx);
    if !found.cases.is_empty() {
        let (person, now) = (visitor.actor.person, app.clock().now());
        access::note(app.db(), person, now, found.cases.clone(), Why::Exported).await?;
    }
    let mut sheet = Spreadsheet::new(&app, &visitor, ("national-panel", "National Panel"), &[], &COLUMNS)?;
    for one in &found.waiting {
        let days = one.wait.days.map(|days| days.to_string()).unwrap_or_default();
        let expected = one.wait.expected.map(|due| due.to_string()).unwrap_or_default();
        let state = "Not answered".to_owned();
        sheet.row([one.reference.to_string(), one.wait.began(), days, expected, state])?;
    }
    for one in &found.wanted {
        let due = one.due.map(|due| due.to_string()).unwrap_or_default();
        sheet.row([one.reference.to_string(), one.what.clone(), String::new(), due, one.words.clone()])?;
    }
    sheet.finish()
}
