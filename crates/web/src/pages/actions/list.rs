//! The actions of all cases that somebody may see; for agencies and partners, those they own.

use askama::Template;
use axum::extract::{RawQuery, State};
use calendar::NaiveDate;
use case::{Area, may_see};
use store::action_list::{self, ListedAction, Page as Found};

use super::record::ActionRecord;
use super::wanted::Chosen;
use crate::app::{App, Known};
use crate::components::{Breadcrumbs, Cell, ContextualDate, Filters, PageHeader, Pagination, Sort, Table};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::http::respond;
use crate::layout::{Before, Section, Shell};
use crate::lists::case_url;
use crate::session::SignedIn;
use crate::text::due_date;
use crate::text::grammar::shortened;

/// How many actions are on a page.
const PER_PAGE: usize = 25;
/// How much of what will change is shown.
const TEXT: usize = 120;

#[derive(Template)]
#[template(path = "pages/actions/list.html")]
struct Page {
    shell: Shell,
    header: PageHeader,
    filters: Filters,
    table: Option<Table>,
    nothing: &'static str,
    pages: Pagination,
    csv: String,
}

/// Shows a page of the list.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn, RawQuery(query): RawQuery) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let (known, today) = (app.known(), app.clock().today());
    let chosen = Chosen::read(query, &known, &visitor, today);
    let wanted = chosen.wanted(today);
    let mut tx = app.db().snapshot().await?;
    let found = action_list::list(&mut tx, &visitor.actor, &wanted, PER_PAGE).await?;
    drop(tx);
    respond::page(&page(&app, &known, &visitor, &chosen, &found))
}

fn page(app: &App, known: &Known, visitor: &SignedIn, chosen: &Chosen, found: &Found) -> Page {
    let own_only = chosen.own_only;
    let (filter, at) = (&chosen.filter, chosen.filter.page());
    let (title, section) =
        if own_only { ("Your actions", Section::OwnActions) } else { ("Actions", Section::Actions) };
    let number = if at > 1 { format!(" (page {at})") } else { String::new() };
    let crumbs = Breadcrumbs::new().crumb("Home", "/").crumb(title, "/actions");
    let shell = Shell::of(app, visitor, section, &format!("{title}{number}")).wide();
    Page {
        shell: shell.after(Before::Crumbs(crumbs)),
        header: PageHeader::new(title).large(),
        filters: filter.panel(),
        table: (!found.rows.is_empty()).then(|| table(known, visitor, chosen, found, app.clock().today())),
        nothing: match (at, filter.is_empty(), own_only) {
            (2.., ..) => "There are no more actions.",
            (_, false, _) => "No actions match.",
            (_, true, true) => "You have no open actions.",
            (_, true, false) => "There are no open actions in the cases that you have access to.",
        },
        pages: Pagination::around(at.into(), PER_PAGE, found.more, "actions", |page| {
            filter.address_of_page(page)
        }),
        csv: format!("/actions.csv?{}", filter.query().to_query()),
    }
}

fn table(known: &Known, visitor: &SignedIn, chosen: &Chosen, found: &Found, today: NaiveDate) -> Table {
    let href = chosen.turned();
    let sort = if chosen.descending {
        Sort::descending(href, "latest first")
    } else {
        Sort::ascending(href, "earliest first")
    };
    let caption = if chosen.names_no_state() { "Actions that are not closed" } else { "Actions" };
    let table = Table::new(caption).column("Action", None).column("Case", None).column("Owner", None);
    let table = table.column("Due", Some(sort)).column("State", None).column("Impact", None);
    let rows = found.rows.iter().filter_map(|row| cells(known, visitor, row, found, today));
    rows.fold(table, Table::row)
}

fn cells(
    known: &Known,
    visitor: &SignedIn,
    row: &ListedAction,
    found: &Found,
    today: NaiveDate,
) -> Option<Vec<Cell>> {
    let case = found.cases.get(&row.case)?;
    let action = ActionRecord::of(case, row.number)?;
    let href = case_url::of_case(known, visitor, row.partnership, row.reference);
    let (timing, edge) = action.timing(known, today);
    let due = ContextualDate::new(due_date::bold(row.due, today), timing, edge).datetime(row.due.to_string());
    // Whoever may not know of the course of a case finds no page of it.
    let has_page = may_see(&visitor.actor, case, Area::Overview);
    let about = format!(", case {} action {}", row.reference, row.number);
    Some(vec![
        Cell::link_about(shortened(&action.text(), TEXT), format!("{href}/actions/{}", row.number), about),
        Cell::reference(row.reference.to_string(), has_page.then_some(href)),
        Cell::text(action.owner(known)),
        Cell::html(due),
        Cell::text(action.state()),
        Cell::text(action.judgement()),
    ])
}
