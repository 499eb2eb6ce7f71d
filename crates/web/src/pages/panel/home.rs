//! The home of a Panel liaison officer: what waits for the Panel, what the Panel waits for, and how often it agreed.

use askama::Template;
use axum::extract::State;
use calendar::NaiveDate;
use case::Role;

use super::agreement;
use super::outstanding::{self, Outstanding, Waiting, Wanted};
use crate::app::{App, Known};
use crate::components::{ButtonLink, Cell, ContextualDate, DueItem, DueList, Inset, PageHeader, Table};
use crate::error::{Answer, Error};
use crate::form::draft;
use crate::http::respond;
use crate::layout::{Section, Shell};
use crate::lists::case_url;
use crate::session::SignedIn;
use crate::text::{date, due_date};

/// How much of each list is shown. The spreadsheet has all of it.
const SHOWN: usize = 25;

#[derive(Template)]
#[template(path = "pages/panel/home.html")]
struct Page {
    shell: Shell,
    header: PageHeader,
    first: String,
    unfinished: Option<Inset>,
    waiting: Option<Table>,
    more_waiting: usize,
    wanted: Option<DueList>,
    more_wanted: usize,
    agreement: String,
}

/// Whether the page is for the visitor.
pub(super) fn is_for(visitor: &SignedIn) -> bool {
    visitor.is(Role::PanelLiaison) || visitor.is_business_unit()
}

/// Shows it.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn) -> Answer {
    if !is_for(&visitor) {
        return Err(Error::NotFound);
    }
    let (known, today) = (app.known(), app.clock().today());
    let mut tx = app.db().snapshot().await?;
    let found = outstanding::read(&mut tx, &known, &visitor, today, SHOWN).await?;
    let unfinished = draft::unfinished(&mut tx, &visitor).await?;
    drop(tx);
    respond::page(&page(&app, &known, &visitor, &found, unfinished))
}

fn page(
    app: &App,
    known: &Known,
    visitor: &SignedIn,
    found: &Outstanding,
    unfinished: Option<Inset>,
) -> Page {
    let today = app.clock().today();
    let header = PageHeader::new("National Panel").large().caption(date::weekday(today));
    let items = found.wanted.iter();
    Page {
        shell: Shell::of(app, visitor, Section::Panel, "National Panel"),
        header: header.action(ButtonLink::secondary("Spreadsheet (CSV)", "/panel.csv")),
        first: first(found, today),
        unfinished,
        waiting: (!found.waiting.is_empty()).then(|| table(known, visitor, &found.waiting)),
        more_waiting: found.totals.waiting.saturating_sub(SHOWN),
        wanted: (!found.wanted.is_empty())
            .then(|| items.map(|one| item(known, visitor, one, today)).fold(DueList::new(), DueList::item)),
        more_wanted: found.totals.asked.saturating_sub(SHOWN),
        agreement: agreement::sentence(found.totals.agree, found.totals.definite),
    }
}

/// The two sentences that say it all.
fn first(found: &Outstanding, today: NaiveDate) -> String {
    let waiting = match found.waiting.as_slice() {
        [] => "Nothing waits for an answer of the National Panel.".to_owned(),
        [one] => format!("Case {} waits for an answer of the National Panel.", one.reference),
        [longest, ..] => format!(
            "{} cases wait for an answer of the National Panel, case {} the longest.",
            found.totals.waiting, longest.reference
        ),
    };
    let next = found.wanted.first();
    let due = next.and_then(|next| next.due).map(|due| format!(", {}", date::due(due, today)));
    let wanted = match next {
        None => "The National Panel has asked for nothing that is open.".to_owned(),
        Some(next) => {
            let count = found.totals.asked;
            let things = if count == 1 { "1 thing".to_owned() } else { format!("{count} things") };
            let first = if count == 1 { "for" } else { "the first for" };
            let due = due.unwrap_or_default();
            format!("It asked for {things} still open, {first} case {}{due}.", next.reference)
        }
    };
    format!("{waiting} {wanted}")
}

fn page_of(known: &Known, visitor: &SignedIn, one: (case::PartnershipId, case::Reference)) -> String {
    format!("{}/panel", case_url::of_case(known, visitor, one.0, one.1))
}

fn table(known: &Known, visitor: &SignedIn, waiting: &[Waiting]) -> Table {
    let table = Table::new("Sent to the National Panel and not answered").hide_caption();
    let table = table.column("Case", None).column("What was sent", None);
    let table = table.number_column("Working days since", None).column("Reply expected by", None);
    waiting.iter().fold(table, |table, one| {
        let href = page_of(known, visitor, (one.partnership, one.reference));
        let days = one.wait.days.map_or_else(|| "Not known".to_owned(), |days| days.to_string());
        table.row(vec![
            Cell::reference(one.reference.to_string(), Some(href)),
            Cell::text(one.wait.began()),
            Cell::text(days),
            Cell::text(
                one.wait.expected.map_or_else(|| "No date can be worked out".to_owned(), date::weekday),
            ),
        ])
    })
}

fn item(known: &Known, visitor: &SignedIn, one: &Wanted, today: NaiveDate) -> DueItem {
    let date = match one.due {
        Some(due) => {
            ContextualDate::new(due_date::bold(due, today), &one.words, one.urgency).datetime(due.to_string())
        }
        None => ContextualDate::new("No date", &one.words, one.urgency),
    };
    DueItem::new(date, &one.what, page_of(known, visitor, (one.partnership, one.reference)))
        .about(format!("case {}", one.reference))
        .line(format!("{} · {}", one.reference, one.title))
}
