//! Adding an organisation, and giving one another name.

use axum::extract::{Request, State};
use case::{OrganisationId, PartnershipId};
use store::administration::organisations;
use store::people::Organisation;
use uuid::Uuid;

use super::administers::Administers;
use super::agencies::{Agency, KINDS};
use crate::app::App;
use crate::components::{Button, Choice, Inset, Radios, Select, TextInput};
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

const LIST: &str = "/admin/agencies";
const NEW: &str = "/admin/agencies/new";

fn path(id: Uuid) -> String {
    format!("/admin/agencies/{id}")
}

/// Asks for the name.
pub(crate) async fn ask(State(app): State<App>, administers: Administers) -> Answer {
    let answers = draft::draft(&app, &administers.visitor, NEW).await?.unwrap_or_default();
    respond::page(&add_page(&app, &administers, &answers, &Problems::default()))
}

/// Adds it.
pub(crate) async fn add(State(app): State<App>, administers: Administers, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        return draft::keep(&app, &administers.visitor, NEW, "Add an agency", answers, LIST).await;
    }
    let mut fields = Fields::of(&answers);
    let (name, kind) = read(&mut fields, None);
    let partnership = match administers.of.as_slice() {
        [only] => Some(*only),
        _ => fields.id("partnership", "Select the partnership").map(PartnershipId),
    };
    let partnership = partnership.filter(|id| administers.manages(*id));
    let (true, Some(partnership)) = (fields.are_fine(), partnership) else {
        return respond::refused(&add_page(&app, &administers, &answers, &fields.problems));
    };
    let new = Organisation { id: OrganisationId(app.clock().id()), kind, name: name.clone() };
    administers
        .change(&app, move |tx, author| {
            Box::pin(async move { organisations::add(tx, author, &new, partnership).await })
        })
        .await?;
    forget_draft(app.db(), &administers.visitor, NEW).await?;
    flash(&app, &administers.visitor, Flash::new(format!("{name} belongs to the partnership"))).await?;
    respond::go_to(LIST)
}

/// Shows one, to be given another name.
pub(crate) async fn show(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let one = look(&app, &administers, id).await?;
    let known = || Answers::default().and("name", &one.organisation.name).and("kind", &one.organisation.kind);
    let answers = draft::draft(&app, &administers.visitor, &path(id)).await?.unwrap_or_else(known);
    respond::page(&change_page(&app, &administers, &one, &answers, &Problems::default()))
}

/// Gives it another name.
pub(crate) async fn change(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let one = look(&app, &administers, id).await?;
    if one.elsewhere {
        return Err(Error::Denied);
    }
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        return draft::keep(&app, &administers.visitor, &path(id), "Change an agency", answers, LIST).await;
    }
    let mut fields = Fields::of(&answers);
    let (name, kind) = read(&mut fields, Some(&one.organisation.kind));
    if !fields.are_fine() {
        return respond::refused(&change_page(&app, &administers, &one, &answers, &fields.problems));
    }
    let new = Organisation { id: one.organisation.id, kind, name };
    administers
        .change(&app, move |tx, author| {
            Box::pin(async move { organisations::change(tx, author, &new).await })
        })
        .await?;
    forget_draft(app.db(), &administers.visitor, &path(id)).await?;
    flash(&app, &administers.visitor, Flash::new("The change is saved")).await?;
    respond::go_to(LIST)
}

async fn look(app: &App, administers: &Administers, id: Uuid) -> Result<Agency, Error> {
    let mut tx = app.db().snapshot().await?;
    Ok(Agency::one(&mut tx, &administers.of, OrganisationId(id)).await?)
}

/// The name and the sort; the sort it `has` is taken too, though it came with an import and is none of ours.
fn read(fields: &mut Fields<'_>, has: Option<&str>) -> (String, String) {
    let name = fields.line("name", "Enter the name of the organisation");
    let kind = fields.optional_line("kind").unwrap_or_default();
    if !KINDS.iter().any(|(code, ..)| *code == kind) && has != Some(kind.as_str()) {
        fields.problems.add("kind", "Select what it is");
    }
    (name, kind)
}

