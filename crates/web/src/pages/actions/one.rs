//! One action in full, for whoever owns it and for whoever follows it.

use askama::Template;
use axum::extract::State;
use case::{Area, ClockKey, Fact, Word};

use super::Number;
use super::close::Close;
use super::complete::Complete;
use super::evidence::Evidence;
use super::move_on::MoveOn;
use super::record::{ActionRecord, recommendation};
use super::supersede::Supersede;
use super::update::Update;
use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::header::CasePage;
use crate::case_view::timeline::Fates;
use crate::components::{
    Breadcrumbs, ButtonLink, CaseHeader, ContextualDate, SummaryList, SummaryRow, Timeline,
};
use crate::error::{Answer, Error};
use crate::form::asked::capital;
use crate::form::case_form::{first_offered, offer};
use crate::http::path::Below;
use crate::http::respond;
use crate::layout::{Before, Section, Shell};
use crate::text::date;

#[derive(Template)]
#[template(path = "pages/actions/one.html")]
struct Page {
    shell: Shell,
    /// The head of the case, for those who may see its course.
    header: Option<CaseHeader>,
    caption: String,
    heading: String,
    due: ContextualDate,
    working: Option<String>,
    buttons: Vec<ButtonLink>,
    facts: SummaryList,
    two_dates: SummaryList,
    notes: Timeline,
    others: Vec<ButtonLink>,
}

/// Shows it.
pub(crate) async fn show(
    State(app): State<App>,
    Below(Number(number)): Below<Number>,
    open: OpenCase,
) -> Answer {
    let open = open.within(Area::Action(number))?;
    let action = ActionRecord::of(&open.case, number).ok_or(Error::NotFound)?;
    respond::page(&page(&app, &open, number, &action))
}

fn page(app: &App, open: &OpenCase, number: u16, action: &ActionRecord<'_>) -> Page {
    let due = action.standing.action.due;
    let (timing, edge) = action.timing(&open.known, open.today);
    let is_whole = open.shows(Area::Overview);
    let has_working = open.clocks().iter().any(|clock| clock.key == ClockKey::Action(number));
    let next = [
        (&Evidence(number) as &dyn crate::form::Form, "Judge the evidence of its effect"),
        (&Update(number), "Add an update"),
    ];
    let is_judged = action.standing.made_a_difference();
    let close = offer(&Close(number), open, "Close the action");
    let buttons = match close {
        Some(_) if is_judged => {
            vec![ButtonLink::primary("Close the action", open.address(&format!("/actions/{number}/close")))]
        }
        close => first_offered(&next, open)
            .into_iter()
            .chain(offer(&Complete(number), open, "Record as done"))
            .chain(close)
            .collect(),
    };
    Page {
        shell: shell(app, open, number),
        header: is_whole.then(|| open.header(CasePage::Actions)),
        caption: format!("Case {} action {number}", open.reference),
        heading: action.text(),
        due: ContextualDate::new(date::weekday(due), timing, edge).datetime(due.to_string()),
        working: has_working.then(|| open.address(&format!("/deadlines/action-{number}"))),
        buttons,
        facts: facts(open, action),
        two_dates: two_dates(action),
        notes: notes(open, number),
        others: [
            offer(&MoveOn(number), open, "Change the due date"),
            offer(&Supersede(number), open, "Replace the action"),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// Whoever may not see the course of the case finds no way into it.
fn shell(app: &App, open: &OpenCase, number: u16) -> Shell {
    let title = format!("action {number}");
    if open.shows(Area::Overview) {
        return open.shell(app, &title);
    }
    let title = format!("Case {}: {title}", open.reference);
    let crumbs = Breadcrumbs::new().crumb("Home", "/").crumb("Your actions", "/actions");
    Shell::of(app, &open.visitor, Section::OwnActions, &title).after(Before::Crumbs(crumbs)).wide()
}

fn facts(open: &OpenCase, action: &ActionRecord<'_>) -> SummaryList {
    let rows = SummaryList::new()
        .row(SummaryRow::new("Owner", action.owner(&open.known)))
        .row(SummaryRow::new("How we will know", action.measure()))
        .row(SummaryRow::new("State", action.state()));
    // The recommendation is part of the review, which an agency may not read.
    match action.standing.action.recommendation.filter(|_| open.shows(Area::RapidReview)) {
        Some(number) => {
            let says = recommendation(&Entries::of(&open.case), number);
            rows.row(SummaryRow::new(format!("Recommendation {number}"), says))
        }
        None => rows,
    }
}

/// Done and having made a difference are two dates, each with its evidence.
fn two_dates(action: &ActionRecord<'_>) -> SummaryList {
    let done = action.last(|fact| matches!(fact, Fact::ActionCompleted(_)));
    let judged = action.last(|fact| matches!(fact, Fact::ImpactJudged(_)));
    let closed = action.last(|fact| matches!(fact, Fact::ActionClosed(_) | Fact::ActionSuperseded(_)));
    let difference = judged.filter(|_| action.standing.made_a_difference()).map(|event| date::when(event.on));
    let list = SummaryList::new()
        .row(SummaryRow::strong("Done", done.map_or("Not yet".to_owned(), |event| date::when(event.on))));
    let list = and(list, "Evidence that it was done", done.map(|event| wrote(event, Word::Evidence)));
    let list =
        list.row(SummaryRow::strong("Made a difference", difference.unwrap_or("Not shown yet".to_owned())));
    let list = match (&action.standing.impact, judged) {
        (Some(impact), Some(event)) => {
            let judgement = format!(
                "{}, judged {} by {}",
                capital(&impact.judgement),
                super::record::on(event.on),
                wrote(event, Word::DecidedBy)
            );
            let kind = format!("Evidence of impact ({})", impact.kind);
            list.row(SummaryRow::new("Judgement", judgement))
                .row(SummaryRow::new(kind, wrote(event, Word::Evidence)))
        }
        _ => list,
    };
    let list = and(list, "Closed", closed.map(|event| date::when(event.on)));
    let list = match closed.map(|event| &event.fact) {
        Some(Fact::ActionSuperseded(of)) => and(list, "Replaced by", of.by.map(|by| format!("Action {by}"))),
        _ => list,
    };
    and(list, "Why", closed.map(|event| wrote(event, Word::Reason)))
}

fn and(list: SummaryList, key: &str, value: Option<String>) -> SummaryList {
    match value.filter(|value| !value.is_empty()) {
        Some(value) => list.row(SummaryRow::new(key, value)),
        None => list,
    }
}

/// Everything recorded of it, the latest first.
fn notes(open: &OpenCase, number: u16) -> Timeline {
    let history = open.case.history();
    let fates = Fates::of(history);
    let of_it =
        history.iter().rev().filter(|recorded| Area::of(&recorded.event.fact) == Area::Action(number));
    // The heading above is one level higher where no head of the case is over it.
    let timeline = Timeline::new().level(if open.shows(Area::Overview) { 4 } else { 3 });
    of_it.fold(timeline, |timeline, recorded| timeline.entry(open.told(recorded, &fates)))
}
