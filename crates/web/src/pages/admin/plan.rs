//! A partnership's plan of working days for a rapid review: local targets, which it may change as it likes.

use axum::extract::{Request, State};
use case::rules::{Milestone, Milestones};
use store::administration::choices;
use store::people::Partnership;
use uuid::Uuid;

use super::administers::Administers;
use super::plan_rows;
use crate::app::App;
use crate::components::{Button, ButtonLink};
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::form::{PageForm, Questions};
use crate::http::path::At;
use crate::session::Flash;

const LIST: &str = "/admin/rules";
const LABEL: &str = "Change the plan of working days";

fn plan(app: &App, of: &Partnership) -> Vec<Milestone> {
    app.known().basis.rules(Some(of.id)).choices().milestones.iter().cloned().collect()
}

fn form<'a>(
    app: &'a App,
    administers: &'a Administers,
    of: &Partnership,
    plan: &'a [Milestone],
) -> PageForm<'a> {
    let page = FormPage::new(administers.form_shell(app, LABEL, ("Back to the rules", LIST)), LABEL)
        .caption(&of.name)
        .say("Local targets within a rapid review, counted in working days from the notification, which is day 0. They remind, and are nobody’s law.")
        .say("The statutory deadline stands in the plan so that it is whole. It comes from the rules and cannot be changed here.")
        .button(Button::primary("Save the plan"))
        .kept()
        .link(ButtonLink::secondary("Cancel", LIST));
    PageForm::new(app, &administers.visitor, format!("/admin/plan/{}", of.id), LIST, page)
        .asking(Questions::new().ask(plan_rows::question(plan)))
        .unless_changed(plan, "Somebody else changed the plan while you were writing. Compare yours with the plan on the rules page, and save again")
}

/// Asks for the plan.
pub(crate) async fn ask(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let of = administers.partnership_of(&app, id)?;
    form(&app, &administers, &of, &plan(&app, &of)).show().await
}

/// Changes it. Open cases are counted by the new plan at once.
pub(crate) async fn change(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let of = administers.partnership_of(&app, id)?;
    let was = plan(&app, &of);
    let sent = form(&app, &administers, &of, &was).sent(request).await?;
    let Some(read) = sent.fine() else { return sent.answer().await };
    let rows = plan_rows::read(&mut read.fields(), &was);
    let plan = Milestones::try_from(rows).map_err(|_| Error::Unreadable)?;
    let change = administers.change(&app, move |tx, author| {
        Box::pin(async move { choices::change_plan(tx, author, of.id, &plan).await })
    });
    change.await?;
    let next = "Cases with an open rapid review have the new dates now.".to_owned();
    sent.done(Flash::new("The plan of working days is changed").next(next)).await
}