fn add_page(app: &App, administers: &Administers, answers: &Answers, problems: &Problems) -> FormPage {
    let shell = administers.form_shell(app, "Add an agency", ("Back to agencies", LIST));
    let page = FormPage::new(shell, "Add an agency").problems(problems).field(name_field(answers, problems));
    let page = page.field(kind_field(answers, problems, None));
    let page = if administers.of.len() > 1 {
        page.field(partnership_field(app, administers, answers, problems))
    } else {
        page
    };
    page.button(Button::primary("Add this agency")).kept()
}

fn change_page(
    app: &App,
    administers: &Administers,
    one: &Agency,
    answers: &Answers,
    problems: &Problems,
) -> FormPage {
    let shell = administers.form_shell(app, "Change an agency", ("Back to agencies", LIST));
    if one.elsewhere {
        let why = "It also belongs to another partnership, so its name can be changed only by whoever looks after all of them, or by the operator.";
        return FormPage::new(shell, &one.organisation.name).show(Inset::new(why));
    }
    FormPage::new(shell, "Change an agency")
        .caption(&one.organisation.name)
        .say("Cases show the new name from now on, also in what was recorded before.")
        .problems(problems)
        .field(name_field(answers, problems))
        .field(kind_field(answers, problems, Some(&one.organisation.kind)))
        .button(Button::primary("Save the change"))
        .kept()
}

fn name_field(answers: &Answers, problems: &Problems) -> TextInput {
    TextInput::new("name", "Name of the organisation")
        .strong()
        .value(answers.one("name"))
        .error(problems.of("name"))
}

fn kind_field(answers: &Answers, problems: &Problems, has: Option<&str>) -> Radios {
    let radios = Radios::new("kind", "What it is").strong().error(problems.of("kind"));
    let radios = KINDS.iter().fold(radios, |radios, (code, words, hint)| {
        radios.item(Choice::new(*code, *words).hint(*hint).chosen(answers.has("kind", code)))
    });
    match has.filter(|kind| !KINDS.iter().any(|(code, ..)| code == kind)) {
        Some(kind) => radios
            .item(Choice::new(kind, super::agencies::kind_in_words(kind)).chosen(answers.has("kind", kind))),
        None => radios,
    }
}

fn partnership_field(app: &App, administers: &Administers, answers: &Answers, problems: &Problems) -> Select {
    let known = app.known();
    let select = Select::new("partnership", "Partnership")
        .strong()
        .error(problems.of("partnership"))
        .item(Choice::new("", "Choose a partnership"));
    administers.of.iter().filter_map(|id| known.partnership(*id)).fold(select, |select, of| {
        let id = of.id.to_string();
        let chosen = answers.has("partnership", &id);
        select.item(Choice::new(id, &of.name).chosen(chosen))
    })
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn an_agency_is_added_once_and_renamed() {
        let service = service().await;
        let browser = service.as_person("m-rees").await;
        let fields = [("name", "Northmere Probation"), ("kind", "agency")];
        for _ in 0..2 {
            assert_eq!(browser.post("/admin/agencies/new", &fields).await.location, "/admin/agencies");
        }
        let page = browser.get("/admin/agencies").await.text;
        assert_eq!(page.matches(">Northmere Probation<").count(), 1);
        let path = format!("/admin/agencies/{}", import::id_of("northmere-education"));
        let answered = browser.post(&path, &[("name", "Northmere Schools"), ("kind", "agency")]).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER);
        assert!(browser.get("/admin/agencies").await.text.contains(">Northmere Schools<"));
        let log = browser.get("/admin/log").await.text;
        assert!(log.contains("Added the organisation Northmere Probation"));
    }

    #[tokio::test]
    async fn what_is_wrong_is_said() {
        let service = service().await;
        let answered =
            service.as_person("m-rees").await.post("/admin/agencies/new", &[("kind", "<b>")]).await;
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answered.text.contains("Enter the name of the organisation"));
        assert!(answered.text.contains("Select what it is") && !answered.text.contains("<b>"));
    }
}
