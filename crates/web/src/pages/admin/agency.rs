//! Adding an organisation, and giving one another name.

use axum::extract::{Request, State};
use case::OrganisationId;
use store::administration::organisations;
use store::people::Organisation;
use uuid::Uuid;

use super::administers::Administers;
use super::agencies::{Agency, KINDS, kind_in_words};
use crate::app::App;
use crate::components::{Button, Inset};
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::form::question::{Offer, Question, named_line, required_one_of};
use crate::form::{PageForm, Questions, Read};
use crate::http::path::At;
use crate::session::Flash;

const LIST: &str = "/admin/agencies";

const NAME: Question<String> =
    named_line("name", "Name of the organisation").missing("Enter the name of the organisation");
const KIND: Question<String> = required_one_of("kind", "What it is").missing("Select what it is");

/// What it can be. The sort that an organisation `has` is offered too, though it came with an import and is none of ours.
fn kinds(has: Option<&str>) -> impl Iterator<Item = Offer> {
    let known = KINDS.iter().map(|(code, words, hint)| Offer::new(code, *words).hint(*hint));
    let own = has.filter(|kind| !KINDS.iter().any(|(code, ..)| code == kind));
    known.chain(own.map(|kind| Offer::new(&kind, kind_in_words(kind))))
}

fn answered(read: &Read<'_>, id: OrganisationId) -> Organisation {
    Organisation { id, kind: read.of(&KIND), name: read.of(&NAME) }
}

fn adding<'a>(app: &'a App, administers: &'a Administers) -> PageForm<'a> {
    let shell = administers.form_shell(app, "Add an agency", ("Back to agencies", LIST));
    let page = FormPage::new(shell, "Add an agency").button(Button::primary("Add this agency")).kept();
    let questions = Questions::new().ask(NAME).ask(KIND.among(kinds(None)));
    PageForm::new(app, &administers.visitor, "/admin/agencies/new", LIST, page)
        .asking(questions.ask_each(administers.ask_partnership(&app.known())))
}

/// Asks for the name.
pub(crate) async fn ask(State(app): State<App>, administers: Administers) -> Answer {
    adding(&app, &administers).show().await
}

/// Adds it.
pub(crate) async fn add(State(app): State<App>, administers: Administers, request: Request) -> Answer {
    let sent = adding(&app, &administers).sent(request).await?;
    let id = OrganisationId(app.clock().id());
    let wanted = sent.fine().and_then(|read| Some((answered(&read, id), administers.partnership(&read)?)));
    let Some((new, partnership)) = wanted else { return sent.answer().await };
    let said = format!("{} belongs to the partnership", new.name);
    let add = administers.change(&app, move |tx, author| {
        Box::pin(async move { organisations::add(tx, author, &new, partnership).await })
    });
    add.await?;
    sent.done(Flash::new(said)).await
}

fn changing<'a>(app: &'a App, administers: &'a Administers, one: &Agency) -> PageForm<'a> {
    let Organisation { id, kind, name } = &one.organisation;
    let shell = administers.form_shell(app, "Change an agency", ("Back to agencies", LIST));
    let page = if one.elsewhere {
        FormPage::new(shell, name).show(Inset::new("It also belongs to another partnership, so its name can be changed only by whoever looks after all of them, or by the operator."))
    } else {
        FormPage::new(shell, "Change an agency")
            .caption(name)
            .say("Cases show the new name from now on, also in what was recorded before.")
            .button(Button::primary("Save the change"))
            .kept()
    };
    let questions = Questions::new()
        .ask(NAME.starting(name.clone()))
        .ask(KIND.among(kinds(Some(kind))).starting(kind.clone()));
    PageForm::new(app, &administers.visitor, format!("{LIST}/{id}"), LIST, page).asking(questions)
}

/// Shows one, to be given another name.
pub(crate) async fn show(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let one = look(&app, &administers, id).await?;
    changing(&app, &administers, &one).show().await
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
    let sent = changing(&app, &administers, &one).sent(request).await?;
    let Some(read) = sent.fine() else { return sent.answer().await };
    let new = answered(&read, one.organisation.id);
    let change = administers.change(&app, move |tx, author| {
        Box::pin(async move { organisations::change(tx, author, &new).await })
    });
    change.await?;
    sent.done(Flash::new("The change is saved")).await
}

async fn look(app: &App, administers: &Administers, id: Uuid) -> Result<Agency, Error> {
    let mut tx = app.db().snapshot().await?;
    Ok(Agency::one(&mut tx, &administers.of, OrganisationId(id)).await?)
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
