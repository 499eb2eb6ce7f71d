//! The actions of all cases that somebody may see; for agencies and partners, those they own.

use askama::Template;
use axum::extract::{RawQuery, State};
use calendar::NaiveDate;
use case::{Area, may_see};
use store::action_list::{self, ListedAction, Page as Found};

use super::record::ActionRecord;
use super::wanted::{Chosen, State as Stands, Whose, sees_own_only};
use crate::app::{App, Known};
use crate::components::{
    Breadcrumbs, Cell, Checkboxes, Choice, ContextualDate, Filters, PageHeader, Pagination, Select, Sort,
    Table,
};
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
    let known = app.known();
    let chosen = Chosen::read(&query, &known, &visitor);
    let wanted = chosen.wanted(app.clock().today());
    let mut tx = app.db().snapshot().await?;
    let found = action_list::list(&mut tx, &visitor.actor, &wanted, PER_PAGE).await?;
    drop(tx);
    respond::page(&page(&app, &known, &visitor, &chosen, &found))
}

fn page(app: &App, known: &Known, visitor: &SignedIn, chosen: &Chosen, found: &Found) -> Page {
    let own_only = sees_own_only(visitor);
    let (title, section) =
        if own_only { ("Your actions", Section::OwnActions) } else { ("Actions", Section::Actions) };
    let number = if chosen.page > 1 { format!(" (page {})", chosen.page) } else { String::new() };
    let crumbs = Breadcrumbs::new().crumb("Home", "/").crumb(title, "/actions");
    let shell = Shell::of(app, visitor, section, &format!("{title}{number}")).wide();
    Page {
        shell: shell.after(Before::Crumbs(crumbs)),
        header: PageHeader::new(title).large(),
        filters: filters(chosen, own_only),
        table: (!found.rows.is_empty()).then(|| table(known, visitor, chosen, found, app.clock().today())),
        nothing: match (chosen.page, chosen.filters().is_empty(), own_only) {
            (2.., ..) => "There are no more actions.",
            (_, false, _) => "No actions match.",
            (_, true, true) => "You have no open actions.",
            (_, true, false) => "There are no open actions in the cases that you have access to.",
        },
        pages: pages(chosen, found.more),
        csv: format!("/actions.csv?{}", chosen.query().to_query()),
    }
}

fn filters(chosen: &Chosen, own_only: bool) -> Filters {
    let states = Checkboxes::new("state", "State");
    let states = Stands::ALL.into_iter().fold(states, |boxes, state| {
        boxes.item(Choice::new(state.code(), state.label()).chosen(chosen.states.contains(&state)))
    });
    let all = if own_only { "You and your agency" } else { "Anyone" };
    let owner = Select::new("owner", "Owner")
        .item(Choice::new("", all).chosen(chosen.whose == Whose::Any))
        .item(Choice::new("mine", "You").chosen(chosen.whose == Whose::Mine));
    let owner = chosen.agencies.iter().fold(owner, |select, (agency, name)| {
        let is_chosen = chosen.whose == Whose::Agency(*agency);
        select.item(Choice::new(agency.to_string(), name).chosen(is_chosen))
    });
    let mut filters = Filters::new("/actions").group(states).select(owner);
    if !chosen.partnerships.is_empty() {
        let any = Choice::new("", "Any partnership").chosen(chosen.partnership.is_none());
        let select = Select::new("partnership", "Partnership").item(any);
        filters = filters.select(chosen.partnerships.iter().fold(select, |select, (of, name)| {
            select.item(Choice::new(of.to_string(), name).chosen(chosen.partnership == Some(*of)))
        }));
    }
    if chosen.descending {
        filters = filters.hidden("order", "down");
    }
    for (words, without) in chosen.filters() {
        filters = filters.chosen(words, address(&without.to_query()));
    }
    filters.clear("/actions")
}

fn table(known: &Known, visitor: &SignedIn, chosen: &Chosen, found: &Found, today: NaiveDate) -> Table {
    let href = address(&chosen.turned().query().to_query());
    let sort = if chosen.descending {
        Sort::descending(href, "latest first")
    } else {
        Sort::ascending(href, "earliest first")
    };
    let caption = if chosen.states.is_empty() { "Actions that are not closed" } else { "Actions" };
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

fn pages(chosen: &Chosen, more: bool) -> Pagination {
    let to = |page: usize| address(&chosen.query().and("page", page.to_string()).to_query());
    Pagination::around(chosen.page as usize, PER_PAGE, more, "actions", to)
}

fn address(query: &str) -> String {
    if query.is_empty() { "/actions".to_owned() } else { format!("/actions?{query}") }
}
