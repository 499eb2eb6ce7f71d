//! Looking for a case by its reference, or for anything that was written.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{RawQuery, State};
use case::{CaseId, Reference, Stage, Words};
use store::{CaseRow, Hit, cases};

use crate::app::{App, Known};
use crate::components::{Breadcrumbs, Button, Cell, Html, Table, Timeline, TimelineEntry};
use crate::error::{Answer, Error};
use crate::form::question::{Question, search};
use crate::form::{Answers, Filter};
use crate::http::respond;
use crate::layout::{Before, Section, Shell};
use crate::lists::case_url;
use crate::session::SignedIn;
use crate::text::{date, entry, phase};

const TEXT: Question<String> = search("q", "Reference or keyword")
    .hint("For example, 2026-014. Each word may be the beginning of a longer one")
    .plain();

/// How much of an entry is compared with what is looked for.
const LONGEST: usize = 200;
/// How many entries are shown.
const MOST: usize = 50;
/// How many letters of an entry are shown before and after what was looked for.
const BEFORE: usize = 60;
const AFTER: usize = 160;

#[derive(Template)]
#[template(path = "pages/search.html")]
struct Page {
    shell: Shell,
    looked_for: Html,
    search: Button,
    asked: bool,
    reference: Option<String>,
    cases: Option<(usize, Table)>,
    entries: Option<(usize, Timeline)>,
    cut: bool,
}

/// Shows what was found. What was looked for is in no log.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn, RawQuery(query): RawQuery) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let filter = Filter::new("/search", query, app.clock().today()).searched(TEXT);
    let text = filter.of(&TEXT);
    let (known, reference) = (app.known(), text.parse::<Reference>().ok());
    let mut rows = match reference {
        Some(reference) => cases_of(&app, &visitor, reference).await?,
        None => Vec::new(),
    };
    if let [row] = rows.as_slice() {
        return respond::go_to(&case_url::of_case(&known, &visitor, row.partnership, row.reference));
    }
    let hits = store::search::open(app.db(), &visitor.actor, app.clock().now(), &text, MOST).await?;
    let mut seen: BTreeMap<CaseId, CaseRow> = BTreeMap::new();
    for hit in &hits {
        seen.entry(hit.case.case).or_insert_with(|| hit.case.clone());
    }
    rows.extend(seen.into_values());
    rows.sort_by_key(|row| std::cmp::Reverse(row.reference));
    rows.dedup_by_key(|row| row.case);
    respond::page(&page(&app, &known, &visitor, &filter, &rows, &hits))
}

/// The cases of this reference that the visitor may know of: one in each partnership at most.
pub(crate) async fn cases_of(
    app: &App,
    visitor: &SignedIn,
    reference: Reference,
) -> Result<Vec<CaseRow>, Error> {
    Ok(cases::by_reference(&mut app.db().snapshot().await?, &visitor.actor, reference).await?)
}

fn page(
    app: &App,
    known: &Known,
    visitor: &SignedIn,
    filter: &Filter<'_>,
    rows: &[CaseRow],
    hits: &[Hit],
) -> Page {
    let text = filter.of(&TEXT);
    let reference = text.parse::<Reference>().ok().filter(|_| rows.is_empty());
    let crumbs = Breadcrumbs::new().crumb("Home", "/").crumb("Search", "/search");
    let timeline =
        hits.iter().fold(Timeline::new(), |timeline, hit| timeline.entry(shown(known, visitor, hit, &text)));
    Page {
        shell: Shell::of(app, visitor, Section::Cases, "Search").after(Before::Crumbs(crumbs)),
        looked_for: filter.search_box(),
        search: Button::primary("Search"),
        asked: !text.is_empty(),
        reference: reference.map(|reference| reference.to_string()),
        cases: (!rows.is_empty()).then(|| (rows.len(), table(known, visitor, rows))),
        entries: (!hits.is_empty()).then_some((hits.len(), timeline)),
        cut: hits.len() == MOST,
    }
}

