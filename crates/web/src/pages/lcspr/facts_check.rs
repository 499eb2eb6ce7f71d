//! What an agency sees of the LCSPR that checks the facts of its own part: what is asked, and what it answered.

use case::{Area, Fact, Word};

use super::comment;
use super::draft_comment::{Comment, own_agencies};
use super::logs::{SHOWN, rest};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::components::{Cell, Inset, Table};
use crate::form::case_form::is_offered;
use crate::text::date;
use crate::text::date::weekday;
use crate::text::grammar::shortened;

/// The page; none for whoever has no part in the drafts. The draft itself is not theirs to read.
pub(super) fn page(app: &App, open: &OpenCase) -> Option<CaseSection> {
    let latest = open.case.lcspr.latest_draft()?;
    let form = Comment::of_version(latest.version);
    let agencies = own_agencies(open);
    if agencies.is_empty() || !is_offered(&form, open) {
        return None;
    }
    let due =
        latest.comments_due.map(|due| format!(" It is wanted by {}.", weekday(due))).unwrap_or_default();
    let first = format!(
        "Please check the facts of your agency’s own part of draft {} of the review.{due} \
         The business unit sends you that part: ask it if you have not got it.",
        latest.version
    );
    let entries = Entries::of(&open.case);
    let page = CaseSection::new(app, open, CasePage::Lcspr, "Check of facts", "check of facts");
    let page = page.first(Inset::new(first)).buttons(comment(open));
    Some(page.part(made(open, &entries)))
}

/// What the visitor's agency found so far.
fn made(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let part = Part::new("made", "What your agency said");
    let own = entries.all(|fact| matches!(fact, Fact::DraftCommented(_)));
    let mut own: Vec<_> = own.filter(|event| open.shows(Area::of(&event.fact))).collect();
    own.reverse();
    if own.is_empty() {
        return part;
    }
    let table = Table::new("What your agency said").hide_caption().column("Date", None);
    let table = own.iter().take(SHOWN).fold(table.column("What it found", None), |table, event| {
        table.row(vec![
            Cell::text(date::when(event.on)),
            Cell::text(shortened(&wrote(event, Word::Comment), 400)),
        ])
    });
    let part = part.show(table);
    match own.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        Some(more) => part.show(rest(open, more, None)),
        None => part,
    }
}
