//! Recommendations, actions, and whether they made a difference: in a case, and across all cases.

mod begin;
mod close;
mod complete;
mod csv;
mod evidence;
mod impact_review;
mod learning_new;
mod list;
mod move_on;
mod new;
mod one;
mod overview;
mod recommendation_new;
mod record;
mod respond;
mod supersede;
#[cfg(test)]
mod tests;
mod update;
mod wanted;

use std::collections::BTreeMap;
use std::str::FromStr;

use axum::Router;
use axum::routing::get;
use calendar::NaiveDate;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::error::Error;
use crate::form::Form;
use crate::form::case_form::{is_offered, route};
use crate::pages::offered;
use crate::text::date;
use crate::text::grammar::several;

/// The page to which all these forms belong.
const HOME: &str = "/actions";
/// Who reads what is written of one action.
const READERS: &str =
    "2 or 3 sentences. Everyone who may read the action reads this. Do not use names of children or families";

/// Every page of the actions.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/actions";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route("/actions", get(list::show))
        .route("/actions.csv", get(csv::csv))
        .route(HERE, get(overview::show))
        .route(&at("/new"), route(|_| Some(Box::new(new::NewAction))))
        .route(&at("/begin"), route(|_| Some(Box::new(begin::Begin))))
        .route(&at("/impact"), route(|_| Some(Box::new(impact_review::Impact))))
        .route(&at("/learning/new"), route(|_| Some(Box::new(learning_new::NewLearning))))
        .route(&at("/recommendations/new"), route(|_| Some(Box::new(recommendation_new::NewRecommendation))))
        .route(&at("/recommendations/{recommendation}"), route(|of| form(of, respond::Respond)))
        .route(&at("/{action}"), get(one::show))
        .route(&at("/{action}/update"), route(|of| form(of, update::Update)))
        .route(&at("/{action}/done"), route(|of| form(of, complete::Complete)))
        .route(&at("/{action}/move"), route(|of| form(of, move_on::MoveOn)))
        .route(&at("/{action}/evidence"), route(|of| form(of, evidence::Evidence)))
        .route(&at("/{action}/close"), route(|of| form(of, close::Close)))
        .route(&at("/{action}/supersede"), route(|of| form(of, supersede::Supersede)))
}

/// What takes a case on whose review is over: its actions, and when they are done, whether they made a difference.
pub(crate) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let has_undone = open.case.actions.open().any(|action| action.done.is_none());
    if has_undone && is_offered(&impact_review::Impact, open) {
        return Some(ButtonLink::primary("Review the actions", open.address(HOME)));
    }
    offered::first(&[&begin::Begin, &impact_review::Impact], open)
}

/// The number in an address, which has one way of writing it.
struct Number(u16);

impl FromStr for Number {
    type Err = Error;

    fn from_str(part: &str) -> Result<Self, Error> {
        let number = part.parse().ok().filter(|number: &u16| number.to_string() == part);
        number.map(Self).ok_or(Error::NotFound)
    }
}

fn form<F: Form + 'static>(part: &str, of: impl Fn(u16) -> F) -> Option<Box<dyn Form>> {
    let Number(number) = part.parse().ok()?;
    Some(Box::new(of(number)))
}

/// Whether an action is there and not done.
fn is_open(open: &OpenCase, number: u16) -> bool {
    is_not_closed(open, number)
        && open.case.actions.actions.get(&number).is_some_and(|action| action.done.is_none())
}

fn is_not_closed(open: &OpenCase, number: u16) -> bool {
    open.case.actions.actions.get(&number).is_some_and(|action| action.closed.is_none())
}

/// A page of one action.
fn of_action(number: u16, page: &str) -> String {
    format!("{HOME}/{number}{page}")
}

/// The number after the last of those that are there.
fn after_last<T>(numbered: &BTreeMap<u16, T>) -> u16 {
    numbered.last_key_value().map_or(0, |(number, _)| *number).saturating_add(1)
}

/// “It is due on Tuesday 30 June 2026.”
fn is_due(what: &str, due: NaiveDate, today: NaiveDate) -> String {
    let verb = if due < today { "" } else { "is " };
    format!("{what} {verb}{}.", date::due(due, today))
}

/// How many actions are left, for the next page.
fn left(after: &OpenCase) -> String {
    match after.case.actions.open().count() {
        0 => "No action is open.".to_owned(),
        open => format!("{} still open.", several(open, "action is", "actions are")),
    }
}
