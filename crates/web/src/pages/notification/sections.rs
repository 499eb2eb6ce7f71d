//! The sections of the page, each with what is recorded and what the visitor may add.

use case::terms::Partner;
use case::{Area, Fact};

use super::alternative::Alternative;
use super::alternative_end::AlternativeEnd;
use super::authorities::OtherAuthorities;
use super::care_leaver_death::CareLeaver;
use super::child_add::AddChild;
use super::child_card::{self, ChildCard};
use super::incident::Incident;
use super::leads::Leads;
use super::looked_after_death::LookedAfter;
use super::not_notifiable::NotNotifiable;
use super::notifiable::Notifiable;
use super::reclassify::Reclassify;
use super::sent::Sent;
use super::shown::{self, Line};
use super::told::Told;
use super::view::GivenView;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::{ButtonLink, SummaryList, SummaryRow};
use crate::form::Form;
use crate::form::asked::capital;
use crate::form::case_form::is_offered;
use crate::pages::offered;

/// A section of the page.
pub(super) struct Part {
    /// Its id, to which the contents lead.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) heading: &'static str,
    /// What is recorded; none where nothing is.
    pub(super) list: Option<SummaryList>,
    /// The children, in their section.
    pub(super) children: Vec<ChildCard>,
    /// What the visitor may record.
    pub(super) links: Vec<ButtonLink>,
}

impl Part {
    /// Whether nothing is recorded.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_none() && self.children.is_empty()
    }
}

/// Every section, in its order. What `next` leads to is not offered again.
pub(super) fn all(open: &OpenCase, next: Option<&ButtonLink>) -> Vec<Part> {
    let entries = &Entries::of(&open.case);
    let links = |forms: &[&dyn Form]| offered::others(forms, open, next);
    [
        consideration(open, entries, links(&[&Leads, &Notifiable, &NotNotifiable])),
        incident(open, links(&[&Incident])),
    ]
    .into_iter()
    .chain(open.shows(Area::Children).then(|| children(open, entries, links(&[&AddChild]))))
    .chain([
        authorities(open, links(&[&OtherAuthorities])),
        told(open, entries, links(&[&Told])),
        sent(open, entries, links(&[&Sent, &LookedAfter, &CareLeaver])),
    ])
    .chain(reclassified(entries, links(&[&Reclassify])))
    .chain(alternative(open, entries, links(&[&Alternative, &AlternativeEnd])))
    .collect()
}

fn part(id: &'static str, heading: &'static str, rows: Vec<Line>, links: Vec<ButtonLink>) -> Part {
    let list = (!rows.is_empty()).then(|| {
        let row = |(name, says): Line| SummaryRow::new(name, says);
        rows.into_iter().map(row).fold(SummaryList::new(), SummaryList::row)
    });
    Part { id, heading, list, children: Vec::new(), links }
}

/// What the three partners think, and what the council decided.
fn consideration(open: &OpenCase, entries: &Entries<'_>, links: Vec<ButtonLink>) -> Part {
    let heading = "Consideration by the three partners";
    let before = shown::considered(open, entries);
    let mut list =
        before.iter().fold(SummaryList::new(), |list, (name, says)| list.row(SummaryRow::new(name, says)));
    let mut is_empty = before.is_empty();
    for partner in Partner::ALL {
        let form = GivenView(*partner);
        let given = shown::view(entries, *partner);
        let may = is_offered(&form, open);
        if given.is_none() && !may {
            continue;
        }
        is_empty = false;
        let text = if given.is_some() { "Record a new view" } else { "Record" };
        let says = given.unwrap_or_else(|| "Not recorded yet".to_owned());
        let row = SummaryRow::new(capital(partner), says);
        let about =
            if text == "Record" { format!("the view of the {partner}") } else { format!("of the {partner}") };
        list = list.row(if may { row.second(text, open.address(&form.page().path), about) } else { row });
    }
    for (name, says) in shown::decision(open, entries) {
        is_empty = false;
        list = list.row(SummaryRow::new(name, says));
    }
    Part { list: (!is_empty).then_some(list), ..part("consideration", heading, Vec::new(), links) }
}

fn incident(open: &OpenCase, links: Vec<ButtonLink>) -> Part {
    part("incident", "Incident", shown::incident(open), links)
}

fn children(open: &OpenCase, entries: &Entries<'_>, links: Vec<ButtonLink>) -> Part {
    Part { children: child_card::all(open, entries), ..part("children", "Children", Vec::new(), links) }
}

fn authorities(open: &OpenCase, links: Vec<ButtonLink>) -> Part {
    part("authorities", "Other authorities", shown::authorities(open), links)
}

fn told(open: &OpenCase, entries: &Entries<'_>, links: Vec<ButtonLink>) -> Part {
    part("told", "Who was told", shown::told(open, entries), links)
}

/// What was sent, and the deaths that are notified in another way.
fn sent(open: &OpenCase, entries: &Entries<'_>, links: Vec<ButtonLink>) -> Part {
    part("sent", "What was sent", shown::sent(open, entries), links)
}

/// That the criteria turned out not to be met, where that is recorded or can be.
fn reclassified(entries: &Entries<'_>, links: Vec<ButtonLink>) -> Option<Part> {
    let part =
        part("reclassified", "If the criteria turn out not to be met", shown::reclassified(entries), links);
    (!part.is_empty() || !part.links.is_empty()).then_some(part)
}

/// Another kind of review, where there is one or may be.
fn alternative(open: &OpenCase, entries: &Entries<'_>, links: Vec<ButtonLink>) -> Option<Part> {
    let part = part("alternative", "Another kind of review", shown::alternative(open, entries), links);
    let began = entries.last(|fact| matches!(fact, Fact::AlternativeReviewStarted(_))).is_some();
    (began || !part.links.is_empty()).then_some(part)
}
