//! One version of the report: its text, what changed since the version before, comments and checks of facts.

use axum::extract::State;
use case::lcspr::Draft;
use case::{Area, Event, Fact, Word};

use super::draft_comment::Comment;
use super::drafts::{author, versions};
use super::logs::rest;
use crate::app::App;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{ButtonLink, Cell, Details, Html, Inset, SummaryList, SummaryRow, Table};
use crate::error::{Answer, Error};
use crate::http::path::Below;
use crate::http::respond;
use crate::pages::offered;
use crate::text::date;
use crate::text::date::weekday;
use crate::text::entry_kind::Kind;
use crate::text::grammar::several;
use crate::text_diff;
use crate::text_diff::Passage;

/// How many comments are shown.
const COMMENTS: usize = 50;
/// How many passages that differ are shown.
const PASSAGES: usize = 50;

/// One version with what stands around it.
#[derive(Clone, Copy)]
struct Version<'e> {
    number: u32,
    event: &'e Event,
    draft: &'e Draft,
    before: Option<&'e Event>,
}

/// Shows it.
pub(crate) async fn show(
    State(app): State<App>,
    open: InArea<area::Lcspr>,
    Below(draft): Below<String>,
) -> Answer {
    let entries = Entries::of(&open.case);
    let version = found(&entries, &draft).ok_or(Error::NotFound)?;
    respond::page(&page(&app, &open, &entries, version))
}

/// The version that an address names.
fn found<'e>(entries: &'e Entries<'_>, draft: &str) -> Option<Version<'e>> {
    let all = versions(entries);
    let at = all.iter().position(|(_, _, one)| one.version.to_string() == draft)?;
    let (number, event, draft) = all[at];
    let before = at.checked_sub(1).map(|before| all[before].1);
    Some(Version { number, event, draft, before })
}

fn page(app: &App, open: &OpenCase, entries: &Entries<'_>, of: Version<'_>) -> CaseSection {
    let name = format!("Draft {}", of.draft.version);
    let comment = offered::link(&Comment::of_version(of.draft.version), open);
    let back = ButtonLink::secondary("Back to the LCSPR", open.address(super::HOME));
    let page =
        CaseSection::new(app, open, CasePage::Lcspr, &name, &format!("LCSPR draft {}", of.draft.version))
            .first(facts(open, of))
            .buttons(comment.into_iter().chain([back]))
            .part(comments(open, entries, of.draft.version));
    let page = match of.before {
        Some(before) => page.part(changed(of, before)),
        None => page,
    };
    page.part(text(of))
}

/// When it was written, by whom, and who is asked by when.
fn facts(open: &OpenCase, of: Version<'_>) -> SummaryList {
    let due = of.draft.comments_due.map_or_else(|| "No date set".to_owned(), weekday);
    let agreed = (open.case.lcspr.agreed == Some(of.draft.version))
        .then(|| "Signed off by the three partners".to_owned());
    let rows = [
        ("Written", date::when(of.event.on)),
        ("Recorded by", author(open, of.number)),
        ("Asked to comment", wrote(of.event, Word::Who)),
        ("Comments due", due),
        ("Where it is kept", wrote(of.event, Word::Reference)),
        ("Digest", of.draft.digest.to_string()),
        ("Sign-off", agreed.unwrap_or_default()),
    ];
    let said = rows.into_iter().filter(|(_, says)| !says.is_empty());
    said.map(|(name, says)| SummaryRow::new(name, says)).fold(SummaryList::new(), SummaryList::row)
}

/// Comments and checks of facts that the visitor may read, the latest first.
fn comments(open: &OpenCase, entries: &Entries<'_>, version: u16) -> Part {
    let part = Part::new("comments", "Comments and checks of facts");
    let of_it = |fact: &Fact| matches!(fact, Fact::DraftCommented(comment) if comment.version == version);
    let mut all: Vec<_> =
        entries.numbered(of_it).filter(|(_, event)| open.shows(Area::of(&event.fact))).collect();
    all.reverse();
    if all.is_empty() {
        return part;
    }
    let table = Table::new("Comments and checks of facts").hide_caption().column("Date", None);
    let table = table.column("By", None).column("What it is", None).column("What it says", None);
    let table = all.iter().take(COMMENTS).fold(table, |table, (number, event)| {
        let Fact::DraftCommented(comment) = &event.fact else { return table };
        let agency = comment.agency.map(|agency| open.names().organisation(agency));
        let kind = if comment.fact_check { "Check of facts" } else { "Comments" };
        let what = agency.map_or_else(|| kind.to_owned(), |agency| format!("{kind} by {agency}"));
        table.row(vec![
            Cell::text(date::when(event.on)),
            Cell::text(author(open, *number)),
            Cell::text(what),
            Cell::text(wrote(event, Word::Comment)),
        ])
    });
    let part = part.show(table);
    match all.len().checked_sub(COMMENTS).filter(|more| *more > 0) {
        Some(more) => part.show(rest(open, more, Some(Kind::Document))),
        None => part,
    }
}

/// What changed since the version before: only the passages that differ, with the words that do underlined.
fn changed(of: Version<'_>, before: &Event) -> Part {
    let part =
        Part::new("changes", format!("What changed since draft {}", of.draft.version.saturating_sub(1)));
    let (was, is) = (wrote(before, Word::Text), wrote(of.event, Word::Text));
    if was.is_empty() || is.is_empty() {
        return part
            .show(Inset::new("The text of one of the two is not kept here, so they cannot be compared."));
    }
    let passages = text_diff::passages(&was, &is);
    let alike: usize =
        passages.iter().map(|passage| if let Passage::Alike(count) = passage { *count } else { 0 }).sum();
    let differs: Vec<_> = passages
        .into_iter()
        .filter_map(|passage| match passage {
            Passage::Differs(was, is) => Some((was, is)),
            Passage::Alike(_) => None,
        })
        .collect();
    let table = Table::new("Passages that differ").hide_caption();
    let table = table.column("Before", None).column("In this draft", None);
    let table = differs.iter().take(PASSAGES).fold(table, |table, (was, is)| {
        let (left, right) = text_diff::between(was, is);
        table.row(vec![side(left), side(right)])
    });
    let alike = several(alike, "paragraph is", "paragraphs are");
    let more = differs.len().saturating_sub(PASSAGES);
    let more = if more > 0 { format!(" {more} more passages differ.") } else { String::new() };
    let part = part.show(Inset::new(format!("{alike} the same in both and not shown.{more}")));
    if differs.is_empty() { part } else { part.show(table) }
}

/// A passage with its differences; says where there is none on this side.
fn side(marked: text_diff::Marked<'_>) -> Cell {
    if marked.is_empty() { Cell::text("Not there") } else { Cell::html(Html::marked(marked)) }
}

fn text(of: Version<'_>) -> Part {
    let part = Part::new("text", "Text");
    let text = wrote(of.event, Word::Text);
    if text.is_empty() {
        return part.show(Inset::new("The text is not kept here. The digest tells which text this is."));
    }
    let words = text.split_whitespace().count();
    let row = SummaryList::new().row(SummaryRow::new(format!("Draft {}", of.draft.version), text));
    part.show(Details::new(format!("Read the text, {}", several(words, "word", "words")), row))
}
