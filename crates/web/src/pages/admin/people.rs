//! The people of the partnerships somebody looks after.

use std::collections::BTreeMap;

use axum::extract::{RawQuery, State};
use case::PersonId;
use store::{Tx, mail_choices};

use super::administers::{Administers, SettingsPage, Tab};
use super::managed::{Managed, away_in_words, role_in_words};
use crate::app::{App, Known};
use crate::components::{ButtonLink, Cell, Filters, Inset, PageHeader, Pagination, Table};
use crate::error::Answer;
use crate::form::question::{Question, search};
use crate::form::{Answers, Filter};
use crate::http::respond;
use crate::text::grammar::several;

const TEXT: Question<String> = search("q", "Name, email, job title or organisation");

/// How many people are on a page.
const PER_PAGE: usize = 50;

/// Lists them, or those who are looked for.
pub(crate) async fn show(
    State(app): State<App>,
    administers: Administers,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let filter = Filter::new("/admin/people", query, app.clock().today()).searched(TEXT);
    let wanted = filter.of(&TEXT);
    let known = app.known();
    let mut tx = app.db().snapshot().await?;
    let mut people = Managed::all(&mut tx, &administers.of).await?;
    let away = away(&mut tx, &app, &administers, &people).await?;
    drop(tx);
    people.retain(|one| is_wanted(&known, one, &wanted));
    let page = usize::from(filter.page());
    let pages = people.len().div_ceil(PER_PAGE).max(1);
    let title = if pages > 1 { format!("People, page {page} of {pages}") } else { "People".to_owned() };
    let header = PageHeader::new("People").action(ButtonLink::primary("Add a person", "/admin/people/new"));
    let mut shown = SettingsPage::new(administers.shell(&app, &title), Tab::People, header)
        .part(Filters::new("/admin/people").text(filter.search_box()));
    if people.is_empty() {
        let text = format!("Nobody was found for “{wanted}”.");
        shown = shown.part(Inset::new(text).link("Show everybody", "/admin/people"));
    } else {
        let on_page = people.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE);
        let pages = Pagination::numbered(page, pages, |page| filter.address_of_page(page));
        shown = shown.part(table(&known, on_page, people.len(), &away)).part(pages);
    }
    respond::page(&shown)
}

fn is_wanted(known: &Known, one: &Managed, wanted: &str) -> bool {
    let wanted = wanted.to_lowercase();
    let person = &one.person;
    let texts = [&person.name, &person.job_title, &person.email].into_iter().flatten().cloned();
    let mut all = texts.chain(one.roles.iter().map(|held| role_in_words(known, held)));
    wanted.is_empty() || all.any(|text| text.to_lowercase().contains(&wanted))
}

/// Who is away, and who stands in for them.
async fn away(
    tx: &mut Tx,
    app: &App,
    administers: &Administers,
    people: &[Managed],
) -> Result<BTreeMap<PersonId, String>, store::Error> {
    let ids: Vec<_> = people.iter().map(|one| one.person.id).collect();
    let (known, today) = (app.known(), app.clock().today());
    let choices = mail_choices::of(tx, &ids).await?.into_iter();
    Ok(choices
        .filter_map(|(id, choice)| Some((id, away_in_words(&known, &administers.of, &choice, today)?)))
        .collect())
}

fn table<'a>(
    known: &Known,
    people: impl Iterator<Item = &'a Managed>,
    count: usize,
    away: &BTreeMap<PersonId, String>,
) -> Table {
    let table = Table::new(several(count, "person", "people"))
        .column("Name", None)
        .column("Job title", None)
        .column("Role", None)
        .column("Email", None);
    people.fold(table, |table, one| {
        let roles = one.roles.iter().map(|held| role_in_words(known, held)).collect::<Vec<_>>().join("; ");
        table.row(vec![
            Cell::link(one.name(), format!("/admin/people/{}", one.person.id)),
            Cell::text(one.person.job_title.as_deref().unwrap_or_default()),
            Cell::text(roles),
            Cell::text(email(one, away)),
        ])
    })
}

/// The address, and that somebody else gets what is sent there.
fn email(one: &Managed, away: &BTreeMap<PersonId, String>) -> String {
    let address = one.person.email.clone().unwrap_or_default();
    match away.get(&one.person.id) {
        Some(away) => format!("{address}. {away}"),
        None => address,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn the_manager_and_the_administrator_see_the_people_and_nobody_else_does() {
        let service = service().await;
        for key in ["sam-okafor", "m-rees"] {
            let page = service.as_person(key).await.get("/admin/people").await;
            assert_eq!(page.status, StatusCode::OK, "{key}");
            assert!(page.text.contains("R. Patel") && page.text.contains("Statutory partner: council"));
        }
        for key in ["lee-harper", "r-patel", "p-lowe", "d-ahmed", "k-walsh"] {
            let browser = service.as_person(key).await;
            for path in ["/admin", "/admin/people", "/admin/agencies", "/admin/calendar", "/admin/log"] {
                assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{key} {path}");
            }
        }
    }

    #[tokio::test]
    async fn people_are_found_by_any_of_what_is_known_of_them() {
        let service = service().await;
        let browser = service.as_person("sam-okafor").await;
        for wanted in ["chief+nurse", "NHS+Northmere", "j-mensah%40"] {
            let page = browser.get(&format!("/admin/people?q={wanted}")).await.text;
            assert!(page.contains("J. Mensah") && !page.contains("A. Chen"), "{wanted}");
        }
        let page = browser.get("/admin/people?q=%3Cscript%3Ealert&page=999999999999").await.text;
        assert!(page.contains("Nobody was found") && !page.contains("<script>alert"));
    }
}
