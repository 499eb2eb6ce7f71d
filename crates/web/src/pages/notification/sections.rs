//! The sections of the page, each with what is recorded and what the visitor may add.

use case::terms::Partner;
use case::{Area, Fact};

use super::alternative::Alternative;
use super::alternative_end::AlternativeEnd;
use super::authorities::OtherAuthorities;
use super::child_add::AddChild;
use super::child_card::{self, ChildCard};
use super::incident::Incident;
use super::is_primary;
use super::leads::Leads;
use super::not_notifiable::NotNotifiable;
use super::reclassify::Reclassify;
use super::shown::{self, Line};
use super::told::Told;
use super::view::GivenView;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::{ButtonLink, SummaryList, SummaryRow};
use crate::form::asked::capital;
use crate::form::case_form::{Form, is_offered, offer};

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

/// Every section, in its order.
pub(super) fn all(open: &OpenCase) -> Vec<Part> {
    let entries = Entries::of(&open.case);
    let children = open.shows(Area::Children).then(|| children(open, &entries));
    let alternative = alternative(open, &entries);
    let reclassified = reclassified(open, &entries);
    [consideration(open, &entries), incident(open)]
        .into_iter()
        .chain(children)
        .chain([authorities(open), told(open, &entries), sent(open, &entries)])
        .chain(reclassified)
        .chain(alternative)
        .collect()
}

fn part(id: &'static str, heading: &'static str, rows: Vec<Line>, links: Vec<ButtonLink>) -> Part {
    let list = (!rows.is_empty()).then(|| {
        let row = |(name, says): Line| SummaryRow::new(name, says);
        rows.into_iter().map(row).fold(SummaryList::new(), SummaryList::row)
    });
    Part { id, heading, list, children: Vec::new(), links }
}

fn links(open: &OpenCase, forms: &[(&dyn Form, &str)]) -> Vec<ButtonLink> {
    let not_above = forms.iter().filter(|(form, _)| !is_primary(*form, open));
    not_above.filter_map(|(form, text)| offer(*form, open, text)).collect()
}

/// What the three partners think, and what the council decided.
fn consideration(open: &OpenCase, entries: &Entries<'_>) -> Part {
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
        list = list.row(if may { row.second(text, open.address(&form.path()), about) } else { row });
    }
    for (name, says) in shown::decision(open, entries) {
        is_empty = false;
        list = list.row(SummaryRow::new(name, says));
    }
    let links = links(
        open,
        &[
            (&Leads, "Record as sent to the three leads"),
            (&super::notifiable::Notifiable, "Record that it must be notified"),
            (&NotNotifiable, "Record that it need not be notified"),
        ],
    );
    Part { list: (!is_empty).then_some(list), ..part("consideration", heading, Vec::new(), links) }
}

fn incident(open: &OpenCase) -> Part {
    let links = links(open, &[(&Incident, "Add to or change the incident")]);
    part("incident", "Incident", shown::incident(open), links)
}

fn children(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let links = links(open, &[(&AddChild, "Add a child")]);
    Part { children: child_card::all(open, entries), ..part("children", "Children", Vec::new(), links) }
}

fn authorities(open: &OpenCase) -> Part {
    let links = links(open, &[(&OtherAuthorities, "Name other authorities")]);
    part("authorities", "Other authorities", shown::authorities(open), links)
}

fn told(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let links = links(open, &[(&Told, "Record who was told")]);
    part("told", "Who was told", shown::told(open, entries), links)
}

/// What was sent, and the deaths that are notified in another way.
fn sent(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let links = links(
        open,
        &[
            (&super::sent::Sent, "Mark as sent"),
            (
                &super::looked_after_death::LookedAfter,
                "Record the notification of a looked-after child’s death",
            ),
            (&super::care_leaver_death::CareLeaver, "Record the notification of a care leaver’s death"),
        ],
    );
    part("sent", "What was sent", shown::sent(open, entries), links)
}

/// That the criteria turned out not to be met, where that is recorded or can be.
fn reclassified(open: &OpenCase, entries: &Entries<'_>) -> Option<Part> {
    let links = links(open, &[(&Reclassify, "Record that the criteria are not met")]);
    let part =
        part("reclassified", "If the criteria turn out not to be met", shown::reclassified(entries), links);
    (!part.is_empty() || !part.links.is_empty()).then_some(part)
}

/// Another kind of review, where there is one or may be.
fn alternative(open: &OpenCase, entries: &Entries<'_>) -> Option<Part> {
    let start = links(
        open,
        &[(&Alternative, "Start another kind of review"), (&AlternativeEnd, "Finish the other review")],
    );
    let part = part("alternative", "Another kind of review", shown::alternative(open, entries), start);
    let began = entries.last(|fact| matches!(fact, Fact::AlternativeReviewStarted(_))).is_some();
    (began || !part.links.is_empty()).then_some(part)
}
