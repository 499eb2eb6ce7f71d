//! What happened in the course of the review, each the latest first: family, practitioners, checks and requests.

use case::lcspr::{Contact, MonitoringCheck};
use case::{Event, Fact, Word};

use super::event::Event as NewEvent;
use super::family::Family;
use super::links;
use super::monitoring::Monitoring;
use super::request::Request;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::section::Part;
use crate::components::{Cell, Html, Inset, Table};
use crate::form::asked::{capital, code};
use crate::text::date;
use crate::text::date::weekday;
use crate::text::entry_kind::Kind;
use crate::text::grammar::shortened;

/// How many entries of a log are shown.
pub(super) const SHOWN: usize = 10;
/// How much of a text stands in a row; all of it is in the history.
const TEXT: usize = 400;

/// The latest entries as rows, and how many more there are.
fn rows<'e>(
    open: &OpenCase,
    entries: &'e Entries<'_>,
    is: impl Fn(&Fact) -> bool,
    row: impl Fn(&'e Event) -> Vec<Cell>,
    table: Table,
    part: Part,
) -> Part {
    let mut all: Vec<_> = entries.numbered(is).collect();
    all.reverse();
    if all.is_empty() {
        return part;
    }
    let table = all.iter().take(SHOWN).fold(table.column("Entry", None), |table, (number, event)| {
        let mut cells = row(event);
        let href = open.address(&format!("/history/{number}"));
        cells.push(Cell::link_about("View", href, format!("entry {number}")));
        table.row(cells)
    });
    let part = part.show(table);
    match all.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        Some(more) => part.show(rest(open, more, all.first().map(|(_, event)| Kind::of(&event.fact)))),
        None => part,
    }
}

/// “And 12 more.” with the way to them.
pub(super) fn rest(open: &OpenCase, more: usize, kind: Option<Kind>) -> Inset {
    let query = kind.map(|kind| format!("?kind={}", code(&kind))).unwrap_or_default();
    Inset::new(format!("And {more} more."))
        .link("See all in the history", open.address(&format!("/history{query}")))
}

fn text(of: &str) -> Cell {
    Cell::text(shortened(of, TEXT))
}

/// How the family was involved: a log, not a tick.
pub(super) fn family(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let part = Part::new("family", "The family").links(links(open, &[&Family]));
    let table = Table::new("Contact with the family").hide_caption().column("Date", None);
    let table = table.column("Who", None).column("How it stands", None);
    let table = table.column("What was said and wished", None);
    let is = |fact: &Fact| matches!(fact, Fact::FamilyContacted(_));
    rows(open, entries, is, family_row, table, part)
}

fn family_row(event: &Event) -> Vec<Cell> {
    let Fact::FamilyContacted(of) = &event.fact else { return Vec::new() };
    let again = of.review_on.map(|day| format!(". Looked at again on {}", weekday(day))).unwrap_or_default();
    let says = match of.contact {
        Contact::NotApproached => format!("Not approached because: {}", wrote(event, Word::Reason)),
        _ => wrote(event, Word::Text),
    };
    vec![
        Cell::text(date::when(event.on)),
        text(&wrote(event, Word::Who)),
        Cell::text(format!("{}{again}", capital(&of.contact))),
        text(&says),
    ]
}

/// Events with practitioners.
pub(super) fn events(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let part = Part::new("events", "Practitioner events").links(links(open, &[&NewEvent]));
    let table = Table::new("Practitioner events").hide_caption().column("Date", None);
    let table = table.number_column("Who came", None).column("What they said", None);
    let is = |fact: &Fact| matches!(fact, Fact::PractitionerEventHeld(_));
    let row = |event: &Event| {
        let Fact::PractitionerEventHeld(held) = &event.fact else { return Vec::new() };
        vec![
            Cell::text(date::when(event.on)),
            Cell::text(held.attended.to_string()),
            text(&wrote(event, Word::Text)),
        ]
    };
    rows(open, entries, is, row, table, part)
}

/// Checks of time and quality, and what the reviewer was asked in writing.
pub(super) fn monitoring(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let links = links(open, &[&Monitoring, &Request]);
    let part = Part::new("monitoring", "Checks of time and quality, and written requests").links(links);
    let table = Table::new("Checks and requests").hide_caption().column("Date", None);
    let table = table.column("What", None).column("What it says", None);
    let is = |fact: &Fact| matches!(fact, Fact::MonitoringChecked(_) | Fact::RequestedInWriting);
    let row = |event: &Event| {
        let (what, says) = match &event.fact {
            Fact::MonitoringChecked(check) => (found(check), wrote(event, Word::Comment)),
            _ => (Html::text("Written request"), wrote(event, Word::Text)),
        };
        vec![Cell::text(date::when(event.on)), Cell::html(what), text(&says)]
    };
    rows(open, entries, is, row, table, part)
}

fn found(check: &MonitoringCheck) -> Html {
    let time = if check.on_time { "on time" } else { "not on time" };
    let quality = if check.good_quality { "satisfactory" } else { "not satisfactory" };
    Html::text(&format!("Check: {time}, quality {quality}"))
}
