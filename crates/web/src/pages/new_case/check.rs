//! Everything once more, with what starting the case means: when the notification will be due.

use axum::extract::{Request, State};
use case::rules::Unit;
use case::{Case, ClockKey, Course, clocks};
use uuid::Uuid;

use super::begun::Starter;
use super::kind::KIND;
use super::people::LEAD;
use super::start::Start;
use super::title::TITLE;
use super::{CHECK, aware, people, place};
use crate::app::App;
use crate::components::{BackLink, Button, Inset, SummaryList, SummaryRow};
use crate::error::Answer;
use crate::form::dry_run::dry_run;
use crate::form::page::FormPage;
use crate::form::record::{Stamp, forget_draft};
use crate::form::{Answers, Problems, draft, request};
use crate::http::respond;
use crate::layout::{Before, Section, Shell};
use crate::session::SignedIn;
use crate::session::{Flash, flash};
use crate::text::date;
use crate::text::grammar::and;

/// The key of the request, which the draft keeps, so that opening this page again starts no second case.
const KEY: &str = "key";

/// Shows the answers and what follows from them.
pub(super) async fn show(State(app): State<App>, visitor: SignedIn) -> Answer {
    let starter = Starter::of(app, visitor)?;
    let mut answers = starter.answers().await?;
    if let Some(page) = starter.unanswered_before(CHECK, &answers) {
        return respond::go_to(page);
    }
    if Uuid::parse_str(answers.one(KEY)).is_err() {
        answers = answers.with(KEY, starter.app.clock().id().to_string());
        starter.keep(&answers).await?;
    }
    let request = Uuid::parse_str(answers.one(KEY)).unwrap_or_default();
    respond::page(&page(&starter, &answers, Stamp { version: 0, request }, &Problems::default()))
}

/// Starts the case.
pub(super) async fn start(State(app): State<App>, visitor: SignedIn, request: Request) -> Answer {
    let starter = Starter::of(app, visitor)?;
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        return starter.keep_for_later(answers).await;
    }
    let stamp = Stamp::read(&answers)?;
    let Some(start) = Start::of(&starter, &answers) else {
        return respond::go_to(starter.unanswered_before(CHECK, &starter.answers().await?).unwrap_or(CHECK));
    };
    if let Err(rejection) =
        dry_run(&starter.app, &starter.visitor, &Case::new(), std::slice::from_ref(&start.refer))
    {
        let mut problems = Problems::default();
        rejection.problems.iter().for_each(|problem| problems.add("", &problem.message));
        return respond::refused(&page(&starter, &answers, stamp, &problems));
    }
    let (receipt, case) = start.record(&starter, stamp).await?;
    forget_draft(starter.app.db(), &starter.visitor, super::NEW).await?;
    let happened = format!("Case {} started", receipt.reference);
    flash(
        &starter.app,
        &starter.visitor,
        Flash::new(happened).next(Some(due(&starter, &case, "The notification is due"))),
    )
    .await?;
    respond::go_to(&format!("/cases/{}", receipt.reference))
}

fn page(starter: &Starter, answers: &Answers, stamp: Stamp, problems: &Problems) -> FormPage {
    let shell = Shell::of(&starter.app, &starter.visitor, Section::Cases, "Start a case: check your answers")
        .after(Before::Back(BackLink::new("Back", "/cases/new/people")));
    FormPage::new(shell, "Check and start the case")
        .caption("Start a case")
        .problems(problems)
        .show(list(starter, answers))
        .show(Inset::new(foreseen(starter, answers)))
        .what_happens("What happens when you start it")
        .happens("The case gets its reference, which never changes.")
        .happens("The people named have access. Nobody is told by this.")
        .happens("Everything about the child comes later, with the notification.")
        .to(CHECK)
        .field(stamp)
        .carrying(answers)
        .button(Button::primary("Start the case"))
        .button(Button::secondary("Save and come back later").named("do", "draft"))
}

fn list(starter: &Starter, answers: &Answers) -> SummaryList {
    let names = &starter.app.known().names;
    let lead = LEAD.read(answers, starter.today());
    let others = people::listed(starter, answers).into_iter().filter(|one| Some(one.person) != lead);
    let others: Vec<_> = others.map(|one| names.person(one.person)).collect();
    let others = if others.is_empty() { "Nobody else yet".to_owned() } else { and(&others) };
    let lead = lead.map_or_else(String::new, |lead| names.person(lead));
    let row = |key: &str, value: String, page: &str, hidden: &str| {
        SummaryRow::new(key, value).change(format!("/cases/new{page}?then=check"), hidden)
    };
    SummaryList::new()
        .row(row("Council became aware", aware::said(answers), "", "when the council became aware"))
        .row(row("Kind of case", KIND.say(answers), "/kind", "the kind of case"))
        .row(row("Where", place::said(starter, answers), "/where", "where it happened"))
        .row(row("Local title", TITLE.say(answers), "/title", "the local title"))
        .row(row("Lead", lead, "/people", "who leads the case"))
        .row(row("Access from the beginning", others, "/people", "who has access"))
}

/// What the real clocks say of the case as it would stand.
fn foreseen(starter: &Starter, answers: &Answers) -> String {
    let Some(start) = Start::of(starter, answers) else { return String::new() };
    match dry_run(&starter.app, &starter.visitor, &Case::new(), &[start.refer]) {
        Ok(case) => due(starter, &case, "The notification will be due on"),
        Err(rejection) => rejection.to_string(),
    }
}

/// When the notification is due, in a sentence that begins so.
fn due(starter: &Starter, case: &Case, begins: &str) -> String {
    let known = starter.app.known();
    let all = clocks(case, known.basis.rules_of(case), known.basis.calendar());
    let Some(clock) = all.iter().find(|clock| clock.key == ClockKey::Notification) else {
        return String::new();
    };
    match (clock.course, &clock.due) {
        (Course::NotNeeded(why), _) => format!("No notification is due: {why}."),
        (_, Ok(due)) => {
            let counted = clock.count.filter(|count| count.unit != Unit::None && begins.ends_with("on"));
            let counted = counted.map(|count| format!(" ({})", count.words())).unwrap_or_default();
            format!("{begins} {}{counted}.", date::weekday(due.date))
        }
        (_, Err(why)) => format!("When the notification is due cannot be worked out: {why}."),
    }
}
