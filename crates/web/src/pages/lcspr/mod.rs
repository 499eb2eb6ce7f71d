//! The local child safeguarding practice review, from the decision to start it to its signed report.

mod agreement;
mod asking;
mod begin;
mod commission;
mod decide;
mod decision;
mod discontinue;
mod draft;
mod draft_comment;
mod draft_new;
mod drafts;
mod event;
mod facts_check;
mod family;
mod first;
mod hold;
mod key_line;
mod key_line_new;
mod logs;
mod monitoring;
mod overview;
mod replace_reviewer;
mod request;
mod resume;
mod sign_off;
mod tasks;
mod terms;
#[cfg(test)]
mod tests;
mod who;

use axum::Router;
use axum::routing::get;
use case::Stage;
use case::decisions::Question;
use case::terms::Partner;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::Form;
use crate::form::case_form::{is_offered, route};
use crate::pages::offered;

/// The page to which all these forms belong.
const HOME: &str = "/lcspr";

/// The most key lines of enquiry of a review.
const MOST_KEY_LINES: u8 = 8;

/// Every page of the LCSPR.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/lcspr";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route(HERE, get(overview::show))
        .route(&at("/decide"), route(|_| Some(Box::new(decide::Decide))))
        .route(&at("/key-lines/new"), route(|_| Some(Box::new(key_line_new::NewKeyLine))))
        .route(&at("/key-lines/{line}"), route(|line| Some(Box::new(key_line::Finding::of(line)?))))
        .route(&at("/terms"), route(|_| Some(Box::new(terms::Terms))))
        .route(&at("/commission"), route(|_| Some(Box::new(commission::Commissioned))))
        .route(&at("/begin"), route(|_| Some(Box::new(begin::Begin))))
        .route(&at("/family/new"), route(|_| Some(Box::new(family::Family))))
        .route(&at("/events/new"), route(|_| Some(Box::new(event::Event))))
        .route(&at("/monitoring/new"), route(|_| Some(Box::new(monitoring::Monitoring))))
        .route(&at("/requests/new"), route(|_| Some(Box::new(request::Request))))
        .route(&at("/hold"), route(|_| Some(Box::new(hold::Held))))
        .route(&at("/resume"), route(|_| Some(Box::new(resume::Resume))))
        .route(&at("/replace-reviewer"), route(|_| Some(Box::new(replace_reviewer::ReplaceReviewer))))
        .route(&at("/discontinue"), route(|_| Some(Box::new(discontinue::Discontinue))))
        .route(&at("/drafts/new"), route(|_| Some(Box::new(draft_new::NewDraft))))
        .route(&at("/drafts/{draft}"), get(draft::show))
        .route(
            &at("/drafts/{draft}/comment"),
            route(|draft| Some(Box::new(draft_comment::Comment::of(draft)?))),
        )
        .route(&at("/sign-off"), route(|_| Some(Box::new(sign_off::SignOff))))
}

/// Whether an LCSPR was decided, here or before the case was brought in.
fn is_started(open: &OpenCase) -> bool {
    let before = open.case.brought_in_at.is_some_and(|stage| stage >= Stage::LcsprDecided);
    open.case.lcspr.decision.is_some() || before
}

/// Whether the review is conducted, which ends with its sign-off or when it is stopped.
fn is_under_way(open: &OpenCase) -> bool {
    let conducted = [Stage::LcsprDecided, Stage::LcsprCommissioned, Stage::LcsprInProgress, Stage::LcsprHeld];
    is_started(open) && conducted.contains(&open.case.stage)
}

/// Whether the report may still change: until something is published, or is not.
fn before_publication(open: &OpenCase) -> bool {
    let signed = [Stage::FinalReportAgreed, Stage::PrePublication, Stage::PublicationHeld];
    is_under_way(open) || (is_started(open) && signed.contains(&open.case.stage))
}

/// Whether there is a review to which something may be added. Families are told of findings after publication too.
fn goes_on(open: &OpenCase) -> bool {
    is_started(open) && !open.case.is_closed()
}

/// Whether versions of the report are written: there is a reviewer, and nothing is published yet.
fn writes_drafts(open: &OpenCase) -> bool {
    before_publication(open) && open.case.stage != Stage::LcsprDecided
}

/// What takes the LCSPR on: for the business unit its next stage, for the reviewer the next draft, and for partners and
/// agencies their comments on it.
pub(crate) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let has_draft = open.case.lcspr.latest_draft().is_some();
    let mut path: Vec<&dyn Form> =
        vec![&decide::Decide, &commission::Commissioned, &begin::Begin, &resume::Resume];
    if agreement::agreed(open, Question::SignOff) == Partner::ALL.len() {
        path.push(&sign_off::SignOff);
    }
    if is_under_way(open) || !has_draft {
        path.push(&draft_new::NewDraft);
    }
    offered::first(&path, open).or_else(|| comment(open).filter(|_| is_under_way(open)))
}

/// Commenting on the latest draft, which for an agency is a check of its facts.
fn comment(open: &OpenCase) -> Option<ButtonLink> {
    let version = open.case.lcspr.latest_draft()?.version;
    let form = draft_comment::Comment::of_version(version);
    let text = if draft_comment::on_all(open) {
        form.page().heading.into_owned()
    } else {
        format!("Check the facts in draft {version}")
    };
    is_offered(&form, open).then(|| ButtonLink::primary(text, open.address(&form.page().path)))
}

/// The forms that are offered and are not that of the green button.
fn links(open: &OpenCase, forms: &[&dyn Form]) -> Vec<ButtonLink> {
    offered::others(forms, open, next(open).as_ref())
}
