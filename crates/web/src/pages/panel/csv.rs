//! The same for a spreadsheet, all of it.

use std::sync::Arc;

use axum::extract::State;
use case::Actor;
use store::access::{self, Why};
use store::panel_list::{self, Outstanding, Page, Which};

use super::home::is_for;
use super::outstanding::{Waiting, Wanted, waiting_in, wanted_in};
use crate::app::App;
use crate::error::{Answer, Error};
use crate::lists::csv::{Rows, Spreadsheet};
use crate::session::SignedIn;

/// How many cases are read together.
const TOGETHER: usize = 100;

const COLUMNS: [&str; 5] = ["Case", "What", "Working days since", "Expected or due", "State"];

/// Where a page begins: in which list, and after which case.
type Begin = (Which, Option<Outstanding>);

/// What is sent and not answered, then what was asked for. Taking it along is noted for each case.
pub(crate) async fn csv(State(app): State<App>, visitor: SignedIn) -> Answer {
    if !is_for(&visitor) {
        return Err(Error::NotFound);
    }
    let sheet = Spreadsheet::new(&app, &visitor, ("national-panel", "National Panel"), &[], &COLUMNS)?;
    let actor = visitor.actor;
    sheet.in_pages((Which::Waiting, None), move |begin| page(app.clone(), Arc::clone(&actor), begin)).await
}

async fn page(app: App, actor: Arc<Actor>, (which, after): Begin) -> Result<Rows<Begin>, Error> {
    let mut tx = app.db().snapshot().await?;
    let page = panel_list::list(&mut tx, &actor, which, after.as_ref(), TOGETHER).await?;
    drop(tx);
    if !page.rows.is_empty() {
        let taken = page.rows.iter().map(|row| row.case).collect();
        access::note(app.db(), actor.person, app.clock().now(), taken, Why::Exported).await?;
    }
    let last = page.rows.last().filter(|_| page.more).cloned();
    let next = match (last, which) {
        (Some(last), which) => Some((which, Some(last))),
        (None, Which::Waiting) => Some((Which::Asked, None)),
        (None, Which::Asked) => None,
    };
    Ok(Rows { rows: rows(&app, which, &page), next })
}

fn rows(app: &App, which: Which, page: &Page) -> Vec<Vec<String>> {
    let (known, today) = (app.known(), app.clock().today());
    match which {
        Which::Waiting => waiting_in(page, &known, today).iter().map(waiting).collect(),
        Which::Asked => wanted_in(page, &known, today).iter().map(wanted).collect(),
    }
}

fn waiting(one: &Waiting) -> Vec<String> {
    let days = one.wait.days.map(|days| days.to_string()).unwrap_or_default();
    let expected = one.wait.expected.map(|due| due.to_string()).unwrap_or_default();
    vec![one.reference.to_string(), one.wait.began(), days, expected, "Not answered".to_owned()]
}

fn wanted(one: &Wanted) -> Vec<String> {
    let due = one.due.map(|due| due.to_string()).unwrap_or_default();
    vec![one.reference.to_string(), one.what.clone(), String::new(), due, one.words.clone()]
}
