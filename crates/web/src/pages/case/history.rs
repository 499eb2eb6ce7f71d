//! Everything that happened in a case, newest first.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{RawQuery, State};
use case::{PersonId, Recorded};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::header::CasePage;
use crate::case_view::timeline::Fates;
use crate::components::{CaseHeader, Checkboxes, Choice, ChosenFilters, Filters, Pagination, Timeline};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::http::respond;
use crate::layout::Shell;
use crate::text::entry_kind::Kind;

/// How many entries are on a page.
const PAGE: usize = 25;

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

/// What a history is narrowed to.
struct Wanted {
    kinds: Vec<Kind>,
    people: Vec<PersonId>,
    page: usize,
}

impl Wanted {
    fn read(query: &Answers) -> Self {
        let kinds = Kind::ALL.into_iter().filter(|kind| query.has("kind", kind.code())).collect();
        let people = query.many("person").filter_map(|id| id.parse().ok()).map(PersonId).collect();
        Self { kinds, people, page: query.one("page").parse().unwrap_or(1).max(1) }
    }

    fn is_narrowed(&self) -> bool {
        !self.kinds.is_empty() || !self.people.is_empty()
    }

    /// A restricted entry is there only where nothing is asked about it.
    fn takes(&self, open: &OpenCase, entry: &Recorded) -> bool {
        let kind = self.kinds.is_empty() || self.kinds.contains(&Kind::of(&entry.event.fact));
        let person = self.people.is_empty() || self.people.contains(&entry.by);
        !self.is_narrowed() || (kind && person && open.reads(entry))
    }

    fn query(&self) -> Answers {
        let kinds = self.kinds.iter().map(|kind| ("kind", kind.code().to_owned()));
        let people = self.people.iter().map(|person| ("person", person.to_string()));
        kinds.chain(people).fold(Answers::default(), |query, (name, value)| query.and(name, value))
    }
}

/// Shows a page of the history.
pub(crate) async fn show(State(app): State<App>, open: OpenCase, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(&Answers::read(query.unwrap_or_default().as_bytes()));
    respond::page(&page(&app, &open, &wanted))
}

fn page(app: &App, open: &OpenCase, wanted: &Wanted) -> Page {
    let entries: Vec<_> =
        open.case.history().iter().rev().filter(|entry| wanted.takes(open, entry)).collect();
    let last = entries.len().div_ceil(PAGE).max(1);
    let at = wanted.page.min(last);
    let shown = entries.iter().skip((at - 1) * PAGE).take(PAGE);
    let fates = Fates::of(open.case.history());
    let timeline = shown.fold(Timeline::new(), |timeline, entry| timeline.entry(open.told(entry, &fates)));
    let title = if last > 1 { format!("history, page {at} of {last}") } else { "history".to_owned() };
    let filters = filters(open, wanted);
    Page {
        shell: open.shell(app, &title),
        header: open.header(CasePage::History),
        in_use: filters.in_use(),
        filters,
        count: counted(entries.len(), at, last),
        deadlines_only: (wanted.kinds != [Kind::Deadline])
            .then(|| open.address(&format!("/history?kind={}", Kind::Deadline.code()))),
        emails: open.address("/emails"),
        timeline: (!entries.is_empty()).then_some(timeline),
        pages: pagination(open, wanted, at, last),
        clear: open.address("/history"),
    }
}

fn counted(count: usize, at: usize, last: usize) -> String {
    let events = if count == 1 { "1 event".to_owned() } else { format!("{count} events") };
    if last > 1 { format!("{events}, page {at} of {last}") } else { events }
}

fn pagination(open: &OpenCase, wanted: &Wanted, at: usize, last: usize) -> Pagination {
    let to = |page: usize| {
        let query = wanted.query().and("page", page.to_string());
        open.address(&format!("/history?{}", query.to_query()))
    };
    Pagination::numbered(at, last, to)
}

fn filters(open: &OpenCase, wanted: &Wanted) -> Filters {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut people: BTreeMap<PersonId, usize> = BTreeMap::new();
    for entry in open.case.history().iter().filter(|entry| open.reads(entry)) {
        *kinds.entry(Kind::of(&entry.event.fact)).or_default() += 1;
        *people.entry(entry.by).or_default() += 1;
    }
    let of_kind = kinds.iter().fold(Checkboxes::new("kind", "What it is about"), |boxes, (kind, count)| {
        let label = format!("{} ({count})", kind.label());
        boxes.item(Choice::new(kind.code(), label).chosen(wanted.kinds.contains(kind)))
    });
    let by_person = people.iter().fold(Checkboxes::new("person", "Recorded by"), |boxes, (person, count)| {
        let label = format!("{} ({count})", open.names().person(*person));
        boxes.item(Choice::new(person.to_string(), label).chosen(wanted.people.contains(person)))
    });
    let mut filters = Filters::new(open.address("/history")).group(of_kind).group(by_person);
    for kind in &wanted.kinds {
        let others = wanted.kinds.iter().copied().filter(|other| other != kind).collect();
        let rest = Wanted { kinds: others, people: wanted.people.clone(), page: 1 };
        filters = filters.chosen(kind.label(), address(open, &rest));
    }
    for person in &wanted.people {
        let others = wanted.people.iter().copied().filter(|other| other != person).collect();
        let rest = Wanted { kinds: wanted.kinds.clone(), people: others, page: 1 };
        filters = filters.chosen(open.names().person(*person), address(open, &rest));
    }
    if wanted.is_narrowed() { filters.clear(open.address("/history")) } else { filters }
}

fn address(open: &OpenCase, wanted: &Wanted) -> String {
    let query = wanted.query().to_query();
    if query.is_empty() { open.address("/history") } else { open.address(&format!("/history?{query}")) }
}
