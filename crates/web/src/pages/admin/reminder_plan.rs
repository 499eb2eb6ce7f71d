//! When a partnership reminds of one kind of deadline.

use axum::extract::{Request, State};
use case::reminders::{Plan, Schedule};
use store::administration::choices;
use store::people::Partnership;
use uuid::Uuid;

use super::administers::Administers;
use super::reminder_plan_questions as questions;
use super::reminders::{LIST, lower_senior, settings, slug};
use crate::app::App;
use crate::components::{Button, ButtonLink, SummaryList, SummaryRow};
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::form::{Answers, PageForm, Problems, request};
use crate::http::path::At;
use crate::session::Flash;
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
        let of = administers.partnership_of(app, id)?;
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

    /// What was sent, with the days that come with the program in place of those that were written.
    fn put_back(&self, app: &App, sent: &Answers) -> Answers {
        let shipped = questions::ask(&self.shipped).begin(None, app.clock().today());
        shipped.iter().fold(sent.clone(), |answers, (name, value)| answers.with(name, value))
    }
}

fn form<'a>(app: &'a App, administers: &'a Administers, changing: &'a Changing) -> PageForm<'a> {
    let plan = &changing.plan;
    PageForm::new(app, &administers.visitor, changing.path(), LIST, page(app, administers, changing))
        .asking(questions::ask(plan))
        .checking(|read, problems| drop(questions::read(read, plan, problems)))
        .unless_changed(plan, "Somebody else changed these reminders while you were writing. Look at them on the page of reminders, and save again")
}

/// Asks for the days.
pub(crate) async fn ask(
    State(app): State<App>,
    administers: Administers,
    At((id, kind)): At<(Uuid, String)>,
) -> Answer {
    let changing = Changing::look(&app, &administers, (id, &kind))?;
    form(&app, &administers, &changing).show().await
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
    let answers = if answers.has("do", "shipped") { changing.put_back(&app, &answers) } else { answers };
    let sent = form(&app, &administers, &changing).answered(answers);
    let plan = sent.fine().and_then(|read| questions::read(&read, &changing.plan, &mut Problems::default()));
    let Some(plan) = plan else { return sent.answer().await };
    let of = changing.of.id;
    let change = administers.change(&app, move |tx, author| {
        Box::pin(async move { choices::change_reminder_plan(tx, author, of, plan).await })
    });
    change.await?;
    let happened = format!("Reminders are changed: {}", lower_first(deadline(changing.plan.kind)));
    let next = "They go by the new days from now on. What was sent stays sent.".to_owned();
    sent.done(Flash::new(happened).next(next)).await
}

fn page(app: &App, administers: &Administers, changing: &Changing) -> FormPage {
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
        .show(facts)
        .button(Button::primary("Save the days"))
        .kept();
    let page =
        if plan == shipped { page } else { page.button(Button::secondary(PUT_BACK).named("do", "shipped")) };
    page.link(ButtonLink::secondary("Cancel", LIST))
}
