//! Taking a role from somebody.

use axum::extract::{RawQuery, Request, State};
use case::{Membership, OrganisationId, PartnershipId, Role};
use store::administration::roles::{self, Ended};
use uuid::Uuid;

use super::administers::Administers;
use super::managed::{Managed, left_without, role_in_words};
use crate::app::{AccessChange, App};
use crate::components::{Button, ButtonLink};
use crate::error::{Answer, Error};
use crate::form::asked::code;
use crate::form::page::FormPage;
use crate::form::parse::Fields;
use crate::form::record::forget_draft;
use crate::form::{Answers, draft, request};
use crate::http::path::At;
use crate::http::respond;
use crate::session::{Flash, flash};

fn path(id: Uuid) -> String {
    format!("/admin/people/{id}/roles/end")
}

/// Shows what ending a role means.
pub(crate) async fn ask(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    RawQuery(query): RawQuery,
) -> Answer {
    let one = administers.other(&app, id).await?;
    // Whoever was signed out on the way comes back to the address alone, and finds what they had chosen.
    let answers = match query {
        Some(query) => Answers::read(query.as_bytes()),
        None => draft::draft(&app, &administers.visitor, &path(id)).await?.unwrap_or_default(),
    };
    let role = held(&one, &answers)?;
    let mut tx = app.db().snapshot().await?;
    let last = roles::last_of(&mut tx, one.person.id, std::slice::from_ref(&role)).await?;
    respond::page(&page(&app, &administers, &one, &role, &last))
}

/// Ends it. Whoever has no role left is signed out.
pub(crate) async fn end(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let one = administers.other(&app, id).await?;
    let answers = request::answers(request).await?;
    let role = held(&one, &answers)?;
    if !answers.has("do", "record") {
        return respond::page(&page(&app, &administers, &one, &role, &[]));
    }
    let (person, ending, warned) = (one.person.id, role.clone(), answers.has("warned", "yes"));
    let ending = administers.change(&app, move |tx, author| {
        Box::pin(async move { roles::end(tx, author, person, &ending, warned).await })
    });
    let ended = match ending.await? {
        Ended::Done(ended) => ended,
        Ended::Last(last) => return respond::page(&page(&app, &administers, &one, &role, &last)),
    };
    for (role, managers) in ended {
        administers.inform(&app, &managers, &one.person, AccessChange::RoleEnded(role)).await;
    }
    forget_draft(app.db(), &administers.visitor, &path(id)).await?;
    let said = format!("{} no longer has the role {}", one.name(), role.role.label());
    flash(&app, &administers.visitor, Flash::new(said)).await?;
    let is_last = one.roles.len() == 1;
    respond::go_to(&if is_last { "/admin/people".to_owned() } else { format!("/admin/people/{id}") })
}

/// The role that an address or a form names, among those the person holds.
fn held(one: &Managed, answers: &Answers) -> Result<Membership, Error> {
    let mut fields = Fields::of(answers);
    let organisation = fields.id("organisation", "").map(OrganisationId);
    let partnership = fields.id("partnership", "").map(PartnershipId);
    let role = fields.choice::<Role>("role", "");
    let named = |held: &&Membership| {
        Some(held.organisation) == organisation
            && Some(held.partnership) == partnership
            && Some(held.role) == role
    };
    one.roles.iter().find(named).cloned().ok_or(Error::NotFound)
}

fn page(
    app: &App,
    administers: &Administers,
    one: &Managed,
    role: &Membership,
    last: &[Membership],
) -> FormPage {
    let known = app.known();
    let back = format!("/admin/people/{}", one.person.id);
    let page = FormPage::new(administers.form_shell(app, "End a role", ("Back", &back)), "End this role")
        .caption(one.name())
        .say(format!("{}.", role_in_words(&known, role)))
        .happens("From now on they can do nothing by this role, and open no case by it.")
        .happens("What they recorded stays in the history of each case, under their name.");
    let page = left_without(&known, last).into_iter().fold(page, FormPage::warn);
    let page = if one.roles.len() == 1 && !one.elsewhere {
        page.happens("It is their only role, so they are signed out and cannot sign in again.")
    } else {
        page
    };
    page.to(path(one.person.id.0))
        .hidden("organisation", role.organisation.to_string())
        .hidden("partnership", role.partnership.to_string())
        .hidden("role", code(&role.role))
        .hidden("warned", if last.is_empty() { "no" } else { "yes" })
        .button(Button::warning("End this role").named("do", "record"))
        .link(ButtonLink::secondary("Keep it", back))
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn a_role_is_given_and_ended_and_both_are_noted() {
        let service = service().await;
        let (lee, unit) = (import::id_of("lee-harper"), import::id_of("northmere-partnership").to_string());
        let northmere = import::id_of("northmere").to_string();
        let browser = service.as_person("sam-okafor").await;
        let fields = [("organisation", unit.as_str()), ("role", "business_unit_manager")];
        let answered = browser.post(&format!("/admin/people/{lee}/roles/new"), &fields).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER);
        assert_eq!(service.as_person("lee-harper").await.get("/admin/people").await.status, StatusCode::OK);
        let fields = [fields[0], fields[1], ("partnership", &northmere), ("warned", "no"), ("do", "record")];
        let answered = browser.post(&format!("/admin/people/{lee}/roles/end"), &fields).await;
        assert_eq!(answered.location, format!("/admin/people/{lee}"));
        let page = browser.get("/admin/log").await.text;
        assert!(page.contains("Gave Lee Harper the role business unit manager"));
        assert!(page.contains("Ended the role business unit manager of Lee Harper"));
    }

    #[tokio::test]
    async fn the_last_manager_goes_only_after_a_warning() {
        let service = service().await;
        let sam = import::id_of("sam-okafor");
        let browser = service.as_person("m-rees").await;
        let page = browser.get(&format!("/admin/people/{sam}")).await.text;
        let link = page.split("href=\"").find(|part| part.contains("/roles/end?")).unwrap();
        let link = link.split('"').next().unwrap().replace("&#38;", "&");
        let shown = browser.get(&link).await.text;
        assert!(shown.contains("This is the last business unit manager"));
        let query = link.split_once('?').unwrap().1;
        let fields = query.split('&').map(|pair| pair.split_once('=').unwrap());
        let fields: Vec<_> = fields.chain([("do", "record")]).collect();
        let path = format!("/admin/people/{sam}/roles/end");
        let unwarned = browser.post(&path, &fields).await;
        assert!(unwarned.status == StatusCode::OK && unwarned.text.contains("This is the last"));
        let warned: Vec<_> = fields.into_iter().chain([("warned", "yes")]).collect();
        assert_eq!(browser.post(&path, &warned).await.location, "/admin/people");
    }
}
