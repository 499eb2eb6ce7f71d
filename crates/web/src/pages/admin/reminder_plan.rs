//! When a partnership reminds of one kind of deadline.

use axum::extract::{Request, State};
use case::reminders::{Plan, Schedule};
use store::administration::choices;
use store::people::Partnership;
use uuid::Uuid;

use super::administers::Administers;
use super::plan::{look, seen};
use super::reminder_plan_fields as plan_fields;
use super::reminders::{LIST, SEEN, lower_senior, settings, slug};
use crate::app::App;
use crate::components::{Button, ButtonLink, SummaryList, SummaryRow};
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
use crate::text::grammar::lower_first;
use crate::text::reminder::{ahead, deadline, overdue, readers, schedule};

const PUT_BACK: &str = "Put back what CSPR Tracker comes with";

/// The plan somebody changes.
struct Changing {
    of: Partnership,
    plan: Plan,
    shipped: Plan,
}

impl Changing {
    /// Of this partnership, if it is the visitor's to look after, and of the kind that the address names.
    fn look(app: &App, administers: &Administers, (id, kind): (Uuid, &str)) -> Result<Self, Error> {
        let of = look(app, administers, id)?;
        let known = app.known();
        let schedule = schedule(settings(&known, of.id));
        let plan = schedule.plans().find(|plan| slug(plan.kind) == kind).cloned().ok_or(Error::NotFound)?;
        let shipped = Schedule::shipped().plan(plan.kind).cloned().ok_or(Error::NotFound)?;
        Ok(Self { of, plan, shipped })
    }

    fn title(&self) -> String {
        format!("Reminders: {}", lower_first(deadline(self.plan.kind)))
    }

    fn path(&self) -> String {
        format!("{LIST}/{}/{}", self.of.id, slug(self.plan.kind))
    }
}

/// Asks for the days.
pub(crate) async fn ask(
    State(app): State<App>,
    administers: Administers,
    At((id, kind)): At<(Uuid, String)>,
) -> Answer {
    let changing = Changing::look(&app, &administers, (id, &kind))?;
    let begun = draft::draft(&app, &administers.visitor, &changing.path()).await?;
    let answers =
        begun.unwrap_or_else(|| plan_fields::answers(&changing.plan).and(SEEN, seen(&changing.plan)));
    respond::page(&page(&app, &administers, &changing, &answers, &Problems::default()))
}

/// Changes them, or puts back those that come with the program.
pub(crate) async fn change(
    State(app): State<App>,
    administers: Administers,
    At((id, kind)): At<(Uuid, String)>,
    request: Request,
) -> Answer {
    let changing = Changing::look(&app, &administers, (id, &kind))?;
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        let (path, label) = (changing.path(), changing.title());
        return draft::keep(&app, &administers.visitor, &path, &label, answers, LIST).await;
    }
    let mut fields = Fields::of(&answers);
    let plan = match answers.one("do") {
        "shipped" => Some(changing.shipped.clone()),
        _ => plan_fields::read(&mut fields, &changing.plan),
    };
    if answers.one(SEEN) != seen(&changing.plan) {
        let message = "Somebody else changed these reminders while you were writing. Look at them on the page of reminders, and save again";
        fields.problems.add("", message);
    }
    let Some(plan) = plan.filter(|_| fields.are_fine()) else {
        let answers = answers.clone().with(SEEN, seen(&changing.plan));
        return respond::refused(&page(&app, &administers, &changing, &answers, &fields.problems));
    };
    let of = changing.of.id;
    administers
        .change(&app, move |tx, author| {
            Box::pin(async move { choices::change_reminder_plan(tx, author, of, plan).await })
        })
        .await?;
    forget_draft(app.db(), &administers.visitor, &changing.path()).await?;
    let happened = format!("Reminders are changed: {}", lower_first(deadline(changing.plan.kind)));
    let next = "They go by the new days from now on. What was sent stays sent.".to_owned();
    flash(&app, &administers.visitor, Flash::new(happened).next(Some(next))).await?;
    respond::go_to(LIST)
}

fn page(
    app: &App,
    administers: &Administers,
    changing: &Changing,
    answers: &Answers,
    problems: &Problems,
) -> FormPage {
    let known = app.known();
    let senior = lower_senior(&known, settings(&known, changing.of.id));
    let (shipped, plan) = (&changing.shipped, &changing.plan);
    let comes_with = format!(
        "{}\nWhen it is overdue: {}\n{}",
        ahead(&shipped.months_before, &shipped.before),
        lower_first(&overdue(shipped.overdue.as_ref())),
        readers(shipped, &senior)
    );
    let facts = SummaryList::new()
        .row(SummaryRow::new("Who is told", readers(plan, &senior)))
        .row(SummaryRow::new("What CSPR Tracker comes with", comes_with));
    let title = changing.title();
    let shell = administers.form_shell(app, &title, ("Back to reminders", LIST));
    let page = FormPage::new(shell, title)
        .caption(&changing.of.name)
        .problems(problems)
        .show(facts)
        .to(changing.path())
        .hidden(SEEN, answers.one(SEEN))
        .field(plan_fields::ask(answers, problems))
        .button(Button::primary("Save the days"))
        .kept();
    let page =
        if plan == shipped { page } else { page.button(Button::secondary(PUT_BACK).named("do", "shipped")) };
    page.link(ButtonLink::secondary("Cancel", LIST))
}
