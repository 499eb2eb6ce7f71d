//! What the partners decide in a case: what is asked now, what each has decided, and everything that was decided before.

use axum::extract::State;
use case::decisions::{Answer as Decided, Question};
use case::terms::Partner;
use case::{Area, Fact};

use super::escalate::Escalate;
use super::escalation_end::EndEscalation;
use super::question::{self, can_be_decided, now, others};
use super::send_back::SendBack;
use super::subject::Deciding;
use super::{HOME, OWN, about, cards, history, next};
use crate::app::App;
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{ButtonLink, Inset, SummaryList, SummaryRow};
use crate::error::Answer;
use crate::form::Form;
use crate::form::asked::capital;
use crate::form::case_form::{is_offered, offer};
use crate::http::respond;
use crate::pages::offered;

/// Shows it.
pub(super) async fn show(State(app): State<App>, open: InArea<area::Decisions>) -> Answer {
    let heading = match now(&open.case) {
        Some(question) => format!("The partners decide on {question}"),
        None => "Nothing is before the partners now".to_owned(),
    };
    let page = CaseSection::new(&app, &open, CasePage::Decisions, &heading, "decisions");
    let page = match now(&open.case) {
        Some(question) => page.first(about::of(&open, question)),
        None => page.first(Inset::new("They are asked when a report is put to them.")),
    };
    let page = match cards(&open) {
        Some(panel) => page.first(panel),
        None => page,
    };
    let page = page.buttons(buttons(&open));
    let page =
        Question::ALL.iter().filter_map(|question| decisions(&open, *question)).fold(page, CaseSection::part);
    let others = [Some(escalations(&open)), scrutineer(&open), for_them(&open)];
    respond::page(&others.into_iter().flatten().fold(page, CaseSection::part))
}

/// Deciding first, in green for whoever has not decided, or sending the report; then what else can be recorded.
fn buttons(open: &OpenCase) -> Vec<ButtonLink> {
    let own = |partner: &&Partner| question::speaks_for(open, **partner);
    let again = |partner: &Partner| {
        let decides_again =
            now(&open.case).is_some_and(|asked| !open.case.undecided(asked).contains(partner));
        let again = offer(&Deciding::now(*partner), open, "Record a new decision").filter(|_| decides_again);
        again.into_iter().chain(offer(&SendBack(*partner), open, "Send the report back"))
    };
    let next = next(open).filter(|next| !next.leads_to(&open.address(HOME)));
    next.into_iter()
        .chain(Partner::ALL.iter().filter(own).flat_map(again))
        .chain(offered::link(&Escalate, open))
        .chain(offered::link(&EndEscalation, open))
        .collect()
}

/// What the business unit records for each partner, because the partner told it outside the service.
fn for_them(open: &OpenCase) -> Option<Part> {
    let row = |partner: &Partner| {
        let (deciding, back) = (Deciding::now(*partner).on_behalf(), SendBack(*partner));
        let row = SummaryRow::new(capital(partner), standing(open, *partner));
        let about = format!("for the {partner}");
        let row = if is_offered(&deciding, open) {
            row.second("Record", open.address(&deciding.page().path), about.clone())
        } else {
            row
        };
        if is_offered(&back, open) {
            row.second("Send back", open.address(&back.page().path), about)
        } else {
            row
        }
    };
    let offered = |partner: &Partner| is_offered(&Deciding::now(*partner).on_behalf(), open);
    let rows = Partner::ALL.iter().map(row).fold(SummaryList::new(), SummaryList::row);
    let part = Part::new("for-them", "Record what a partner told you");
    (open.is_business_unit() && Partner::ALL.iter().any(offered)).then(|| part.show(rows))
}

/// Where a partner stands on the question before them.
fn standing(open: &OpenCase, partner: Partner) -> &'static str {
    let decided = now(&open.case).map(|question| open.case.decided(question));
    let answer = decided.and_then(|standing| standing.get(&partner).map(|made| made.decision.answer));
    match answer {
        Some(Decided::Agree) => "Agrees",
        Some(Decided::Disagree) => "Does not agree",
        Some(Decided::NeedsMoreInformation) => "Needs more information",
        None => "Has not decided",
    }
}

/// Everything that was decided on a question; nothing where it was never asked and cannot be decided now.
fn decisions(open: &OpenCase, question: Question) -> Option<Part> {
    let entries = history::of(open, question);
    let may = others(&open.case).any(|other| other == question).then(|| to_decide(open, question));
    let links = may.unwrap_or_default();
    if entries.is_empty() && links.is_empty() {
        return None;
    }
    let part = Part::new(history::anchor(question), capital(&question)).links(links);
    let part = match history::voided(open, question) {
        Some(changed) => part.show(changed),
        None => part,
    };
    if entries.is_empty() { Some(part) } else { Some(part.show(history::timeline(open, &entries))) }
}

/// Deciding a question that is not the one before the partners.
fn to_decide(open: &OpenCase, question: Question) -> Vec<ButtonLink> {
    if !can_be_decided(&open.case, question) {
        return Vec::new();
    }
    let mut links = Vec::new();
    for partner in Partner::ALL {
        let (own, for_them) =
            (Deciding::on(*partner, question), Deciding::on(*partner, question).on_behalf());
        let about = format!("on {question}");
        if is_offered(&own, open) {
            links.push(ButtonLink::secondary(OWN, open.address(&own.page().path)).about(about));
        } else if is_offered(&for_them, open) {
            let text = format!("Record for the {partner}");
            links.push(ButtonLink::secondary(text, open.address(&for_them.page().path)).about(about));
        }
    }
    links
}

/// What was taken higher and how it ended, and what was sent back.
fn escalations(open: &OpenCase) -> Part {
    let is = |fact: &Fact| matches!(fact, Fact::Escalated(_) | Fact::EscalationEnded(_) | Fact::SentBack(_));
    part(open, Part::new("disagreement", "Disagreement"), is)
}

fn scrutineer(open: &OpenCase) -> Option<Part> {
    let is = |fact: &Fact| matches!(fact, Fact::ScrutineerCommented);
    open.shows(Area::RapidReview).then(|| part(open, Part::new("scrutineer", "Independent scrutineer"), is))
}

fn part(open: &OpenCase, part: Part, is: impl Fn(&Fact) -> bool) -> Part {
    let entries = history::entries(open, is);
    if entries.is_empty() { part } else { part.show(history::plain(open, &entries)) }
}
