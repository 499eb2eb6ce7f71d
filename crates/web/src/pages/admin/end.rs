//! Ending somebody's access: they hold no role here any more and are signed out everywhere.

use axum::extract::{Request, State};
use case::Membership;
use store::administration::accounts;
use store::administration::roles::{self, Ended};
use store::case_list::{self, Wanted};
use uuid::Uuid;

use super::administers::Administers;
use super::managed::{Managed, left_without, role_in_words};
use crate::app::{AccessChange, App, Letter, Says};
use crate::components::{Button, ButtonLink, SummaryList, SummaryRow};
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::form::request;
use crate::http::path::At;
use crate::http::respond;
use crate::session::{Flash, flash};

/// How many of the cases that somebody leads are named.
const NAMED: usize = 25;

/// Shows what it means.
pub(crate) async fn ask(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let one = administers.other(&app, id).await?;
    let mut tx = app.db().snapshot().await?;
    let last = roles::last_of(&mut tx, one.person.id, &one.roles).await?;
    drop(tx);
    respond::page(&page(&app, &administers, &one, &last).await?)
}

/// Ends it.
pub(crate) async fn end(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let one = administers.other(&app, id).await?;
    let answers = request::answers(request).await?;
    if !answers.has("do", "record") {
        return respond::go_to(&format!("/admin/people/{id}/end"));
    }
    let (person, of, warned) = (one.person.id, administers.of.clone(), answers.has("warned", "yes"));
    let ending = administers.change(&app, move |tx, author| {
        Box::pin(async move { accounts::end(tx, author, person, &of, warned).await })
    });
    let ended = match ending.await? {
        Ended::Done(ended) => ended,
        Ended::Last(last) => return respond::page(&page(&app, &administers, &one, &last).await?),
    };
    if !one.elsewhere {
        notify(&app, &one).await;
    }
    for (role, managers) in ended {
        administers.inform(&app, &managers, &one.person, AccessChange::RoleEnded(role)).await;
    }
    let said = format!("{} no longer has access", one.name());
    let next = "They are signed out everywhere.".to_owned();
    flash(&app, &administers.visitor, Flash::new(said).next(next)).await?;
    respond::go_to("/admin/people")
}

/// Tells them. That they could not be told does not give the access back.
async fn notify(app: &App, one: &Managed) {
    let Some(email) = one.person.email.clone() else { return };
    let letter = Letter {
        id: app.clock().id(),
        written: app.clock().now(),
        name: one.person.name.clone().unwrap_or_default(),
        email,
        says: Says::AccessEnded { on: app.clock().today() },
    };
    if let Err(error) = app.post().send(letter).await {
        tracing::error!(%error, "somebody could not be told that their access has ended");
    }
}

async fn page(
    app: &App,
    administers: &Administers,
    one: &Managed,
    last: &[Membership],
) -> Result<FormPage, Error> {
    let known = app.known();
    let back = format!("/admin/people/{}", one.person.id);
    let warned = if last.is_empty() { "no" } else { "yes" };
    let roles = one.roles.iter().fold(SummaryList::new(), |list, held| {
        list.row(SummaryRow::new("Role", role_in_words(&known, held)))
    });
    let title = format!("End the access of {}", one.name());
    let page = FormPage::new(administers.form_shell(app, "End access", ("Back", &back)), title)
        .show(roles)
        .happens("They are signed out everywhere, at once.")
        .happens("They lose these roles, and with them every case they could open.")
        .happens("What they recorded stays in the history of each case, under their name.");
    let page = left_without(&known, last).into_iter().fold(page, FormPage::warn);
    let page = match leads(app, administers, one).await? {
        Some(warning) => page.warn(warning),
        None => page,
    };
    Ok(page
        .hidden("warned", warned)
        .button(Button::warning("End their access").named("do", "record"))
        .link(ButtonLink::secondary("Keep it", back)))
}

/// The cases they lead, for whoever may know of cases.
async fn leads(app: &App, administers: &Administers, one: &Managed) -> Result<Option<String>, Error> {
    if !one.partnerships().into_iter().any(|of| administers.sees_cases_of(of)) {
        return Ok(None);
    }
    let wanted = Wanted { lead: Some(one.person.id), page: 1, ..Wanted::default() };
    let mut tx = app.db().snapshot().await?;
    let found = case_list::list(&mut tx, &administers.visitor.actor, &wanted, NAMED).await?;
    let open = found.rows.iter().filter(|row| row.stage != "closed");
    let named: Vec<_> = open.map(|row| row.reference.to_string()).collect();
    let more = if found.more { " and others" } else { "" };
    let warning =
        format!("They lead {}{more}. Choose another lead for each of these cases.", named.join(", "));
    Ok((!named.is_empty()).then_some(warning))
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use case::keeping::Lead;
    use case::{PersonId, Step};

    use crate::app::Says;
    use crate::tests::harness::service;

    #[tokio::test]
    async fn whoever_has_left_is_signed_out_and_told() {
        let service = service().await;
        let lee = import::id_of("lee-harper");
        let theirs = service.as_person("lee-harper").await;
        assert_eq!(theirs.get("/account").await.status, StatusCode::OK);
        let path = format!("/admin/people/{lee}/end");
        let browser = service.as_person("sam-okafor").await;
        assert!(browser.get(&path).await.text.contains("End the access of Lee Harper"));
        assert_eq!(browser.post(&path, &[]).await.location, path);
        assert_eq!(browser.post(&path, &[("do", "record")]).await.location, "/admin/people");
        assert!(theirs.get("/account").await.location.starts_with("/sign-in"));
        assert_eq!(browser.get(&format!("/admin/people/{lee}")).await.status, StatusCode::NOT_FOUND);
        let told = service.post.letters.lock().unwrap()[0].clone();
        assert!(matches!(told.says, Says::AccessEnded { .. }));
        assert_eq!(told.email, "lee-harper@northmere.example");
        assert!(browser.get("/admin/log").await.text.contains("Ended the access of Lee Harper"));
    }

    #[tokio::test]
    async fn an_administrator_is_told_of_no_case() {
        let service = service().await;
        let lee = import::id_of("lee-harper");
        service.record("2026-003", Step::AssignLead(Lead { person: PersonId(lee) })).await;
        let path = format!("/admin/people/{lee}/end");
        let manager = service.as_person("sam-okafor").await.open(&path).await;
        let warning = "They lead 2026-003. Choose another lead for each of these cases.";
        assert!(manager.says(warning), "{}", manager.words());
        let administrator = service.as_person("m-rees").await.open(&path).await;
        assert_eq!(administrator.heading(), manager.heading());
        assert!(
            !administrator.says("They lead") && !administrator.says("2026-003"),
            "{}",
            administrator.words()
        );
    }
}
