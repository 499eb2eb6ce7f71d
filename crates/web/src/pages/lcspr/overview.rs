//! The LCSPR of a case: its clock, its tasks, and everything that is recorded of it.

use axum::extract::State;
use case::Area;
use case::decisions::Question;

use super::{
    agreement, begin, commission, decision, discontinue, drafts, facts_check, first, hold, is_started,
    is_under_way, links, logs, next, replace_reviewer, resume, sign_off, tasks, terms,
};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::components::ButtonLink;
use crate::error::{Answer, Error};
use crate::http::respond;

/// Shows it; to an agency that checks facts, no more than its own part in that.
pub(crate) async fn show(State(app): State<App>, open: OpenCase) -> Answer {
    if !open.shows(Area::Lcspr) {
        return respond::page(&facts_check::page(&app, &open).ok_or(Error::NotFound)?);
    }
    let entries = Entries::of(&open.case);
    let page = CaseSection::new(&app, &open, CasePage::Lcspr, "LCSPR", "LCSPR");
    let page = page.first(first::shown(&open, &entries));
    let page = page.buttons(next(&open).into_iter().chain(first::delay(&open)));
    if !is_started(&open) {
        return respond::page(&page);
    }
    let page = page
        .part(Part::new("tasks", "Tasks").show(tasks::list(&open, &entries)))
        .part(decision::decided(&open, &entries))
        .part(decision::key_lines(&open, &entries))
        .part(reviewer(&open, &entries))
        .part(logs::family(&open, &entries))
        .part(logs::events(&open, &entries))
        .part(logs::monitoring(&open, &entries))
        .part(drafts::part(&open, &entries));
    let page = [signed(&open), course(&open, &entries)].into_iter().flatten().fold(page, CaseSection::part);
    respond::page(&page)
}

/// Who conducts it, on which terms.
fn reviewer(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let links = links(open, &[&commission::Commissioned, &terms::Terms, &replace_reviewer::ReplaceReviewer]);
    decision::reviewer(open, entries).links(links)
}

/// What the three partners decided on the report, for those who may read that.
fn signed(open: &OpenCase) -> Option<Part> {
    let asked = open.shows(Area::Decisions) && open.case.lcspr.latest_draft().is_some();
    let links = links(open, &[&sign_off::SignOff]);
    asked.then(|| {
        Part::new("sign-off", "Sign-off by the three partners")
            .show(agreement::shown(open, Question::SignOff))
            .links(links)
    })
}

/// What stands in the way of the review: proceedings, holds, stopping it.
fn course(open: &OpenCase, entries: &Entries<'_>) -> Option<Part> {
    let register = ButtonLink::secondary("Proceedings", open.address("/proceedings"));
    let register = open.shows(Area::Overview).then_some(register);
    let links = links(open, &[&begin::Begin, &hold::Held, &resume::Resume, &discontinue::Discontinue]);
    let part =
        Part::new("course", "Proceedings, holds and stopping").links(register.into_iter().chain(links));
    let list = decision::course(open, entries);
    let is_worth = list.is_some() || is_under_way(open);
    is_worth.then(|| match list {
        Some(list) => part.show(list),
        None => part,
    })
}