fn table(known: &Known, visitor: &SignedIn, rows: &[CaseRow]) -> Table {
    let table = Table::new("Cases that were found").hide_caption();
    let table = table.column("Case", None).column("Title", None).column("Stage", None);
    rows.iter().fold(table, |table, row| {
        let reference = row.reference.to_string();
        let href = case_url::of_case(known, visitor, row.partnership, row.reference);
        // Whoever may not know of the course of a case finds no page of it.
        let case = Cell::reference(reference, Some(href).filter(|_| !row.stage.is_empty()));
        let stage = phase::stage(&row.stage).map(Stage::label).unwrap_or_default();
        table.row(vec![case, Cell::text(&row.title), Cell::text(stage)])
    })
}

fn shown(known: &Known, visitor: &SignedIn, hit: &Hit, text: &str) -> TimelineEntry {
    let (case, found) = (&hit.case, &hit.entry);
    let href = case_url::of_case(known, visitor, case.partnership, case.reference);
    let link = (
        format!("Entry {} of case {}", found.seq, case.reference),
        format!("{href}/history#entry-{}", found.seq),
        String::new(),
    );
    TimelineEntry {
        title: format!("{}: {}", case.reference, entry::title(&found.event.fact, &known.names)),
        by: known.names.person(found.by),
        at: date::day_and_time(found.at),
        datetime: found.at.to_rfc3339(),
        text: excerpt(&found.event.words, text),
        link: (!case.stage.is_empty()).then_some(link),
        ..TimelineEntry::default()
    }
}

/// Where the first word that was looked for stands in what was written.
fn excerpt(words: &Words, looked_for: &str) -> Option<String> {
    let tokens: Vec<_> = tokens(looked_for).collect();
    let found = words.iter().find_map(|(_, text)| {
        let letters: Vec<char> = text.chars().collect();
        let begins = |at: &usize| *at == 0 || !letters[*at - 1].is_alphanumeric();
        let here = |at: usize| {
            let rest: String = letters[at..].iter().take(LONGEST).collect::<String>().to_lowercase();
            tokens.iter().any(|token| rest.starts_with(token.as_str()))
        };
        let at = (0..letters.len()).filter(begins).find(|at| here(*at))?;
        Some((letters, at))
    });
    let (letters, at) = found?;
    let (from, until) = (at.saturating_sub(BEFORE), (at + AFTER).min(letters.len()));
    let text: String = letters[from..until].iter().collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, after) = (if from > 0 { "… " } else { "" }, if until < letters.len() { " …" } else { "" });
    Some(format!("{before}{text}{after}"))
}

fn tokens(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|token| !token.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use case::Word;

    use super::*;
    use crate::tests::harness::service;

    #[test]
    fn an_excerpt_is_around_what_was_looked_for() {
        let words =
            Words::none().and(Word::Text, format!("{} Bruising seen. {}", "a ".repeat(90), "b ".repeat(200)));
        let found = excerpt(&words, "bruis").unwrap();
        assert!(
            found.starts_with("… a") && found.contains("Bruising seen.") && found.ends_with('…'),
            "{found}"
        );
        assert_eq!(excerpt(&words, "ruising"), None);
    }

    #[tokio::test]
    async fn a_reference_leads_to_its_case() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        for typed in ["2026-003", "2026-3", "case+2026+003"] {
            let answer = sam.get(&format!("/search?q={typed}")).await;
            assert_eq!(
                (answer.status.as_u16(), answer.location.as_str()),
                (303, "/cases/2026-003"),
                "{typed}"
            );
        }
    }

    #[tokio::test]
    async fn what_is_not_there_and_what_may_not_be_seen_answer_alike() {
        let service = service().await;
        let lee = service.as_person("lee-harper").await;
        let (hidden, missing) = (lee.get("/search?q=2026-004").await, lee.get("/search?q=2026-144").await);
        assert!(hidden.text.contains("2026-004 was not found. You may not have access."));
        assert_eq!(hidden.text.replace("2026-004", "2026-144"), missing.text);
    }

    #[tokio::test]
    async fn words_find_cases_and_entries_and_nothing_typed_becomes_markup() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let found = sam.get("/search?q=toddler").await.text;
        assert!(
            found.contains("Cases (")
                && found.contains("href=\"/cases/2026-004\"")
                && found.contains("Entries (")
        );
        let nothing = sam.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").await.text;
        assert!(nothing.contains("Nothing was found.") && !nothing.contains("<script>alert"));
        assert!(sam.get("/search").await.text.contains("Enter a case reference"));
    }
}
