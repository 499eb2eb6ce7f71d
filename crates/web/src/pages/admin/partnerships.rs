//! The partnerships somebody looks after: their names and members.

use axum::extract::{Request, State};
use case::PartnershipId;
use store::administration::partnerships;
use store::people::Partnership;
use uuid::Uuid;

use super::administers::{Administers, SettingsPage, Tab};
use super::agencies::{Agency, kind_in_words};
use crate::app::App;
use crate::components::{Button, ButtonLink, Cell, PageHeader, SummaryList, SummaryRow, Table, TextInput};
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::parse::Fields;
use crate::form::record::forget_draft;
use crate::form::{draft, request};
use crate::http::path::At;
use crate::http::respond;
use crate::session::{Flash, flash};
use crate::text::grammar::several;

const LIST: &str = "/admin/partnerships";

fn path(id: Uuid) -> String {
    format!("{LIST}/{id}")
}

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

/// Asks for another name.
pub(crate) async fn ask(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let of = look(&app, &administers, id)?;
    let begun = draft::draft(&app, &administers.visitor, &path(id)).await?;
    let answers = begun.unwrap_or_else(|| Answers::default().and("name", of.name));
    respond::page(&page(&app, &administers, &answers, &Problems::default()))
}

/// Gives it.
pub(crate) async fn rename(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let of = look(&app, &administers, id)?;
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        let label = "Change the name of the partnership";
        return draft::keep(&app, &administers.visitor, &path(id), label, answers, LIST).await;
    }
    let mut fields = Fields::of(&answers);
    let name = fields.line("name", "Enter the name of the partnership");
    if !fields.are_fine() {
        return respond::refused(&page(&app, &administers, &answers, &fields.problems));
    }
    administers
        .change(&app, move |tx, author| {
            Box::pin(async move { partnerships::rename(tx, author, of.id, &name).await })
        })
        .await?;
    forget_draft(app.db(), &administers.visitor, &path(id)).await?;
    flash(&app, &administers.visitor, Flash::new("The change is saved")).await?;
    respond::go_to(LIST)
}

fn look(app: &App, administers: &Administers, id: Uuid) -> Result<Partnership, Error> {
    let id = PartnershipId(id);
    let known = app.known();
    known.partnership(id).filter(|_| administers.manages(id)).cloned().ok_or(Error::NotFound)
}

fn page(app: &App, administers: &Administers, answers: &Answers, problems: &Problems) -> FormPage {
    let shell =
        administers.form_shell(app, "Change the name of the partnership", ("Back to the partnership", LIST));
    let name = TextInput::new("name", "Name of the partnership")
        .hint("It stands at the top of every page and in every email")
        .strong()
        .value(answers.one("name"))
        .error(problems.of("name"));
    FormPage::new(shell, "Change the name of the partnership")
        .problems(problems)
        .field(name)
        .button(Button::primary("Save the change"))
        .link(ButtonLink::secondary("Cancel", LIST))
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
