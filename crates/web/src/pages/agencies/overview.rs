//! The agencies of a case: how many have answered, who is late, and what can be done about it.

use axum::extract::{RawQuery, State};

use super::ask::Ask;
use super::asked::{self, Asked};
use super::{contacts, next, path};
use crate::app::App;
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{ButtonLink, Cell, ContextualDate, Inset, Pagination, Table, Urgency};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::http::respond;
use crate::pages::offered;
use crate::text::date;

/// How many agencies fit on a page, and how many late ones are named.
const ON_A_PAGE: usize = 50;
const NAMED: usize = 5;

/// Shows them.
pub(crate) async fn show(
    State(app): State<App>,
    open: InArea<area::Overview>,
    RawQuery(query): RawQuery,
) -> Answer {
    let page = Answers::read(query.unwrap_or_default().as_bytes()).one("page").parse().unwrap_or(1).max(1);
    let all = asked::all(&open);
    let section = CaseSection::new(&app, &open, CasePage::Agencies, "Agencies", "agencies");
    let section = section.buttons(buttons(&open));
    if all.is_empty() {
        return respond::page(&section.first(Inset::new("No agencies have been asked yet.")));
    }
    let part =
        Part::new("requests", "Requests").show(table(&open, &all, page)).show(pages(&open, all.len(), page));
    respond::page(&section.first(first(&all)).part(part))
}

/// “5 of 6 summaries received”, and who is late.
fn first(all: &[Asked<'_>]) -> ContextualDate {
    let wanted = all.iter().filter(|asked| !asked.request.withdrawn);
    let (received, wanted) =
        (wanted.clone().filter(|asked| asked.request.holds.is_some()).count(), wanted.count());
    let late: Vec<_> = all.iter().filter(|asked| asked.is_late()).collect();
    let mut note: Vec<_> = late.iter().take(NAMED).map(|asked| asked.late()).collect();
    if late.len() > NAMED {
        note.push(format!("{} more are late", late.len() - NAMED));
    }
    let (note, urgency) = match (note.is_empty(), received == wanted) {
        (false, _) => (format!("{}.", note.join(". ")), Urgency::Overdue),
        (true, true) => ("Nobody is late.".to_owned(), Urgency::Met),
        (true, false) => ("Nobody is late.".to_owned(), Urgency::Normal),
    };
    ContextualDate::new(format!("{received} of {wanted} summaries received"), note, urgency)
}

/// What the visitor may do; a reminder first, where one is due.
fn buttons(open: &OpenCase) -> Vec<ButtonLink> {
    let next = next(open);
    let ask = offered::others(&[&Ask], open, next.as_ref());
    next.into_iter().chain(ask).collect()
}

fn table(open: &OpenCase, all: &[Asked<'_>], page: usize) -> Table {
    let table = Table::new("Agencies that were asked").hide_caption();
    let table = ["Agency", "Contact", "Asked", "Due", "State"]
        .into_iter()
        .fold(table, |table, name| table.column(name, None));
    all.iter().skip((page - 1).saturating_mul(ON_A_PAGE)).take(ON_A_PAGE).fold(table, |table, asked| {
        table.row(vec![
            Cell::link(&asked.name, open.address(&path(asked.agency, ""))),
            Cell::text(contacts::names(open, asked.agency)),
            Cell::text(date::when(asked.request.asked_on)),
            Cell::text(date::weekday(asked.request.asked.due)),
            Cell::html(ContextualDate::new(asked.standing(), asked.note(), asked.urgency())),
        ])
    })
}

fn pages(open: &OpenCase, all: usize, page: usize) -> Pagination {
    Pagination::numbered(page, all.div_ceil(ON_A_PAGE), |page| {
        open.address(&format!("/agencies?page={page}"))
    })
}
