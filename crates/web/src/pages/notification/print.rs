//! Everything recorded of the notification in the order in which the national form asks it, because that form forgets what
//! was typed after twenty minutes.

use askama::Template;
use axum::extract::State;
use case::Area;
use case::terms::Partner;

use super::child;
use super::shown::{self, Line, line, lines};
use crate::app::App;
use crate::case_view::entries::Entries;
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{BackLink, SummaryList, SummaryRow};
use crate::error::Answer;
use crate::form::asked::capital;
use crate::http::respond;
use crate::layout::{Before, PrintFooter, Shell};
use crate::text::date;

#[derive(Template)]
#[template(path = "pages/notification/print.html")]
struct Page {
    shell: Shell,
    caption: String,
    groups: Vec<(String, Option<SummaryList>)>,
}

/// Shows it for paper.
pub(crate) async fn show(State(app): State<App>, open: InArea<area::Notification>) -> Answer {
    let back = BackLink::new("Back to the notification", open.address("/notification"));
    let mut shell = open.shell(&app, "notification in form order").after(Before::Back(back));
    let now = date::day_and_time(app.clock().now());
    shell.print = Some(PrintFooter {
        handling: format!("Case {} · Official-Sensitive", open.reference),
        printed: format!("Printed by {} on {now}", open.visitor.name),
    });
    let groups = groups(&open).into_iter().map(|(heading, lines)| (heading, list(lines))).collect();
    respond::page(&Page { shell, caption: format!("Case {}", open.reference), groups })
}

fn list(lines: Vec<Line>) -> Option<SummaryList> {
    let row = |(name, says)| SummaryRow::new(name, says);
    (!lines.is_empty()).then(|| lines.into_iter().map(row).fold(SummaryList::new(), SummaryList::row))
}

/// Notifier, incident, each child, other areas, then what the partners said.
fn groups(open: &OpenCase) -> Vec<(String, Vec<Line>)> {
    let entries = Entries::of(&open.case);
    let group = |heading: &str, lines| (heading.to_owned(), lines);
    let mut groups = vec![
        group("Notifier", shown::sent(open, &entries)),
        group("Nature of the incident", shown::decision(open, &entries)),
        group("Incident", shown::incident(open)),
    ];
    if open.shows(Area::Children) {
        groups.extend(
            open.case
                .notification
                .children
                .keys()
                .map(|number| (format!("Child {number}"), a_child(open, &entries, *number))),
        );
    }
    let views = Partner::ALL
        .iter()
        .filter_map(|partner| shown::view(&entries, *partner).and_then(|view| line(&capital(partner), view)));
    groups.extend([
        group("Other authorities", shown::authorities(open)),
        group("Who was told", shown::told(open, &entries)),
        group(
            "What the three partners think",
            shown::considered(open, &entries).into_iter().chain(views).collect(),
        ),
    ]);
    let off_the_path = [
        group("Found not to meet the criteria", shown::reclassified(&entries)),
        group("Another kind of review", shown::alternative(open, &entries)),
    ];
    groups.extend(off_the_path.into_iter().filter(|(_, lines)| !lines.is_empty()));
    groups
}

/// In the order of the form: who, age, sex, ethnicity, disability, care, services, and what happened last.
fn a_child(open: &OpenCase, entries: &Entries<'_>, number: u8) -> Vec<Line> {
    let known = open.case.notification.identified.contains_key(&number);
    let name = if known { "Held apart. Show it on the notification page" } else { "Not recorded yet" };
    let answers = entries.child(number).and_then(|(_, event)| child::answers(event)).unwrap_or_default();
    let mut said = child::in_words(&answers);
    // The form asks for the nature of the incident before the children, so what happened to each comes after who it is.
    let harm = said.iter().position(|said| said.name == "harm").map(|at| said.remove(at));
    said.extend(harm);
    line("Name", name).into_iter().chain(lines(said)).collect()
}
