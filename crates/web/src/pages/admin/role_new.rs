//! Giving somebody another role.

use axum::extract::{Request, State};
use store::administration::roles;
use uuid::Uuid;

use super::administers::Administers;
use super::managed::Managed;
use super::role_questions::RoleQuestions;
use crate::app::{AccessChange, App};
use crate::components::Button;
use crate::error::Answer;
use crate::form::page::FormPage;
use crate::form::{PageForm, Questions};
use crate::http::path::At;
use crate::session::Flash;

fn form<'a>(
    app: &'a App,
    administers: &'a Administers,
    one: &Managed,
    roles: &'a RoleQuestions<'a>,
) -> PageForm<'a> {
    let home = format!("/admin/people/{}", one.person.id);
    let shell = administers.form_shell(app, "Give another role", ("Back", &home));
    let page = FormPage::new(shell, "Give another role")
        .caption(one.name())
        .button(Button::primary("Give this role"))
        .kept();
    PageForm::new(app, &administers.visitor, format!("{home}/roles/new"), home, page)
        .asking(roles.ask(app, Questions::new()))
        .checking(|read, problems| roles.check(read, problems))
}

/// Asks which role.
pub(crate) async fn ask(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let one = administers.other(&app, id).await?;
    let roles = RoleQuestions::load(&app, &administers).await?;
    form(&app, &administers, &one, &roles).show().await
}

/// Gives it.
pub(crate) async fn give(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let one = administers.other(&app, id).await?;
    let asked = RoleQuestions::load(&app, &administers).await?;
    let sent = form(&app, &administers, &one, &asked).sent(request).await?;
    let chosen = sent.fine().and_then(|read| asked.chosen(&read));
    let Some(membership) = chosen else { return sent.answer().await };
    let (person, role) = (one.person.id, membership.role);
    let giving = administers.change(&app, move |tx, author| {
        Box::pin(async move { roles::give(tx, author, person, &membership).await })
    });
    let managers = giving.await?;
    administers.inform(&app, &managers, &one.person, AccessChange::RoleGiven(role)).await;
    sent.done(Flash::new(format!("{} now has the role {}", one.name(), role.label()))).await
}
