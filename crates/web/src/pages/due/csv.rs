//! The same list for a spreadsheet.

use std::collections::BTreeSet;

use axum::extract::{RawQuery, State};
use store::Tx;
use store::access::{self, Why};

use super::everyone;
use super::{Whose, desk, is_for, teller};
use crate::app::App;
use crate::error::{Answer, Error};
use crate::form::{Answers, Filter};
use crate::lists::csv::{Spreadsheet, days_left_and_over};
use crate::lists::due_item::{Dated, Teller};
use crate::session::SignedIn;
use crate::text::clock;

/// How many dates one file holds at most.
const MOST: usize = 5_000;

const COLUMNS: [&str; 8] = [
    "Due date",
    "Working days left",
    "Working days overdue",
    "Task",
    "Case",
    "Kind of deadline",
    "State",
    "Notes",
];

/// Everything that is on the list, on all its pages. Taking it along is noted for each case.
pub(crate) async fn csv(State(app): State<App>, visitor: SignedIn, RawQuery(query): RawQuery) -> Answer {
    if !is_for(&visitor) {
        return Err(Error::NotFound);
    }
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let (whose, known) = (Whose::read(&query), app.known());
    let teller = teller(&app, &known, &visitor);
    let wanted = everyone::filter(query, teller.today);
    let mut tx = app.db().snapshot().await?;
    let mut dates = match whose {
        Whose::Mine => desk::read(&mut tx, &visitor, &teller).await?.mine,
        Whose::Others => desk::read(&mut tx, &visitor, &teller).await?.waiting,
        Whose::Everyone => all(&mut tx, &teller, &wanted).await?,
    };
    drop(tx);
    let more = dates.len() > MOST;
    dates.truncate(MOST);
    let taken: BTreeSet<_> = dates.iter().map(|dated| dated.case).collect();
    let (person, now) = (visitor.actor.person, app.clock().now());
    if !taken.is_empty() {
        access::note(app.db(), person, now, taken.into_iter().collect(), Why::Exported).await?;
    }
    let filters = if whose == Whose::Everyone { wanted.words() } else { Vec::new() };
    let filters: Vec<_> = [whose.label().to_owned()].into_iter().chain(filters).collect();
    let mut sheet = Spreadsheet::new(&app, &visitor, ("what-is-due", "What is due"), &filters, &COLUMNS)?;
    for dated in &dates {
        sheet.row(row(dated, &teller))?;
    }
    if more {
        sheet.row([format!("Only the first {MOST} dates are here. Choose filters to take fewer.")])?;
    }
    sheet.finish()
}

async fn all(tx: &mut Tx, teller: &Teller<'_>, wanted: &Filter<'_>) -> Result<Vec<Dated>, Error> {
    let mut dates = Vec::new();
    let mut after = None;
    while dates.len() <= MOST {
        let (due, last) = everyone::next(tx, teller.actor, wanted, after.as_ref()).await?;
        dates.extend(teller.tell(&due));
        after = last;
        if after.is_none() {
            break;
        }
    }
    if wanted.is_empty() {
        dates.extend(desk::undated_of_all(tx, teller).await?);
    }
    Ok(dates)
}

fn row(dated: &Dated, teller: &Teller<'_>) -> [String; 8] {
    let [left, overdue] = days_left_and_over(teller.basis.calendar(), teller.today, dated.due);
    [
        dated.due.map(|due| due.to_string()).unwrap_or_default(),
        left,
        overdue,
        dated.title.clone(),
        dated.reference.to_string(),
        clock::kind(dated.key, dated.kind).to_owned(),
        dated.words.clone(),
        dated.notes.join(". "),
    ]
}
