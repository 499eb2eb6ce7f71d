//! The partnerships somebody looks after: their names and members.

use axum::extract::{Request, State};
use store::administration::partnerships;
use store::people::Partnership;
use uuid::Uuid;

use super::administers::{Administers, SettingsPage, Tab};
use super::agencies::{Agency, kind_in_words};
use crate::app::App;
use crate::components::{Button, ButtonLink, Cell, PageHeader, SummaryList, SummaryRow, Table};
use crate::error::Answer;
use crate::form::page::FormPage;
use crate::form::question::{Question, named_line};
use crate::form::{PageForm, Questions};
use crate::http::path::At;
use crate::http::respond;
use crate::session::Flash;
use crate::text::grammar::several;

const LIST: &str = "/admin/partnerships";

const NAME: Question<String> = named_line("name", "Name of the partnership")
    .missing("Enter the name of the partnership")
    .hint("It stands at the top of every page and in every email");

/// Shows each with its members.
pub(crate) async fn show(State(app): State<App>, administers: Administers) -> Answer {
    let agencies = Agency::all(&mut app.db().snapshot().await?, &administers.of).await?;
    let known = app.known();
    let header = PageHeader::new(if administers.of.len() == 1 { "Partnership" } else { "Partnerships" });
    let mut page = SettingsPage::new(administers.shell(&app, "Partnership"), Tab::Partnerships, header);
    for of in administers.of.iter().filter_map(|id| known.partnership(*id)) {
        let members: Vec<_> = agencies.iter().filter(|one| one.of.contains(&of.id)).collect();
        page = page.part(facts(of)).part(table(of, &members));
    }
    respond::page(&page)
}

fn facts(of: &Partnership) -> SummaryList {
    SummaryList::new()
        .row(
            SummaryRow::strong("Name", &of.name)
                .change(format!("{LIST}/{}", of.id), "the name of the partnership"),
        )
        .row(SummaryRow::new("Short name in addresses", &of.slug))
}

fn table(of: &Partnership, members: &[&Agency]) -> Table {
    let caption = format!("{} of {}", several(members.len(), "member", "members"), of.name);
    let table = Table::new(caption).column("Organisation", None).column("What it is", None);
    members.iter().fold(table, |table, one| {
        table.row(vec![
            Cell::link(&one.organisation.name, format!("/admin/agencies/{}", one.organisation.id)),
            Cell::text(kind_in_words(&one.organisation.kind)),
        ])
    })
}

fn form<'a>(app: &'a App, administers: &'a Administers, of: &Partnership) -> PageForm<'a> {
    let title = "Change the name of the partnership";
    let shell = administers.form_shell(app, title, ("Back to the partnership", LIST));
    let page = FormPage::new(shell, title)
        .button(Button::primary("Save the change"))
        .link(ButtonLink::secondary("Cancel", LIST));
    PageForm::new(app, &administers.visitor, format!("{LIST}/{}", of.id), LIST, page)
        .asking(Questions::new().ask(NAME.starting(of.name.clone())))
}

/// Asks for another name.
pub(crate) async fn ask(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let of = administers.partnership_of(&app, id)?;
    form(&app, &administers, &of).show().await
}

/// Gives it.
pub(crate) async fn rename(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let of = administers.partnership_of(&app, id)?;
    let sent = form(&app, &administers, &of).sent(request).await?;
    let Some(read) = sent.fine() else { return sent.answer().await };
    let name = read.of(&NAME);
    let rename = administers.change(&app, move |tx, author| {
        Box::pin(async move { partnerships::rename(tx, author, of.id, &name).await })
    });
    rename.await?;
    sent.done(Flash::new("The change is saved")).await
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use uuid::Uuid;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn a_partnership_is_renamed_and_keeps_what_it_chose() {
        let service = service().await;
        let browser = service.as_person("sam-okafor").await;
        let path = format!("/admin/partnerships/{}", import::id_of("northmere"));
        assert_eq!(browser.post(&path, &[("name", "  ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            browser.post(&path, &[("name", "Northmere & Fernvale")]).await.status,
            StatusCode::SEE_OTHER
        );
        let page = browser.get("/admin/partnerships").await.text;
        assert!(page.contains("Northmere &#38; Fernvale") && page.contains("Northmere Police"));
        let other = format!("/admin/partnerships/{}", Uuid::from_u128(4));
        assert_eq!(browser.get(&other).await.status, StatusCode::NOT_FOUND);
    }
}
