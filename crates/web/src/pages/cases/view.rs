//! The page of the list.

use askama::Template;
use calendar::NaiveDate;
use case::{ClockKey, Reference, Stage};
use chrono_tz::Europe::London;
use store::CaseRow;
use store::case_list::{Page as Found, Sort as By};

use super::PER_PAGE;
use super::wanted::Chosen;
use crate::app::{App, Known};
use crate::components::{Breadcrumbs, ButtonLink, Cell, Filters, PageHeader, Pagination, Sort, Table};
use crate::layout::{Before, Section, Shell};
use crate::lists::case_url;
use crate::session::SignedIn;
use crate::text::{date, due_date, phase};

/// The page.
#[derive(Template)]
#[template(path = "pages/cases.html")]
pub(super) struct Page {
    shell: Shell,
    header: PageHeader,
    filters: Filters,
    table: Option<Table>,
    nothing: Nothing,
    pages: Pagination,
    csv: String,
}

/// Why there is nothing on the page.
#[derive(Default)]
struct Nothing {
    /// A reference that leads nowhere.
    reference: Option<String>,
    /// Whether something was chosen that can be cleared.
    chosen: bool,
    later_page: bool,
}

pub(super) fn page(app: &App, known: &Known, visitor: &SignedIn, chosen: &Chosen, found: &Found) -> Page {
    let today = app.clock().today();
    let (filter, number) = (&chosen.filter, chosen.filter.page());
    let of_page = if number > 1 { format!(" (page {number})") } else { String::new() };
    let crumbs = Breadcrumbs::new().crumb("Home", "/").crumb("Cases", "/cases");
    let shell = Shell::of(app, visitor, Section::Cases, &format!("Cases{of_page}")).wide();
    let header = PageHeader::new("Cases").large();
    let start = ButtonLink::primary("Start a new case", "/cases/new");
    Page {
        shell: shell.after(Before::Crumbs(crumbs)),
        header: if visitor.is_business_unit() { header.action(start) } else { header },
        filters: filter.panel(),
        nothing: Nothing {
            reference: chosen.text().parse::<Reference>().ok().map(|reference| reference.to_string()),
            chosen: !filter.is_empty(),
            later_page: number > 1,
        },
        pages: Pagination::around(number.into(), PER_PAGE, found.more, "cases", |page| {
            filter.address_of_page(page)
        }),
        csv: format!("/cases.csv?{}", filter.query().to_query()),
        table: (!found.rows.is_empty()).then(|| table(known, visitor, chosen, &found.rows, today)),
    }
}

fn table(known: &Known, visitor: &SignedIn, chosen: &Chosen, rows: &[CaseRow], today: NaiveDate) -> Table {
    let sort = |by: By, up: &str, down: &str| {
        let href = chosen.filter.address_ordered(&chosen.sorted_by(by).in_address());
        Some(match (chosen.order.sort == by, chosen.order.descending) {
            (true, false) => Sort::ascending(href, up),
            (true, true) => Sort::descending(href, down),
            (false, _) => Sort::by(href),
        })
    };
    let table = Table::new("Cases that you have access to")
        .hide_caption()
        .column("Case", sort(By::Reference, "earliest first", "latest first"))
        .column("Title", None)
        .column("Stage", None)
        .column("Next deadline", sort(By::NextDeadline, "earliest first", "latest first"))
        .column("Lead", None)
        .column("Updated", sort(By::Updated, "earliest first", "latest first"));
    rows.iter().fold(table, |table, row| table.row(cells(known, visitor, row, today)))
}

/// A short list on a home page: the case, what it is and what is next.
pub(in crate::pages) fn short_table(
    known: &Known,
    visitor: &SignedIn,
    rows: &[CaseRow],
    today: NaiveDate,
) -> Table {
    let table = Table::new("Cases you can see").hide_caption();
    let table = table.column("Case", None).column("Title", None).column("Stage", None);
    rows.iter().fold(table.column("Next deadline", None), |table, row| {
        let mut cells = cells(known, visitor, row, today);
        cells.truncate(4);
        table.row(cells)
    })
}

fn cells(known: &Known, visitor: &SignedIn, row: &CaseRow, today: NaiveDate) -> Vec<Cell> {
    let href = case_url::of_case(known, visitor, row.partnership, row.reference);
    let deadline = row.main_clock.as_deref().zip(row.main_due);
    // By a date until which a report had to stay online nothing is to be done any more.
    let deadline =
        deadline.filter(|(clock, due)| *due >= today || !clock.parse().is_ok_and(ClockKey::is_minimum));
    let deadline =
        deadline.and_then(|(clock, due)| due_date::of_row(clock, due, today, known.basis.calendar()));
    let updated = row.updated_at.with_timezone(&London).date_naive();
    vec![
        // Whoever may not know of the course of a case finds no page of it.
        Cell::reference(row.reference.to_string(), Some(href).filter(|_| !row.stage.is_empty())),
        Cell::text(if row.title.is_empty() { "Title erased" } else { &row.title }),
        Cell::text(phase::stage(&row.stage).map(Stage::label).unwrap_or_default()),
        deadline.map_or_else(|| Cell::text(without_date(row)), Cell::html),
        Cell::text(row.lead.map(|lead| known.names.person(lead)).unwrap_or_default()),
        Cell::text(date::day(updated)),
    ]
}

/// What stands in place of a date.
pub(super) fn without_date(row: &CaseRow) -> &'static str {
    match (&row.main_clock, row.stage.as_str()) {
        (Some(_), _) if row.main_due.is_none() => "No date can be worked out",
        // Whoever may not know of the course of the case.
        (_, "") => "",
        _ => "None",
    }
}
