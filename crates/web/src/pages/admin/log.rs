//! What was changed in the settings, the newest first. The record holds ids and codes; names are put to them here.

use axum::extract::{RawQuery, State};
use case::reminders::Kind;
use case::{OrganisationId, PersonId, Role};
use chrono::DateTime;
use store::changes::{self, Change};
use store::{Error, Tx};
use uuid::Uuid;

use super::administers::{Administers, SettingsPage, Tab};
use super::changed::{Facts, What};
use crate::app::{App, Known};
use crate::components::{Cell, Inset, PageHeader, Pagination, Table};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::http::respond;
use crate::text::date;
use crate::text::grammar::{and, lower_first, upper_first};
use crate::text::reminder::deadline;

/// How many changes are on a page, and how many are looked at for those that concern the visitor.
const PER_PAGE: usize = 50;
const LOOKED_AT: usize = 2_000;

/// Lists what concerns the partnerships somebody looks after.
pub(crate) async fn show(
    State(app): State<App>,
    administers: Administers,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let before = marked(query.one("before"));
    let mut tx = app.db().snapshot().await?;
    let mut found = of_visitor(&mut tx, &administers, before).await?;
    drop(tx);
    let more = found.len() > PER_PAGE;
    found.truncate(PER_PAGE);
    let known = app.known();
    let table = Table::new("What was changed, the newest first")
        .column("When", None)
        .column("Who", None)
        .column("What", None);
    let table = found.iter().fold(table, |table, (change, facts)| {
        table.row(vec![
            Cell::text(date::day_and_time(change.at)),
            Cell::text(known.names.person(change.by)),
            Cell::text(in_words(&known, change, facts)),
        ])
    });
    let mut page = SettingsPage::new(administers.shell(&app, "Changes"), Tab::Log, PageHeader::new("Changes"))
        .say("Every change of people, roles, agencies, plans, reminders and bank holidays. What happens to a case is in its own history.");
    page =
        if found.is_empty() { page.part(Inset::new("Nothing was changed yet.")) } else { page.part(table) };
    if let Some((last, _)) = found.last().filter(|_| more) {
        let to = format!("?before={}.{}", last.at.timestamp_micros(), last.id);
        page = page.part(Pagination::new().next(to, "Earlier changes"));
    }
    respond::page(&page)
}

/// The place in the list at which a page begins.
fn marked(text: &str) -> Option<Change> {
    let (at, id) = text.split_once('.')?;
    Some(Change {
        id: Uuid::parse_str(id).ok()?,
        at: DateTime::from_timestamp_micros(at.parse().ok()?)?,
        by: PersonId(Uuid::nil()),
        what: String::new(),
        facts: String::new(),
    })
}

/// One more change than a page holds, where there are so many.
async fn of_visitor(
    tx: &mut Tx,
    administers: &Administers,
    mut before: Option<Change>,
) -> Result<Vec<(Change, Facts)>, Error> {
    let mut found = Vec::new();
    let mut looked_at = 0;
    while found.len() <= PER_PAGE && looked_at < LOOKED_AT {
        let some = changes::list(tx, before.as_ref(), 2 * PER_PAGE).await?;
        looked_at += some.len();
        let is_last = some.len() < 2 * PER_PAGE;
        before = some.last().cloned();
        for change in some {
            let facts: Facts = serde_json::from_str(&change.facts).unwrap_or_default();
            let is_for_all = facts.concerns().next().is_none();
            if is_for_all || facts.concerns().any(|of| administers.manages(of)) {
                found.push((change, facts));
            }
        }
        if is_last {
            break;
        }
    }
    Ok(found)
}

/// One change as a sentence without a full stop.
fn in_words(known: &Known, change: &Change, facts: &Facts) -> String {
    let names = &known.names;
    let person = facts.person.map_or_else(String::new, |id| names.person(id));
    let organisation =
        facts.organisation.map_or_else(String::new, |id: OrganisationId| names.organisation(id));
    let role = facts.role.as_deref().map_or_else(String::new, role_in_words);
    let partnership =
        facts.partnership.and_then(|id| known.partnership(id)).map_or("the partnership", |of| &of.name);
    let day = facts.date.map_or_else(String::new, date::day);
    let what = serde_json::from_value::<What>(change.what.as_str().into());
    match what {
        Ok(What::PersonAdded) => format!("Made an account for {person}, {role}, {organisation}"),
        Ok(What::PersonChanged) => format!("Changed the {} of {person}", changed(facts)),
        Ok(What::RoleGiven) => format!("Gave {person} the role {role}, {organisation}"),
        Ok(What::RoleEnded) => format!("Ended the role {role} of {person}, {organisation}"),
        Ok(What::AccessEnded) => format!("Ended the access of {person}"),
        Ok(What::Invited) => format!("Sent an invitation to {person}"),
        Ok(What::JobTitleChanged) => format!("Changed the job title of {person}"),
        Ok(What::OrganisationAdded) => format!("Added the organisation {organisation} to {partnership}"),
        Ok(What::OrganisationChanged) => format!("Changed the name or sort of {organisation}"),
        Ok(What::OrganisationJoined) => format!("Made {organisation} a member of {partnership}"),
        Ok(What::PartnershipRenamed) => format!("Changed the name of {partnership}"),
        Ok(What::PlanChanged) => format!("Changed the plan of working days of {partnership}"),
        Ok(What::ReminderPlanChanged) => {
            format!("Changed when reminders go in {partnership}: {}", reminders_changed(facts))
        }
        Ok(What::RemindersChanged) => format!("Changed {} in {partnership}", reminders_changed(facts)),
        Ok(What::BankHolidayAdded) => format!("Added a bank holiday on {day}"),
        Err(_) => [upper_first(&change.what.replace('_', " ")), person, role, organisation]
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
    async fn nothing_was_changed_at_first() {
        let service = service().await;
        let page = service.as_person("m-rees").await.get("/admin/log?before=x%00.y").await.text;
        assert!(page.contains("Nothing was changed yet"));
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
