//! A partnership's plan of working days for a rapid review: local targets, which it may change as it likes.

use axum::extract::{Request, State};
use case::PartnershipId;
use case::rules::{Milestone, Milestones};
use serde::Serialize;
use store::administration::choices;
use store::people::Partnership;
use uuid::Uuid;

use super::administers::Administers;
use super::plan_rows::{self, Row};
use crate::app::App;
use crate::components::{Button, ButtonLink};
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

const LIST: &str = "/admin/rules";
const LABEL: &str = "Change the plan of working days";

/// What the form carries unseen: the plan as it was when it was opened.
const SEEN: &str = "seen";

fn path(id: PartnershipId) -> String {
    format!("/admin/plan/{id}")
}

/// Asks for the plan.
pub(crate) async fn ask(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let of = look(&app, &administers, id)?;
    let begun = draft::draft(&app, &administers.visitor, &path(of.id)).await?;
    let answers =
        begun.unwrap_or_else(|| plan_rows::answers(&plan(&app, &of)).and(SEEN, seen(&plan(&app, &of))));
    respond::page(&page(&app, &administers, &of, &answers, &Problems::default()))
}

/// Changes it. Open cases are counted by the new plan at once.
pub(crate) async fn change(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let of = look(&app, &administers, id)?;
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        return draft::keep(&app, &administers.visitor, &path(of.id), LABEL, answers, LIST).await;
    }
    let mut fields = Fields::of(&answers);
    let rows = plan_rows::read(&mut fields, plan(&app, &of));
    if answers.one(SEEN) != seen(&plan(&app, &of)) {
        let message = "Somebody else changed the plan while you were writing. Compare yours with the plan on the rules page, and save again";
        fields.problems.add("", message);
    }
    if !fields.are_fine() {
        let answers = answers.clone().with(SEEN, seen(&plan(&app, &of)));
        return respond::refused(&page(&app, &administers, &of, &answers, &fields.problems));
    }
    save(&app, &administers, of.id, rows).await?;
    forget_draft(app.db(), &administers.visitor, &path(of.id)).await?;
    let next = "Cases with an open rapid review have the new dates now.".to_owned();
    flash(&app, &administers.visitor, Flash::new("The plan of working days is changed").next(Some(next)))
        .await?;
    respond::go_to(LIST)
}

async fn save(
    app: &App,
    administers: &Administers,
    of: PartnershipId,
    rows: Vec<Milestone>,
) -> Result<(), Error> {
    let plan = Milestones::try_from(rows).map_err(|_| Error::Unreadable)?;
    administers
        .change(app, move |tx, author| {
            Box::pin(async move { choices::change_plan(tx, author, of, &plan).await })
        })
        .await?;
    Ok(())
}

/// A partnership, if it is the visitor's to look after.
pub(super) fn look(app: &App, administers: &Administers, id: Uuid) -> Result<Partnership, Error> {
    let id = PartnershipId(id);
    let known = app.known();
    known.partnership(id).filter(|_| administers.manages(id)).cloned().ok_or(Error::NotFound)
}

fn plan(app: &App, of: &Partnership) -> Vec<Milestone> {
    app.known().basis.rules(Some(of.id)).choices().milestones.iter().cloned().collect()
}

/// By which is seen whether somebody else changed a setting meanwhile.
pub(super) fn seen<T: Serialize + ?Sized>(setting: &T) -> String {
    let text = serde_json::to_string(setting).unwrap_or_default();
    Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()).to_string()
}

fn page(
    app: &App,
    administers: &Administers,
    of: &Partnership,
    answers: &Answers,
    problems: &Problems,
) -> FormPage {
    let shell = administers.form_shell(app, LABEL, ("Back to the rules", LIST));
    let rows = plan_rows::asked(&plan(app, of), answers, problems);
    let mut page = FormPage::new(shell, LABEL)
        .caption(&of.name)
        .say("Local targets within a rapid review, counted in working days from the notification, which is day 0. They remind, and are nobody’s law.")
        .say("The statutory deadline stands in the plan so that it is whole. It comes from the rules and cannot be changed here.")
        .problems(problems)
        .to(path(of.id))
        .hidden(SEEN, answers.one(SEEN));
    for row in rows {
        page = match row {
            Row::Statutory(shown) => page.field(shown),
            Row::Asked(fields) => page.field(fields),
        };
    }
    page.button(Button::primary("Save the plan")).kept().link(ButtonLink::secondary("Cancel", LIST))
}
