//! What the partners decide in a case: what is asked now, what each has decided, and everything that was decided before.

use axum::extract::{Path, State};
use case::decisions::Question;
use case::terms::Partner;
use case::{Area, Fact};

use super::deciding::Deciding;
use super::escalate::Escalate;
use super::escalation_end::EndEscalation;
use super::question::{can_be_decided, now, others};
use super::send_back::SendBack;
use super::{about, history};
use crate::app::App;
use crate::asked::capital;
use crate::case_form::{Form, is_offered};
use crate::case_header::CasePage;
use crate::case_section::{CaseSection, Part};
use crate::components::{ButtonLink, Inset};
use crate::error::Answer;
use crate::open_case::OpenCase;
use crate::render;
use crate::signed_in::SignedIn;

/// Shows it.
pub(super) async fn show(State(app): State<App>, visitor: SignedIn, Path(address): Path<String>) -> Answer {
    let open = OpenCase::open_area(&app, visitor, &address, Area::Decisions).await?;
    let heading = match now(&open.case) {
        Some(question) => format!("The partners decide on {question}"),
        None => "Nothing is before the partners now".to_owned(),
    };
    let page = CaseSection::new(&app, &open, CasePage::Decisions, &heading, "decisions");
    let page = match now(&open.case) {
        Some(question) => page.first(about::of(&open, question)),
        None => page.first(Inset::new("They are asked when a report is put to them.")),
    };
    let page = match open.partner_panel() {
        Some(panel) => page.first(panel),
        None => page,
    };
    let page = page.buttons(buttons(&open));
    let page =
        Question::ALL.iter().filter_map(|question| decisions(&open, *question)).fold(page, CaseSection::part);
    let beside = [Some(escalations(&open)), scrutineer(&open)];
    render::page(&beside.into_iter().flatten().fold(page, CaseSection::part))
}

/// Deciding first, in green for whoever has not decided; then what else can be recorded.
fn buttons(open: &OpenCase) -> Vec<ButtonLink> {
    let Some(question) = now(&open.case) else { return elsewhere(open) };
    let undecided = open.case.undecided(question);
    let mut buttons = Vec::new();
    for partner in Partner::ALL {
        let form = Deciding::now(*partner);
        let waits = undecided.contains(partner);
        if is_offered(&form, open) {
            let href = open.address(&form.path());
            buttons.push(if waits {
                ButtonLink::primary("Record your decision", href)
            } else {
                ButtonLink::secondary("Record a new decision", href)
            });
        }
        let for_them = Deciding::now(*partner).on_behalf();
        if is_offered(&for_them, open) {
            let text = if waits { "Record for the" } else { "Record a new decision for the" };
            buttons.push(ButtonLink::secondary(format!("{text} {partner}"), open.address(&for_them.path())));
        }
    }
    buttons.extend(elsewhere(open));
    buttons
}

fn elsewhere(open: &OpenCase) -> Vec<ButtonLink> {
    let own = |partner: &&Partner| super::question::speaks_for(open, **partner) || open.is_business_unit();
    let mut forms: Vec<(Box<dyn Form>, String)> = Vec::new();
    for partner in Partner::ALL.iter().filter(own) {
        let text = if open.is_business_unit() {
            format!("Send the report back for the {partner}")
        } else {
            "Send the report back".to_owned()
        };
        forms.push((Box::new(SendBack(*partner)), text));
    }
    forms.push((Box::new(Escalate), "Take the disagreement higher".to_owned()));
    forms.push((Box::new(EndEscalation), "Record how the disagreement ended".to_owned()));
    let offered = forms.iter().filter(|(form, _)| is_offered(&**form, open));
    offered.map(|(form, text)| ButtonLink::secondary(text, open.address(&form.path()))).collect()
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
    if entries.is_empty() { Some(part) } else { Some(part.show(history::timeline(open, entries))) }
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
            links.push(ButtonLink::secondary("Record your decision", open.address(&own.path())).about(about));
        } else if is_offered(&for_them, open) {
            let text = format!("Record for the {partner}");
            links.push(ButtonLink::secondary(text, open.address(&for_them.path())).about(about));
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
    if entries.is_empty() { part } else { part.show(history::plain(open, entries)) }
}
