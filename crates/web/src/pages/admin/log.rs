//! What was changed in the settings, the newest first. The record holds ids and codes; names are put to them here.

use axum::extract::{RawQuery, State};
use case::reminders::Kind;
use case::{OrganisationId, Role};
use chrono::DateTime;
use store::administration::log::{self, Change, Place};
use store::administration::{Facts, What};
use uuid::Uuid;

use super::administers::{Administers, SettingsPage, Tab};
use crate::app::{App, Known};
use crate::components::{Cell, Inset, PageHeader, Pagination, Table};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::http::respond;
use crate::text::date;
use crate::text::grammar::{and, lower_first, upper_first};
use crate::text::reminder::deadline;

/// How many changes are on a page.
const PER_PAGE: usize = 50;

/// Lists what concerns the partnerships somebody looks after.
pub(crate) async fn show(
    State(app): State<App>,
    administers: Administers,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let from = marked(query.one("before"));
    let mut tx = app.db().snapshot().await?;
    let mut found = log::list(&mut tx, &administers.of, from, PER_PAGE + 1).await?;
    drop(tx);
    let more = found.len() > PER_PAGE;
    found.truncate(PER_PAGE);
    let known = app.known();
    let table = Table::new("What was changed, the newest first")
        .column("When", None)
        .column("Who", None)
        .column("What", None);
    let table = found.iter().fold(table, |table, change| {
        table.row(vec![
            Cell::text(date::day_and_time(change.at)),
            Cell::text(known.names.person(change.by)),
            Cell::text(in_words(&known, change)),
        ])
    });
    let mut page = SettingsPage::new(administers.shell(&app, "Changes"), Tab::Log, PageHeader::new("Changes"))
        .say("Every change of people, roles, agencies, plans, reminders and bank holidays. What happens to a case is in its own history.");
    page =
        if found.is_empty() { page.part(Inset::new("Nothing was changed yet.")) } else { page.part(table) };
    if let Some(last) = found.last().filter(|_| more) {
        let to = format!("?before={}.{}", last.at.timestamp_micros(), last.id);
        page = page.part(Pagination::new().next(to, "Earlier changes"));
    }
    respond::page(&page)
}

/// The place in the log at which a page begins.
fn marked(text: &str) -> Option<Place> {
    let (at, id) = text.split_once('.')?;
    let at = DateTime::from_timestamp_micros(at.parse().ok()?)?;
    Some(Place { at, id: Uuid::parse_str(id).ok()? })
}

/// One change as a sentence without a full stop.
fn in_words(known: &Known, change: &Change) -> String {
    let facts = &change.facts;
    let names = &known.names;
    let person = facts.person.map_or_else(String::new, |id| names.person(id));
    let organisation =
        facts.organisation.map_or_else(String::new, |id: OrganisationId| names.organisation(id));
    let role = facts.role.as_deref().map_or_else(String::new, role_in_words);
    let partnership =
        facts.partnership.and_then(|id| known.partnership(id)).map_or("the partnership", |of| &of.name);
    let day = facts.date.map_or_else(String::new, date::day);
    match change.what() {
        Some(What::PersonAdded) => format!("Made an account for {person}, {role}, {organisation}"),
        Some(What::PersonChanged) => format!("Changed the {} of {person}", changed(facts)),
        Some(What::RoleGiven) => format!("Gave {person} the role {role}, {organisation}"),
        Some(What::RoleEnded) => format!("Ended the role {role} of {person}, {organisation}"),
        Some(What::AccessEnded) => format!("Ended the access of {person}"),
        Some(What::Invited) => format!("Sent an invitation to {person}"),
        Some(What::JobTitleChanged) => format!("Changed the job title of {person}"),
        Some(What::OrganisationAdded) => format!("Added the organisation {organisation} to {partnership}"),
        Some(What::OrganisationChanged) => format!("Changed the name or sort of {organisation}"),
        Some(What::OrganisationJoined) => format!("Made {organisation} a member of {partnership}"),
        Some(What::OrganisationLeft) => format!("Ended the membership of {organisation} in {partnership}"),
        Some(What::PartnershipAdded) => format!("Added the partnership {partnership}"),
        Some(What::PartnershipRenamed) => format!("Changed the name of {partnership}"),
        Some(What::ChoicesChanged) => format!("Changed {} of {partnership}", choices_changed(facts)),
        Some(What::PlanChanged) => format!("Changed the plan of working days of {partnership}"),
        Some(What::ReminderPlanChanged) => {
            format!("Changed when reminders go in {partnership}: {}", reminders_changed(facts))
        }
        Some(What::RemindersChanged) => format!("Changed {} in {partnership}", reminders_changed(facts)),
        Some(What::BankHolidayAdded) => format!("Added a bank holiday on {day}"),
        Some(What::BankHolidayRemoved) => format!("Took out the bank holiday on {day}"),
        None => [upper_first(&change.code.replace('_', " ")), person, role, organisation]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

fn changed(facts: &Facts) -> String {
    let words = facts.changed.iter().map(|code| match code.as_str() {
        "job_title" => "job title".to_owned(),
        "email" => "email address".to_owned(),
        other => other.replace('_', " "),
    });
    and(&words.collect::<Vec<_>>())
}

fn choices_changed(facts: &Facts) -> String {
    let words = facts.changed.iter().map(|code| match code.as_str() {
        "national_panel_name" => "the name of the National Panel".to_owned(),
        "rapid_review_from" => "what starts the rapid review".to_owned(),
        "copies_in_clear_days" => "how the days before publication are counted".to_owned(),
        "panel_reply_working_days" => "when a reply of the National Panel is expected".to_owned(),
        other => other.replace('_', " "),
    });
    and(&words.collect::<Vec<_>>())
}

fn reminders_changed(facts: &Facts) -> String {
    let words = facts.changed.iter().map(|code| match code.as_str() {
        "case_reference" => "whether emails name the case".to_owned(),
        "senior" => "who is told of what is long overdue".to_owned(),
        kind => serde_json::from_value::<Kind>(kind.into())
            .map_or_else(|_| kind.replace('_', " "), |kind| lower_first(deadline(kind))),
    });
    and(&words.collect::<Vec<_>>())
}

fn role_in_words(code: &str) -> String {
    let role = serde_json::from_value::<Role>(code.into());
    role.map_or_else(|_| code.replace('_', " "), |role| role.label().to_owned())
}

#[cfg(test)]
mod tests {
    use super::marked;
    use crate::tests::harness::service;

    #[tokio::test]
    async fn the_log_begins_with_what_was_imported() {
        let service = service().await;
        let browser = service.as_person("m-rees").await;
        let page = browser.get("/admin/log?before=x%00.y").await.text;
        assert!(
            page.contains("Made an account for Sam Okafor, business unit manager")
                && page.contains("the operator")
        );
        let before = browser.get("/admin/log?before=0.00000000-0000-0000-0000-000000000000").await.text;
        assert!(before.contains("Nothing was changed yet"));
    }

    #[test]
    fn a_place_in_the_list_reads_back_and_nothing_else_does() {
        let place = "1774521720000000.00000000-0000-0000-0000-000000000007";
        assert_eq!(marked(place).unwrap().at.timestamp_micros(), 1_774_521_720_000_000);
        for wrong in ["", ".", "1.x", "9999999999999999999999.00000000-0000-0000-0000-000000000007"] {
            assert!(marked(wrong).is_none(), "{wrong}");
        }
    }
}
