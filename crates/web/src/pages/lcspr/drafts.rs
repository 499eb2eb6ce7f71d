//! The versions of the report on the page of the LCSPR. Their texts are on pages of their own.

use std::collections::BTreeMap;

use case::lcspr::Draft;
use case::{Area, Event, Fact, Word};

use super::draft_comment::Comment;
use super::draft_new::NewDraft;
use super::links;
use super::logs::{SHOWN, rest};
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::section::Part;
use crate::components::{Cell, Table};
use crate::text::date;
use crate::text::date::weekday;
use crate::text::entry_kind::Kind;
use crate::text::grammar::several;

/// The versions, the latest first.
pub(super) fn part(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let latest = open.case.lcspr.latest_draft().map(|draft| Comment::of_version(draft.version));
    let comment = latest.map(|form| links(open, &[&form]));
    let part =
        Part::new("drafts", "Drafts").links(links(open, &[&NewDraft])).links(comment.into_iter().flatten());
    let all = versions(entries);
    if all.is_empty() {
        return part;
    }
    let comments = comments(open, entries);
    let table = Table::new("Drafts").hide_caption().column("Version", None).column("Written", None);
    let table = table.column("Asked to comment", None).column("Comments due", None).column("Comments", None);
    let table = all.iter().rev().take(SHOWN).fold(table, |table, (number, event, draft)| {
        let signed = open.case.lcspr.agreed == Some(draft.version);
        let name = format!("Draft {}{}", draft.version, if signed { ", signed off" } else { "" });
        let author = author(open, *number);
        let count = comments.get(&draft.version).copied().unwrap_or_default();
        table.row(vec![
            Cell::link(name, open.address(&format!("/lcspr/drafts/{}", draft.version))),
            Cell::text(format!("{}, recorded by {author}", date::when(event.on))),
            Cell::text(wrote(event, Word::Who)),
            Cell::text(draft.comments_due.map(weekday).unwrap_or_default()),
            Cell::text(several(count, "comment", "comments")),
        ])
    });
    let part = part.show(table);
    match all.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        Some(more) => part.show(rest(open, more, Some(Kind::Document))),
        None => part,
    }
}

/// Every version as it stands, with the number of its entry.
pub(super) fn versions<'e>(entries: &'e Entries<'_>) -> Vec<(u32, &'e Event, &'e Draft)> {
    let written = entries.numbered(|fact| matches!(fact, Fact::DraftWritten(_)));
    written
        .filter_map(|(number, event)| match &event.fact {
            Fact::DraftWritten(draft) => Some((number, event, draft)),
            _ => None,
        })
        .collect()
}

/// Who recorded an entry.
pub(super) fn author(open: &OpenCase, number: u32) -> String {
    open.case.entry(number).map(|entry| open.names().person_and_place(entry.by)).unwrap_or_default()
}

/// How many comments on each version the visitor may read.
fn comments(open: &OpenCase, entries: &Entries<'_>) -> BTreeMap<u16, usize> {
    let mut counts = BTreeMap::new();
    for event in entries.all(|fact| matches!(fact, Fact::DraftCommented(_))) {
        if let Fact::DraftCommented(comment) = &event.fact
            && open.shows(Area::of(&event.fact))
        {
            *counts.entry(comment.version).or_default() += 1;
        }
    }
    counts
}
