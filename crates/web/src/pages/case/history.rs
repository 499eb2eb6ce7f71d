//! Everything that happened in a case, newest first.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{RawQuery, State};
use case::{PersonId, Recorded};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::header::CasePage;
use crate::case_view::timeline::Fates;
use crate::components::{CaseHeader, ChosenFilters, Filters, Pagination, Timeline};
use crate::error::Answer;
use crate::form::asked::code;
use crate::form::question::{Offer, Question, several_of};
use crate::form::{Answers, Filter};
use crate::http::respond;
use crate::layout::Shell;
use crate::text::entry_kind::Kind;

/// How many entries are on a page.
const PAGE: usize = 25;

const KIND: Question<Vec<Kind>> = several_of("kind", "What it is about");
const PERSON: Question<Vec<PersonId>> = several_of("person", "Recorded by");

#[derive(Template)]
#[template(path = "pages/case/history.html")]
struct Page {
    shell: Shell,
    header: CaseHeader,
    filters: Filters,
    in_use: ChosenFilters,
    count: String,
    deadlines_only: Option<String>,
    emails: String,
    timeline: Option<Timeline>,
    pages: Pagination,
    clear: String,
}

/// Whether an entry is wanted. A restricted entry is there only where nothing is asked about it.
fn takes(filter: &Filter<'_>, open: &OpenCase) -> impl Fn(&Recorded) -> bool {
    let (kinds, people, all) = (filter.of(&KIND), filter.of(&PERSON), filter.is_empty());
    move |entry| {
        let kind = kinds.is_empty() || kinds.contains(&Kind::of(&entry.event.fact));
        let person = people.is_empty() || people.contains(&entry.by);
        all || (kind && person && open.reads(entry))
    }
}

/// Shows a page of the history.
pub(crate) async fn show(State(app): State<App>, open: OpenCase, RawQuery(query): RawQuery) -> Answer {
    let filter = filter(&open, Answers::read(query.unwrap_or_default().as_bytes()));
    respond::page(&page(&app, &open, &filter))
}

fn page(app: &App, open: &OpenCase, filter: &Filter<'_>) -> Page {
    let is_wanted = takes(filter, open);
    let entries: Vec<_> = open.case.history().iter().rev().filter(|entry| is_wanted(entry)).collect();
    let last = entries.len().div_ceil(PAGE).max(1);
    let at = usize::from(filter.page()).min(last);
    let shown = entries.iter().skip((at - 1) * PAGE).take(PAGE);
    let fates = Fates::of(open.case.history());
    let timeline = shown.fold(Timeline::new(), |timeline, entry| timeline.entry(open.told(entry, &fates)));
    let title = if last > 1 { format!("history, page {at} of {last}") } else { "history".to_owned() };
    let filters = filter.panel();
    Page {
        shell: open.shell(app, &title),
        header: open.header(CasePage::History),
        in_use: filters.in_use(),
        filters,
        count: counted(entries.len(), at, last),
        deadlines_only: (filter.of(&KIND) != [Kind::Deadline])
            .then(|| open.address(&format!("/history?kind={}", code(&Kind::Deadline)))),
        emails: open.address("/emails"),
        timeline: (!entries.is_empty()).then_some(timeline),
        pages: Pagination::numbered(at, last, |page| filter.address_of_page(page)),
        clear: open.address("/history"),
    }
}

fn counted(count: usize, at: usize, last: usize) -> String {
    let events = if count == 1 { "1 event".to_owned() } else { format!("{count} events") };
    if last > 1 { format!("{events}, page {at} of {last}") } else { events }
}

/// What the history can be narrowed to: the kinds of its entries and who recorded them, with how many there are.
fn filter(open: &OpenCase, query: Answers) -> Filter<'static> {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut people: BTreeMap<PersonId, usize> = BTreeMap::new();
    for entry in open.case.history().iter().filter(|entry| open.reads(entry)) {
        *kinds.entry(Kind::of(&entry.event.fact)).or_default() += 1;
        *people.entry(entry.by).or_default() += 1;
    }
    // A link may lead here that asks for a kind of which there is nothing.
    for kind in Kind::ALL.into_iter().filter(|kind| query.has(KIND.name, &code(kind))) {
        kinds.entry(kind).or_default();
    }
    let kinds = kinds
        .iter()
        .map(|(kind, count)| Offer::new(kind, kind.label()).labelled(format!("{} ({count})", kind.label())));
    let people = people.iter().map(|(person, count)| {
        let name = open.names().person(*person);
        let label = format!("{name} ({count})");
        Offer::new(person, name).labelled(label)
    });
    Filter::new(open.address("/history"), query, open.today).by(KIND.among(kinds)).by(PERSON.among(people))
}
