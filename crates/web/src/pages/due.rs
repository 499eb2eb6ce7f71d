//! What is due: everything that has a date and waits for somebody, the earliest first.

mod csv;
mod desk;
mod everyone;
mod rail;
#[cfg(test)]
mod tests;
mod view;

use axum::extract::{RawQuery, State};
use calendar::NaiveDate;
use case::{Reference, Role};
use store::reminders::{self, Reminder, one_of_each_letter};
use store::{Tx, cases};

use crate::app::{App, Known};
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::form::{Filter, draft};
use crate::http::respond;
use crate::lists::due_item::{Dated, Teller};
use crate::session::SignedIn;

pub(crate) use csv::csv;

/// How many emails that did not arrive are looked at.
const MOST_LOST: usize = 25;

/// Whose work is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// What the visitor has to do.
    Mine,
    /// What the visitor waits for.
    Others,
    /// What anybody has to do in the cases that the visitor sees.
    Everyone,
}

impl Whose {
    fn read(query: &Answers) -> Self {
        match query.one("whose") {
            "others" => Self::Others,
            "everyone" => Self::Everyone,
            _ => Self::Mine,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Others => "others",
            Self::Everyone => "everyone",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Mine => "My work",
            Self::Others => "Waiting for others",
            Self::Everyone => "Everyone’s work",
        }
    }
}

/// What the page shows of the record.
struct Shown {
    whose: Whose,
    dates: Vec<Dated>,
    /// The emails that did not arrive, with the reference of their case.
    lost: Vec<(Reminder, Reference)>,
    mine: usize,
    waiting: usize,
    everyone: String,
    /// Whether there are dates that were not looked at.
    more: bool,
    filter: Filter<'static>,
    /// The next date of all, where there is nothing to show.
    next: Option<(NaiveDate, Reference)>,
}

/// Shows what is due.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn, RawQuery(query): RawQuery) -> Answer {
    if !is_for(&visitor) {
        return respond::go_to(visitor.home());
    }
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let known = app.known();
    let teller = teller(&app, &known, &visitor);
    let mut tx = app.db().snapshot().await?;
    let on_paper = query.one("for") == "print";
    let shown = read(&mut tx, &visitor, &teller, query).await?;
    if on_paper {
        return respond::page(&view::on_paper(&app, &known, &visitor, &shown));
    }
    let unfinished = draft::unfinished(&mut tx, &visitor).await?;
    let rail = rail::read(&mut tx, &known, &visitor, &shown.query(), shown.page()).await?;
    drop(tx);
    respond::page(&view::on_screen(&app, &known, &visitor, &shown, unfinished, rail))
}

/// Whether this is the home of the visitor.
fn is_for(visitor: &SignedIn) -> bool {
    visitor.is_business_unit() || visitor.is(Role::PanelLiaison) || visitor.is(Role::Operator)
}

fn teller<'a>(app: &App, known: &'a Known, visitor: &'a SignedIn) -> Teller<'a> {
    Teller { actor: &visitor.actor, basis: &known.basis, names: &known.names, today: app.clock().today() }
}

async fn read(tx: &mut Tx, visitor: &SignedIn, teller: &Teller<'_>, query: Answers) -> Result<Shown, Error> {
    let whose = Whose::read(&query);
    let query = if whose == Whose::Everyone { query } else { Answers::default() };
    let desk = desk::read(tx, visitor, teller).await?;
    let all = desk::all(tx, teller).await?;
    let (mine, waiting) = (desk.mine.len(), desk.waiting.len());
    let mut shown = Shown {
        whose,
        dates: Vec::new(),
        lost: if whose == Whose::Others { Vec::new() } else { lost(tx, teller).await? },
        mine,
        waiting,
        everyone: all.count,
        more: desk.more,
        filter: everyone::filter(query, teller.today),
        next: all.next,
    };
    match whose {
        Whose::Mine => shown.dates = desk.mine,
        Whose::Others => shown.dates = desk.waiting,
        Whose::Everyone => {
            let (due, more) = everyone::page(tx, teller.actor, &shown.filter, teller.today).await?;
            (shown.dates, shown.more) = (teller.tell(&due), more);
            if shown.page() == 1 && shown.filter.is_empty() {
                shown.dates.extend(desk::undated_of_all(tx, teller).await?);
            }
            shown.dates.sort_by_key(|dated| dated.group);
        }
    }
    Ok(shown)
}

/// The emails that did not arrive, one each, and that nobody has seen to.
async fn lost(tx: &mut Tx, teller: &Teller<'_>) -> Result<Vec<(Reminder, Reference)>, Error> {
    let lost = one_of_each_letter(reminders::in_trouble(tx, teller.actor, MOST_LOST).await?);
    let ids: Vec<_> = lost.iter().map(|reminder| reminder.key.case).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let cases = cases::several(tx, teller.actor, &ids).await?;
    let with_reference = |reminder: Reminder| {
        let reference = cases.get(&reminder.key.case)?.reference()?;
        Some((reminder, reference))
    };
    Ok(lost.into_iter().filter_map(with_reference).collect())
}

impl Shown {
    fn page(&self) -> usize {
        self.filter.page().into()
    }

    /// The list as its address has it, without the page.
    fn query(&self) -> Answers {
        match self.whose {
            Whose::Everyone => self.filter.query(),
            whose => Answers::default().and("whose", whose.code()),
        }
    }
}
