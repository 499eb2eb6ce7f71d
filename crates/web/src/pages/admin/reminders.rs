//! Who is reminded of which deadline and when, as each partnership has it.

use axum::extract::State;
use case::reminders::{Kind, Schedule, Settings};
use case::{PartnershipId, PersonId};
use store::people::Partnership;

use super::administers::{Administers, SettingsPage, Tab};
use crate::app::{App, Known};
use crate::components::{Cell, PageHeader, SummaryList, SummaryRow, Table};
use crate::error::Answer;
use crate::form::asked::code;
use crate::http::respond;
use crate::text::grammar::lower_first;
use crate::text::reminder::{ahead, deadline, overdue, readers, schedule};

/// The page of all of them.
pub(super) const LIST: &str = "/admin/reminders";

/// Shows the schedule of each partnership somebody looks after.
pub(crate) async fn show(State(app): State<App>, administers: Administers) -> Answer {
    let known = app.known();
    let header = PageHeader::new("Reminders");
    let mut page = SettingsPage::new(administers.shell(&app, "Reminders"), Tab::Reminders, header)
        .say("Emails that remind people of deadlines go from 8am to 6pm on working days. All reminders of one morning for one person become one email, and they stop when the work is recorded. These days are local: they are nobody’s law.")
        .say("Everybody can switch off their own earlier reminders. The last 2 working days and what is overdue reach everybody who is to be told.");
    for of in administers.of.iter().filter_map(|id| known.partnership(*id)) {
        let settings = settings(&known, of.id);
        page = page.part(chosen(&known, of, settings)).part(plans(&known, of, settings));
    }
    respond::page(&page)
}

fn chosen(known: &Known, of: &Partnership, settings: &Settings) -> SummaryList {
    let change = format!("{LIST}/{}", of.id);
    let names = if settings.case_reference { "Yes" } else { "No" };
    SummaryList::new()
        .card(format!("What {} has chosen", of.name), 2)
        .row(
            SummaryRow::new("Emails name the case by its reference", names)
                .change(&change, "whether emails name the case"),
        )
        .row(
            SummaryRow::new("Who is told of what is long overdue", senior(known, of.id, settings))
                .change(&change, "who is told of what is long overdue"),
        )
}

/// Who is told of what is long overdue, and whether that still works.
fn senior(known: &Known, of: PartnershipId, settings: &Settings) -> String {
    match settings.senior {
        None => "The business unit managers".to_owned(),
        Some(person) if is_of(known, of, person) => known.names.person_and_post(person),
        Some(person) => format!(
            "{}, who has no role here any more. Nobody is told: choose somebody else",
            known.names.person(person)
        ),
    }
}

/// Whether somebody holds a role in a partnership.
fn is_of(known: &Known, partnership: PartnershipId, person: PersonId) -> bool {
    known.memberships.iter().any(|(one, held)| *one == person && held.partnership == partnership)
}

fn plans(known: &Known, of: &Partnership, settings: &Settings) -> Table {
    let table = Table::new(format!("Reminders of deadlines in {}", of.name))
        .column("Deadline", None)
        .column("Before it is due", None)
        .column("When it is overdue", None)
        .column("Who is told", None)
        .column("Change", None);
    let senior = lower_senior(known, settings);
    schedule(settings).plans().fold(table, |table, plan| {
        let name = deadline(plan.kind);
        let is_own = Schedule::shipped().plan(plan.kind) != Some(plan);
        let first = Cell::text(if is_own { format!("{name} (changed here)") } else { name.to_owned() });
        let change = format!("{LIST}/{}/{}", of.id, slug(plan.kind));
        table.row(vec![
            first,
            Cell::text(ahead(&plan.months_before, &plan.before)),
            Cell::text(overdue(plan.overdue.as_ref())),
            Cell::text(readers(plan, &senior)),
            Cell::link_about("Change", change, format!("the reminders: {}", lower_first(name))),
        ])
    })
}

/// Whoever is told of what is long overdue, within a sentence.
pub(super) fn lower_senior(known: &Known, settings: &Settings) -> String {
    settings
        .senior
        .map_or_else(|| "the business unit managers".to_owned(), |person| known.names.person(person))
}

/// What a partnership chose about reminders.
pub(super) fn settings(known: &Known, of: PartnershipId) -> &Settings {
    &known.basis.rules(Some(of)).choices().reminders
}

/// A kind as an address names it.
pub(super) fn slug(kind: Kind) -> String {
    code(&kind).replace('_', "-")
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn every_deadline_is_shown_with_its_days_and_readers() {
        let service = service().await;
        for key in ["sam-okafor", "m-rees"] {
            let page = service.as_person(key).await.get("/admin/reminders").await;
            assert_eq!(page.status, StatusCode::OK);
            for says in [
                "5, 2 and 1 working days before, and on the day",
                "3, 2 and 1 months, then 10, 5 and 2 working days before, and on the day",
                "Each working day",
                "On working days 1 and 3 after it was due",
                "from 3 working days overdue also the business unit managers",
                "Emails name the case by its reference",
            ] {
                assert!(page.text.contains(says), "{key} {says}: {}", page.text);
            }
            assert!(!page.text.contains("changed here"));
        }
        for key in ["lee-harper", "r-patel", "d-ahmed"] {
            let browser = service.as_person(key).await;
            assert_eq!(browser.get("/admin/reminders").await.status, StatusCode::NOT_FOUND, "{key}");
        }
    }
}
