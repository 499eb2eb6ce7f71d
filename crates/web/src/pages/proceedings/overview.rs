//! The register of what goes on beside the case: proceedings with their news, and linked reviews.

use std::collections::BTreeMap;

use axum::extract::{RawQuery, State};
use case::proceedings::ProceedingStanding;
use case::{CaseId, Event, Fact, Word};
use store::cases;

use super::end::End;
use super::link::Link;
use super::new::Open;
use super::news::News;
use super::{HOME, summary};
use crate::app::App;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{Inset, Pagination, SummaryList, SummaryRow};
use crate::error::{Answer, Error};
use crate::form::Form;
use crate::form::asked::capital;
use crate::form::case_form::{is_offered, offer};
use crate::form::data::Answers;
use crate::http::respond;
use crate::lists::case_url::of_case;
use crate::text::date;
use crate::text::grammar::several;

/// How many proceedings and linked reviews are on a page, and how much news of each.
const PER_PAGE: usize = 20;
const LATEST_NEWS: usize = 5;

/// Shows a page of it.
pub(crate) async fn show(
    State(app): State<App>,
    open: InArea<area::Overview>,
    RawQuery(query): RawQuery,
) -> Answer {
    let page = Answers::read(query.unwrap_or_default().as_bytes()).one("page").parse().unwrap_or(1);
    let page = usize::max(page, 1);
    let here = here(&app, &open).await?;
    let shown =
        CaseSection::new(&app, &open, CasePage::Elsewhere, "Proceedings and linked reviews", "proceedings");
    let shown = shown.first(Inset::new(summary(&open))).buttons(
        [(&Open as &dyn Form, "Record proceedings"), (&Link, "Link another review")]
            .into_iter()
            .filter_map(|(form, text)| offer(form, &open, text)),
    );
    respond::page(&shown.part(proceedings(&open, page)).part(linked(&open, page, &here)))
}

/// The cases here that are linked and of which the visitor may know: their reference and address.
async fn here(app: &App, open: &OpenCase) -> Result<BTreeMap<CaseId, (String, String)>, Error> {
    let ids: Vec<_> = open.case.proceedings.linked.iter().filter_map(|review| review.case).collect();
    let rows = cases::of(&mut app.db().glance().await?, &open.visitor.actor, &ids).await?;
    let at = |row: &store::CaseRow| of_case(&open.known, &open.visitor, row.partnership, row.reference);
    Ok(rows.iter().map(|row| (row.case, (row.reference.to_string(), at(row)))).collect())
}

fn on_page<T>(all: Vec<T>, page: usize) -> Vec<T> {
    all.into_iter().skip((page - 1).saturating_mul(PER_PAGE)).take(PER_PAGE).collect()
}

fn pages(open: &OpenCase, page: usize, count: usize) -> Pagination {
    Pagination::numbered(page, count.div_ceil(PER_PAGE), |page| format!("{}?page={page}", open.address(HOME)))
}

/// The proceedings, those that go on first.
fn proceedings(open: &OpenCase, page: usize) -> Part {
    let entries = Entries::of(&open.case);
    let mut all: Vec<_> = open.case.proceedings.proceedings.values().collect();
    all.sort_by_key(|of| (of.ended.is_some(), of.proceeding.number));
    let part = Part::new("proceedings", "Proceedings");
    let pages = pages(open, page, all.len());
    if all.is_empty() {
        return part;
    }
    let cards = on_page(all, page).into_iter().map(|of| card(open, &entries, of));
    cards.fold(part, Part::show).show(pages)
}

