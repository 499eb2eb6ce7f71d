//! The action plan of a case: its recommendations, what is done about each, and the learning that was shared.

use axum::extract::State;
use case::actions::{ActionState, ReviewRecommendation};
use case::{Area, Fact, Word};

use super::impact_review::Impact;
use super::learning_new::NewLearning;
use super::new::NewAction;
use super::recommendation_new::NewRecommendation;
use super::record::{self, ActionRecord};
use super::respond::Respond;
use super::{HOME, next};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::components::{ButtonLink, Cell, ContextualDate, Inset, SummaryList, SummaryRow, Table};
use crate::error::{Answer, Error};
use crate::form::asked::capital;
use crate::form::case_form::is_offered;
use crate::http::respond;
use crate::pages::offered;
use crate::text::{date, due_date};

/// Shows it. Whoever may see only some actions is led to the list of their own.
pub(crate) async fn show(State(app): State<App>, open: OpenCase) -> Answer {
    if !open.shows(Area::Overview) {
        let owns_some = open.case.actions.actions.keys().any(|number| open.shows(Area::Action(*number)));
        return if owns_some { respond::go_to("/actions") } else { Err(Error::NotFound) };
    }
    respond::page(&page(&app, &open))
}

fn page(app: &App, open: &OpenCase) -> CaseSection {
    let entries = Entries::of(&open.case);
    let page = CaseSection::new(app, open, CasePage::Actions, "Actions", "actions")
        .first(Inset::new(first(open)))
        .buttons(buttons(open))
        .part(recommendations(open, &entries).links(offered::link(&NewRecommendation, open)));
    let shared = learning(&entries).links(offered::link(&NewLearning, open));
    page.part(without(open)).part(shared)
}

fn buttons(open: &OpenCase) -> Vec<ButtonLink> {
    let next = next(open).filter(|next| !next.leads_to(&open.address(HOME)));
    let others = offered::others(&[&Impact, &NewAction], open, next.as_ref());
    next.into_iter().chain(others).collect()
}

/// “4 open, 1 overdue, 2 waiting for impact evidence.”
fn first(open: &OpenCase) -> String {
    if open.case.actions.actions.is_empty() {
        return "There are no actions yet. They can be opened at any stage: learning should not wait."
            .to_owned();
    }
    let (not_closed, overdue, waiting) = counts(open);
    match not_closed {
        0 => "All actions are closed.".to_owned(),
        _ => format!("{not_closed} open, {overdue} overdue, {waiting} waiting for impact evidence."),
    }
}

fn counts(open: &OpenCase) -> (usize, usize, usize) {
    let all = || open.case.actions.open();
    let overdue = all().filter(|one| one.state() == ActionState::Open && one.action.due < open.today);
    let waiting = all().filter(|one| one.state() == ActionState::AwaitingImpact);
    (all().count(), overdue.count(), waiting.count())
}

fn recommendations(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let part = Part::new("recommendations", "Recommendations");
    open.case.actions.recommendations.iter().fold(part, |part, (number, (of, accepted))| {
        let part = part.show(card(open, entries, *number, (of, *accepted)));
        match table(open, &format!("Actions for recommendation {number}"), Some(*number)) {
            Some(table) => part.show(table),
            None => part.show(Inset::new(format!("No action carries out recommendation {number} yet."))),
        }
    })
}

fn card(
    open: &OpenCase,
    entries: &Entries<'_>,
    number: u16,
    (of, accepted): (&ReviewRecommendation, Option<bool>),
) -> SummaryList {
    let row = SummaryRow::new("Accepted", record::answer(entries, number, accepted));
    let form = Respond(number);
    let row = if is_offered(&form, open) {
        let href = open.address(&format!("/actions/recommendations/{number}"));
        row.second("Record the answer", href, format!("to recommendation {number}"))
    } else {
        row
    };
    let list = SummaryList::new()
        .card(format!("Recommendation {number}"), 4)
        .row(SummaryRow::new("What it says", record::recommendation(entries, number)))
        .row(SummaryRow::new("Comes from", capital(&of.source)));
    let list = match of.key_line {
        Some(line) => list.row(SummaryRow::new("Key line of enquiry", line.to_string())),
        None => list,
    };
    let list = match of.addressed_to {
        Some(to) => list.row(SummaryRow::new("Addressed to", open.names().organisation(to))),
        None => list,
    };
    list.row(row)
}

fn without(open: &OpenCase) -> Part {
    let part = Part::new("without", "Actions without a recommendation");
    match table(open, "Actions without a recommendation", None) {
        Some(table) => part.show(table),
        None => part,
    }
}

/// The actions for a recommendation, or those for none.
fn table(open: &OpenCase, caption: &str, recommendation: Option<u16>) -> Option<Table> {
    let numbers = open.case.actions.actions.iter();
    let numbers = numbers.filter(|(_, one)| one.action.recommendation == recommendation);
    let actions: Vec<_> = numbers.filter_map(|(number, _)| ActionRecord::of(&open.case, *number)).collect();
    if actions.is_empty() {
        return None;
    }
    let table = Table::new(caption).hide_caption().column("Action", None).column("What will change", None);
    let table = table.column("Owner", None).column("Due", None).column("State", None).column("Impact", None);
    Some(actions.iter().fold(table, |table, action| table.row(cells(open, action))))
}

fn cells(open: &OpenCase, action: &ActionRecord<'_>) -> Vec<Cell> {
    let (number, due) = (action.standing.action.number, action.standing.action.due);
    let (timing, edge) = action.timing(&open.known, open.today);
    let date = ContextualDate::new(due_date::bold(due, open.today), timing, edge).datetime(due.to_string());
    vec![
        Cell::link(format!("Action {number}"), open.address(&format!("/actions/{number}"))),
        Cell::text(action.text()),
        Cell::text(action.owner(&open.known)),
        Cell::html(date),
        Cell::text(action.state()),
        Cell::text(action.judgement()),
    ]
}

fn learning(entries: &Entries<'_>) -> Part {
    let shared = entries.all(|fact| matches!(fact, Fact::LearningShared(_)));
    let rows: Vec<_> = shared
        .filter_map(|event| {
            let Fact::LearningShared(learning) = &event.fact else { return None };
            let key = format!("{}, {}", capital(&learning.kind), date::when(event.on));
            Some(SummaryRow::new(key, wrote(event, Word::Text)))
        })
        .collect();
    let part = Part::new("learning", "Learning shared");
    if rows.is_empty() {
        return part;
    }
    part.show(rows.into_iter().fold(SummaryList::new(), SummaryList::row))
}
