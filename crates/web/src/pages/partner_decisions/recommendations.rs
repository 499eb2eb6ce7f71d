//! What a version of the rapid review report recommends, in three rows.

use std::borrow::Cow;

use case::rapid_review::{Report, Section, SectionWritten, Significance};
use case::{Event, Fact, When, Word};

use crate::case_view::OpenCase;
use crate::components::{SummaryList, SummaryRow};
use crate::text::grammar::{several, shortened};

/// How many rows there are, which are numbered where the report has as many recommendations.
pub(super) const ROWS: usize = 3;

/// How much of what was written stands in a row. The report has all of it.
const MOST: usize = 400;

/// The rows of a version.
pub(super) fn of(open: &OpenCase, version: u16) -> SummaryList {
    let entries = open.case.standing();
    let written = entries.iter().rev().find_map(|(number, event)| match &event.fact {
        Fact::ReportWritten(report) if report.version == version => Some((*number, report, event)),
        _ => None,
    });
    let Some((number, report, event)) = written else { return SummaryList::new() };
    let are_numbered = usize::from(report.recommendations) == ROWS;
    let rows = [
        ("National review", national(report, event)),
        ("LCSPR", lcspr(report, event, section(&entries, number))),
        ("Actions now", word(event, Word::Actions).unwrap_or_else(|| "None are named.".to_owned())),
    ];
    (1..).zip(rows).fold(SummaryList::new(), |list, (number, (name, says))| {
        let key = if are_numbered { format!("{number}. {name}") } else { name.to_owned() };
        list.row(SummaryRow::new(key, says))
    })
}

fn national(report: &Report, event: &Event) -> String {
    let needed = match report.national {
        Significance::Yes => "Needed.",
        Significance::No => "Not needed.",
        Significance::Unsure => "Unsure whether one is needed.",
    };
    sentences([Some(needed.to_owned()), word(event, Word::NationalSignificance)])
}

fn lcspr(report: &Report, event: &Event, section: Option<(&SectionWritten, &Event)>) -> String {
    if !report.lcspr {
        return sentences([Some("Do not carry out an LCSPR.".to_owned()), word(event, Word::LcsprReason)]);
    }
    let (period, lines) =
        section.map(|(section, event)| (period(section), key_lines(event))).unwrap_or_default();
    let scope = period.or_else(|| word(event, Word::Scope));
    let scope = scope.map(|scope| format!("Scope: {}.", scope.trim_end_matches('.')));
    sentences([Some("Carry out an LCSPR.".to_owned()), scope, lines])
}

/// The section on an LCSPR as it read when the version was written.
fn section<'e>(entries: &'e [(u32, Cow<'e, Event>)], before: u32) -> Option<(&'e SectionWritten, &'e Event)> {
    entries.iter().rev().filter(|(number, _)| *number < before).find_map(|(_, event)| match &event.fact {
        Fact::SectionWritten(written) if written.section == Section::Lcspr => Some((written, event.as_ref())),
        _ => None,
    })
}

fn period(section: &SectionWritten) -> Option<String> {
    let (from, to) = (section.scope_from, section.scope_to);
    (from != When::NotKnown && to != When::NotKnown).then(|| format!("{from} to {to}"))
}

fn key_lines(event: &Event) -> Option<String> {
    let lines = event.words.get(Word::KeyLines)?.lines().filter(|line| !line.trim().is_empty()).count();
    (lines > 0).then(|| format!("{}.", several(lines, "key line of enquiry", "key lines of enquiry")))
}

fn word(event: &Event, word: Word) -> Option<String> {
    event.words.get(word).map(|text| shortened(text, MOST))
}

fn sentences<const N: usize>(all: [Option<String>; N]) -> String {
    all.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
