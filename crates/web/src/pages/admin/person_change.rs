//! Changing who somebody is: name, post and the address they sign in with.

use axum::extract::{Request, State};
use case::PersonId;
use store::administration::accounts;
use store::people::Person;
use uuid::Uuid;

use super::administers::Administers;
use super::managed::Managed;
use super::person_questions::{self, EMAIL};
use crate::app::{AccessChange, App, Letter, Says};
use crate::components::Button;
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::form::{Answers, PageForm};
use crate::http::path::At;
use crate::session::Flash;

/// Why an administrator is not asked for the address.
pub(super) const MANAGER_READDRESSES: &str = "Their email address is changed by a business unit manager, because whoever signs in with it can open cases.";

fn form<'a>(app: &'a App, administers: &'a Administers, one: &Managed) -> PageForm<'a> {
    let readdresses = administers.readdresses(one);
    let home = format!("/admin/people/{}", one.person.id);
    let shell = administers.form_shell(app, "Change a person", ("Back", &home));
    let page = FormPage::new(shell, "Change who this is").caption(one.name());
    let page = if readdresses { page } else { page.say(MANAGER_READDRESSES) };
    let page = page.button(Button::primary("Save the change")).kept();
    PageForm::new(app, &administers.visitor, format!("{home}/change"), home, page)
        .called("Change a person")
        .asking(person_questions::ask(&one.person, readdresses))
}

/// Shows what is known now.
pub(crate) async fn show(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let one = look(&app, &administers, id).await?;
    form(&app, &administers, &one).show().await
}

/// Changes it.
pub(crate) async fn change(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let one = look(&app, &administers, id).await?;
    let sent = form(&app, &administers, &one).sent(request).await?;
    let Some(read) = sent.fine() else { return sent.answer().await };
    if !administers.readdresses(&one) && !keeps_address(&sent.answers, &one.person) {
        return Err(Error::Denied);
    }
    let new = person_questions::answered(&read, one.person.clone());
    match save(&app, &administers, &one.person, new).await {
        Ok(next) => sent.done(Flash::new("The change is saved").next(next)).await,
        Err(store::Error::Taken) => {
            let message = "Somebody else has this address. Everybody needs an address of their own";
            sent.refused(EMAIL.name, message)
        }
        Err(error) => Err(error.into()),
    }
}

/// The person, if all of their roles are the visitor's to look after.
async fn look(app: &App, administers: &Administers, id: Uuid) -> Result<Managed, Error> {
    let one = Managed::one(&mut app.db().snapshot().await?, &administers.of, PersonId(id)).await?;
    if one.elsewhere { Err(Error::Denied) } else { Ok(one) }
}

/// Whether a form that does not ask for the address brings no other: one kept from before may still have it.
fn keeps_address(answers: &Answers, person: &Person) -> bool {
    let sent = answers.one(EMAIL.name).trim().to_lowercase();
    sent.is_empty() || person.email.as_ref() == Some(&sent)
}

/// Gives what happens next, where that is more than that it is saved.
async fn save(
    app: &App,
    administers: &Administers,
    old: &Person,
    new: Person,
) -> Result<Option<String>, store::Error> {
    let own = administers.is(old.id).then_some(store::Digest(administers.visitor.session));
    let saved = new.clone();
    let managers = administers
        .change(app, move |tx, author| {
            Box::pin(async move { accounts::change(tx, author, &saved, own).await })
        })
        .await?;
    if old.email == new.email {
        return Ok(None);
    }
    for email in [&old.email, &new.email].into_iter().flatten() {
        notify(app, &new, email).await;
    }
    administers.inform(app, &managers, &new, AccessChange::NewAddress).await;
    Ok(Some("They are signed out, and sign in with the new address from now on. We told the old address, the new one and the managers.".to_owned()))
}

/// Tells an address. That it could not be told does not undo the change.
async fn notify(app: &App, person: &Person, email: &str) {
    let letter = Letter {
        id: app.clock().id(),
        written: app.clock().now(),
        name: person.name.clone().unwrap_or_default(),
        email: email.to_owned(),
        says: Says::NewAddress { at: app.clock().now() },
    };
    if let Err(error) = app.post().send(letter).await {
        tracing::error!(%error, "a changed address could not be told");
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn a_new_address_signs_out_and_is_told_to_both() {
        let service = service().await;
        let patel = import::id_of("r-patel");
        let theirs = service.as_person("r-patel").await;
        let path = format!("/admin/people/{patel}/change");
        let fields = [("name", "R. Patel"), ("job_title", "Director"), ("email", "R.Patel@council.example")];
        let answered = service.as_person("sam-okafor").await.post(&path, &fields).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER);
        assert!(theirs.get("/account").await.location.starts_with("/sign-in"));
        let told: Vec<_> = service.post.letters.lock().unwrap().iter().map(|one| one.email.clone()).collect();
        let manager = "sam-okafor@northmere.example";
        assert_eq!(told, ["r-patel@northmere.example", "r.patel@council.example", manager]);
        let log = service.as_person("sam-okafor").await.get("/admin/log").await.text;
        assert!(log.contains("Changed the job title and email address of R. Patel"));
    }

    #[tokio::test]
    async fn an_address_belongs_to_one_person() {
        let service = service().await;
        let path = format!("/admin/people/{}/change", import::id_of("r-patel"));
        let fields = [("name", "R. Patel"), ("job_title", "D"), ("email", "a-chen@northmere.example")];
        let answered = service.as_person("sam-okafor").await.post(&path, &fields).await;
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answered.text.contains("Somebody else has this address"));
    }
}
