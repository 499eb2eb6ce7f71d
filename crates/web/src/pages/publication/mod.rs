//! Publication: the plan, what is checked and told before it, what is published or not, and for how long.

mod address;
mod anonymity;
mod copies;
mod dates;
mod decide;
mod decline;
mod deposit;
mod exceptional;
mod hold;
mod improvements;
mod informed;
mod overview;
mod plan;
mod publish;
mod release;
mod shown;
mod take_down;
mod tasks;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;
use case::publication::{AnonymityPoint, Audience, Recipient};
use case::{Case, Stage};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::Form;
use crate::form::case_form::route;
use crate::pages::offered;

/// The page to which all these forms belong.
const HOME: &str = "/publication";

/// Every page of publication.
pub(crate) fn routes() -> Router<App> {
    const HERE: &str = "/cases/{case}/publication";
    let at = |page: &str| format!("{HERE}{page}");
    Router::new()
        .route(HERE, get(overview::show))
        .route(&at("/plan"), route(|_| Some(Box::new(plan::Plan))))
        .route(&at("/anonymity"), route(|_| Some(Box::new(anonymity::Anonymity))))
        .route(&at("/tell"), route(|_| Some(Box::new(informed::Informed))))
        .route(&at("/copies"), route(|_| Some(Box::new(copies::SentCopies))))
        .route(&at("/decide"), get(decide::show).post(decide::choose))
        .route(&at("/publish"), route(|_| Some(Box::new(publish::FullReport))))
        .route(&at("/improvements"), route(|_| Some(Box::new(improvements::Improvements))))
        .route(&at("/hold"), route(|_| Some(Box::new(hold::Hold))))
        .route(&at("/release"), route(|_| Some(Box::new(release::Release))))
        .route(&at("/decline"), route(|_| Some(Box::new(decline::Decline))))
        .route(&at("/deposit"), route(|_| Some(Box::new(deposit::Deposit))))
        .route(&at("/take-down"), route(|_| Some(Box::new(take_down::TakenOffline))))
}

/// Whether an LCSPR goes on, or its report is final and nothing is published or given up yet.
fn is_before_publication(case: &Case) -> bool {
    let is_under_way = matches!(
        case.stage,
        Stage::LcsprDecided
            | Stage::LcsprCommissioned
            | Stage::LcsprInProgress
            | Stage::LcsprHeld
            | Stage::FinalReportAgreed
            | Stage::PrePublication
            | Stage::PublicationHeld
    );
    is_under_way && case::lcspr::started(case)
}

/// What the check of anonymity has not looked at yet.
fn unchecked(case: &Case) -> Vec<AnonymityPoint> {
    let checked = case.publication.anonymity.as_ref().map_or(&[][..], |check| &check.checked);
    AnonymityPoint::ALL.iter().copied().filter(|point| !checked.contains(point)).collect()
}

/// Who has to have a copy before publication, and has none yet.
fn without_copy(case: &Case) -> Vec<Recipient> {
    let needed = [Recipient::Panel, Recipient::SecretaryOfState];
    needed.into_iter().filter(|who| !case.publication.copies.contains_key(who)).collect()
}

/// Who is still to be told.
fn uninformed(case: &Case) -> Vec<Audience> {
    Audience::ALL.iter().copied().filter(|who| !case.publication.told.contains(who)).collect()
}

/// The next thing that a person can do towards publication: the one green button.
pub(crate) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let case = &open.case;
    let forms: [(&dyn Form, bool); 5] = [
        (&release::Release, true),
        (&plan::Plan, case.publication.planned.is_none()),
        (&anonymity::Anonymity, !unchecked(case).is_empty()),
        (&copies::SentCopies, !without_copy(case).is_empty()),
        (&informed::Informed, !uninformed(case).is_empty()),
    ];
    let due: Vec<_> = forms.into_iter().filter_map(|(form, is_due)| is_due.then_some(form)).collect();
    offered::first(&due, open)
        .or_else(|| decide::button(open))
        .or_else(|| offered::first(&[&deposit::Deposit], open))
}
