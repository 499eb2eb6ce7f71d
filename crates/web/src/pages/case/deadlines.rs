//! Every clock of a case that the visitor may see.

use askama::Template;
use axum::extract::State;
use case::{Clock, ClockKind, Course};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::header::CasePage;
use crate::components::{CaseHeader, Cell, Table};
use crate::error::Answer;
use crate::http::respond;
use crate::layout::Shell;
use crate::text::{clock, date};

#[derive(Template)]
#[template(path = "pages/case/deadlines.html")]
struct Page {
    shell: Shell,
    header: CaseHeader,
    groups: Vec<(&'static str, Table)>,
}

/// Shows them, those in law first.
pub(crate) async fn show(State(app): State<App>, open: OpenCase) -> Answer {
    respond::page(&Page {
        shell: open.shell(&app, "deadlines"),
        header: open.header(CasePage::Deadlines),
        groups: groups(&open),
    })
}

/// The clocks by what missing them means; no group that is empty.
pub(crate) fn groups(open: &OpenCase) -> Vec<(&'static str, Table)> {
    let clocks = open.clocks();
    let of = |heading: &'static str, is: &dyn Fn(&Clock<'_>) -> bool| {
        let rows: Vec<_> = clocks.iter().filter(|clock| is(clock)).map(|clock| row(open, clock)).collect();
        let table = Table::new(heading)
            .hide_caption()
            .column("Deadline", None)
            .column("Due", None)
            .column("How it stands", None);
        (!rows.is_empty()).then(|| (heading, rows.into_iter().fold(table, Table::row)))
    };
    let needed = |clock: &Clock<'_>| !matches!(clock.course, Course::NotNeeded(_));
    [
        of("Statutory deadlines", &|clock| clock.kind == ClockKind::Statutory && needed(clock)),
        of("Expected of others", &|clock| clock.kind == ClockKind::Expected && needed(clock)),
        of("Local dates", &|clock| clock.kind == ClockKind::Local && needed(clock)),
        of("Not needed", &|clock| !needed(clock)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn row(open: &OpenCase, of: &Clock<'_>) -> Vec<Cell> {
    let due = match (of.due_date(), &of.course) {
        (_, Course::NotNeeded(_)) => "No date".to_owned(),
        (Some(until), _) if of.is_open() && of.key.is_minimum() => {
            format!("{} {}", clock::by(of.key), date::weekday(until))
        }
        (Some(due), _) if of.is_open() => date::weekday(due),
        (Some(due), _) => date::day(due),
        (None, Course::Open) => "Cannot be worked out".to_owned(),
        (None, _) => "No date yet".to_owned(),
    };
    vec![
        Cell::link_about(
            open.names().clock(of.key, of.task),
            open.address(&format!("/deadlines/{}", of.key)),
            "deadline",
        ),
        Cell::text(due),
        Cell::html(super::overview::standing(open, of)),
    ]
}
