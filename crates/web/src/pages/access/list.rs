//! The named list of a case.

use askama::Template;
use axum::extract::State;
use calendar::london_date;
use case::keeping::AccessAs;
use case::{Fact, PersonId, Role};

use super::keeps_list;
use super::seats::Seats;
use crate::app::App;
use crate::case_view::header::CasePage;
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{ButtonLink, CaseHeader, Cell, Table};
use crate::error::Answer;
use crate::http::respond;
use crate::layout::Shell;
use crate::text::date;
use crate::text::grammar::{and, upper_first};

#[derive(Template)]
#[template(path = "pages/access/list.html")]
struct Page {
    shell: Shell,
    header: CaseHeader,
    heading: String,
    actions: Vec<ButtonLink>,
    intro: Vec<String>,
    people: Table,
    links: Vec<(&'static str, String)>,
}

/// Shows everybody who may open the case, to everybody who may.
pub(crate) async fn show(State(app): State<App>, open: InArea<area::Shared>) -> Answer {
    let seats = Seats::load(&mut app.db().snapshot().await?, &open).await?;
    let count = open.case.access.len();
    let keeps = keeps_list(&open);
    let actions = vec![
        ButtonLink::primary("Give somebody access", open.address("/access/new")),
        ButtonLink::secondary("Change the lead", open.address("/access/lead")),
    ];
    let mut links = Vec::new();
    if reads_log(&open) {
        links.push(("Who has read this case, and when", open.address("/access/readings")));
    }
    let page = Page {
        shell: open.shell(&app, "who has access"),
        header: open.header(CasePage::Access),
        heading: if count == 1 {
            "1 person has access".to_owned()
        } else {
            format!("{count} people have access")
        },
        actions: if keeps { actions } else { Vec::new() },
        intro: intro(&open, &seats, keeps),
        people: table(&open, &seats, keeps),
        links,
    };
    respond::page(&page)
}

/// Whether the visitor may see who has read the case: the manager may.
pub(super) fn reads_log(open: &OpenCase) -> bool {
    let manager = |of| open.visitor.actor.roles_in(of).any(|held| held.role == Role::BusinessUnitManager);
    open.case.partnership().is_some_and(manager)
}

fn intro(open: &OpenCase, seats: &Seats, keeps: bool) -> Vec<String> {
    let mut intro = vec![
        "Only the people on this list can open the case, each as far as their part in it needs. Everybody on it can see it.".to_owned(),
    ];
    let others: Vec<_> =
        seats.without_list(open).into_iter().map(|id| open.names().person_and_post(id)).collect();
    if !others.is_empty() {
        let can = if others.len() == 1 { "can open the case" } else { "can open the case too" };
        intro.push(format!("{} {can} by their role, without a place on the list.", and(&others)));
    }
    if !keeps {
        let lead = open.case.lead.map_or_else(
            || "the business unit".to_owned(),
            |lead| format!("{}, who leads the case", open.names().person(lead)),
        );
        intro.push(format!("If somebody is missing or should no longer be here, tell {lead}."));
    }
    intro
}

fn table(open: &OpenCase, seats: &Seats, keeps: bool) -> Table {
    let caption = format!("The list of case {}", open.reference);
    let table = Table::new(caption)
        .hide_caption()
        .column("Name", None)
        .column("Job title and organisation", None)
        .column("On the case as", None)
        .column("Since", None);
    let table = if keeps { table.column("Change", None) } else { table };
    let mut people: Vec<_> = open.case.access.iter().collect();
    people.sort_by_cached_key(|(person, role)| (**role, open.names().person(**person).to_lowercase()));
    people.into_iter().fold(table, |table, (person, role)| {
        let mut cells = vec![
            Cell::text(open.names().person(*person)),
            Cell::text(post(open, seats, *person)),
            Cell::text(part(open, *person, *role)),
            Cell::text(since(open, *person)),
        ];
        if keeps {
            let end = open.address(&format!("/access/{person}/end"));
            cells.push(Cell::link_about("End access", end, format!("of {}", open.names().person(*person))));
        }
        table.row(cells)
    })
}

/// The post and the organisation; says so where somebody on the list has left.
fn post(open: &OpenCase, seats: &Seats, person: PersonId) -> String {
    if !seats.opens(open, person) {
        return "Has no role here any more, and cannot open the case".to_owned();
    }
    let mut at: Vec<_> =
        seats.roles(person).iter().map(|held| open.names().organisation(held.organisation)).collect();
    at.dedup();
    seats.job_title(person).into_iter().map(str::to_owned).chain(at).collect::<Vec<_>>().join(", ")
}

fn part(open: &OpenCase, person: PersonId, role: AccessAs) -> String {
    let leads = if open.case.lead == Some(person) { ", leads the case" } else { "" };
    format!("{}{leads}", upper_first(role.label()))
}

/// When they were put on the list, and by whom.
fn since(open: &OpenCase, person: PersonId) -> String {
    let given = open.case.history().iter().rev().find_map(|entry| match &entry.event.fact {
        Fact::AccessGranted(access) if access.person == person => Some((entry.at, entry.by)),
        _ => None,
    });
    given.map_or_else(
        || "The start of the case".to_owned(),
        |(at, by)| format!("{}, by {}", date::day(london_date(at)), open.names().person(by)),
    )
}