fn card(open: &OpenCase, entries: &Entries<'_>, of: &ProceedingStanding) -> SummaryList {
    let number = of.proceeding.number;
    let opened = entries
        .last(|fact| matches!(fact, Fact::ProceedingOpened(opened) if opened.number == number))
        .map(|(_, event)| event);
    let ended = entries
        .last(|fact| matches!(fact, Fact::ProceedingEnded(end) if end.number == number))
        .map(|(_, event)| event);
    let word = |event: Option<&Event>, word| event.map(|event| wrote(event, word)).unwrap_or_default();
    let state = match of.ended {
        Some(on) => format!("Ended {}\n{}", date::when(on), word(ended, Word::Outcome)),
        None => "Still open".to_owned(),
    };
    let (news, end) = (News::of(&number.to_string()), End::of(&number.to_string()));
    let news = news.filter(|form| is_offered(form, open)).map(|form| open.address(&form.page().path));
    let end = end.filter(|form| is_offered(form, open)).map(|form| open.address(&form.page().path));
    let state = SummaryRow::strong("State", state.trim());
    let state = match end {
        Some(href) => state.second("Record the end", href, "of these proceedings"),
        None => state,
    };
    let said = SummaryRow::new("News and disclosures", said(entries, number));
    let said = match news {
        Some(href) => said.second("Add news", href, "of these proceedings"),
        None => said,
    };
    let rows = [
        ("Began", opened.map(|event| date::when(event.on)).unwrap_or_default()),
        ("Reference", word(opened, Word::Reference)),
        ("Contact", word(opened, Word::Who)),
        ("Expected to end", date::when(of.proceeding.expected_end)),
    ];
    let rows = rows.into_iter().filter(|(_, says)| !says.is_empty());
    let card = SummaryList::new().card(format!("Proceeding {number}: {}", of.proceeding.kind), 4).row(state);
    rows.fold(card, |card, (name, says)| card.row(SummaryRow::new(name, says))).row(said)
}

/// The latest news of a proceeding, newest first, and how much there is besides.
fn said(entries: &Entries<'_>, number: u16) -> String {
    let is = |fact: &Fact| matches!(fact, Fact::ProceedingNews(news) if news.number == number);
    let mut all: Vec<_> = entries.all(is).map(line).collect();
    all.reverse();
    let more = all.len().saturating_sub(LATEST_NEWS);
    all.truncate(LATEST_NEWS);
    if more > 0 {
        all.push(format!("And {} in the history", several(more, "earlier entry", "earlier entries")));
    }
    if all.is_empty() { "None recorded".to_owned() } else { all.join("\n") }
}

fn line(event: &Event) -> String {
    let is_disclosure = matches!(&event.fact, Fact::ProceedingNews(news) if news.disclosure);
    let what = if is_disclosure { ", disclosed" } else { "" };
    format!("{}{what}: {}", date::when(event.on), wrote(event, Word::Text))
}

fn linked(open: &OpenCase, page: usize, here: &BTreeMap<CaseId, (String, String)>) -> Part {
    let entries = Entries::of(&open.case);
    let all: Vec<_> = entries.all(|fact| matches!(fact, Fact::ReviewLinked(_))).collect();
    let part = Part::new("linked", "Linked reviews");
    if all.is_empty() {
        return part;
    }
    let pages = pages(open, page, all.len());
    let rows = on_page(all, page).into_iter().filter_map(|event| review(event, here));
    part.show(rows.fold(SummaryList::new(), SummaryList::row)).show(pages)
}

fn review(event: &Event, here: &BTreeMap<CaseId, (String, String)>) -> Option<SummaryRow> {
    let Fact::ReviewLinked(review) = &event.fact else { return None };
    let case = review.case.map(|id| here.get(&id));
    let which = match case {
        Some(Some((reference, _))) => format!("Case {reference}"),
        Some(None) => "A case that you cannot open".to_owned(),
        None => String::new(),
    };
    let since = format!("Known since {}", date::when(event.on));
    let says = [which, wrote(event, Word::Reference), wrote(event, Word::Comment), since];
    let says: Vec<_> = says.into_iter().filter(|line| !line.is_empty()).collect();
    let row = SummaryRow::new(capital(&review.kind), says.join("\n"));
    Some(match case.flatten() {
        Some((reference, href)) => row.second("Open the case", href.clone(), reference.clone()),
        None => row,
    })
}
