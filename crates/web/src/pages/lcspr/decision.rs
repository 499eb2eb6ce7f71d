//! What the review rests on: the decision, its key lines of enquiry, the reviewer, and what it waits for.

use case::{Area, Fact, When, Word};

use super::hold::proceeding;
use super::key_line::{self, Finding};
use super::key_line_new::NewKeyLine;
use super::{goes_on, links, terms};
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::section::Part;
use crate::components::{Cell, Html, Inset, SummaryList, SummaryRow, Table, Tag, Tone};
use crate::form::Form;
use crate::form::asked::capital;
use crate::form::case_form::is_offered;
use crate::text::date;
use crate::text::grammar::{and, shortened};

/// How much of the terms of reference stands on the page.
const TERMS: usize = 400;
/// How many proceedings stand on the page; there is a page of them.
const PROCEEDINGS: usize = 10;

/// Rows of what says something.
fn list(rows: impl IntoIterator<Item = (&'static str, String)>) -> Option<SummaryList> {
    let rows: Vec<_> = rows.into_iter().filter(|(_, says)| !says.trim().is_empty()).collect();
    let row = |(name, says): (&str, String)| SummaryRow::new(name, says);
    (!rows.is_empty()).then(|| rows.into_iter().map(row).fold(SummaryList::new(), SummaryList::row))
}

fn lines(of: &[impl std::fmt::Display]) -> String {
    of.iter().map(capital).collect::<Vec<_>>().join("\n")
}

fn period(from: When, to: When) -> String {
    match (from, to) {
        (When::NotKnown, When::NotKnown) => String::new(),
        (from, to) => format!("{} to {}", date::when(from), date::when(to)),
    }
}

/// The decision to start, with the criteria relied on.
pub(super) fn decided(_open: &OpenCase, entries: &Entries<'_>) -> Part {
    let part = Part::new("decision", "Decision to start");
    let Some((_, event)) = entries.last(|fact| matches!(fact, Fact::LcsprDecided(_))) else { return part };
    let Fact::LcsprDecided(decision) = &event.fact else { return part };
    let shown = list([
        ("Decided", date::when(event.on)),
        ("Criteria relied on", lines(&decision.criteria)),
        ("Also weighed", lines(&decision.circumstances)),
        ("Why", wrote(event, Word::Reason)),
        ("Period looked at", period(decision.scope_from, decision.scope_to)),
        ("Scope", wrote(event, Word::Scope)),
        ("Who decided", wrote(event, Word::DecidedBy)),
    ]);
    shown.into_iter().fold(part, Part::show)
}

/// The lines of enquiry, each with its finding. Those without one stand out.
pub(super) fn key_lines(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let all = &open.case.lcspr.key_lines;
    let untraced: Vec<_> = all.iter().filter(|(_, traced)| !**traced).map(|(number, _)| *number).collect();
    let part = Part::new("key-lines", "Key lines of enquiry").links(links(open, &[&NewKeyLine]));
    if all.is_empty() {
        return part;
    }
    let part = match untraced.as_slice() {
        [] => part,
        [one] if all.len() == 1 => part.show(Inset::new(format!("Key line {one} has no finding yet."))),
        some => {
            let (count, of) = (some.len(), all.len());
            part.show(Inset::new(format!("{count} of {of} have no finding yet: {}.", and(some))))
        }
    };
    let table = Table::new("Key lines of enquiry").hide_caption().column("Line", None);
    let table = table.column("What the review should find out", None).column("Finding", None);
    let row = |number: u8| {
        let form = Finding::of_line(number);
        let link = is_offered(&form, open).then(|| open.address(&form.page().path));
        let found = key_line::finding(entries, number);
        let cell = match &found {
            Some(found) => Html::text(found),
            None => Html::of(Tag::new("No finding yet").tone(Tone::Yellow)),
        };
        let text = if found.is_some() { "Change" } else { "Record the finding" };
        let link = link.map(|href| Cell::link_about(text, href, format!("for key line {number}")));
        (number, cell, link)
    };
    let table = if goes_on(open) { table.column("What you can do", None) } else { table };
    let table = all.keys().map(|number| row(*number)).fold(table, |table, (number, found, link)| {
        table.row(vec![
            Cell::text(number.to_string()),
            Cell::text(key_line::asks(entries, number)),
            Cell::html(found),
            link.unwrap_or_else(|| Cell::text("")),
        ])
    });
    part.show(table)
}

/// The reviewer, the contract and the terms of reference.
pub(super) fn reviewer(open: &OpenCase, entries: &Entries<'_>) -> Part {
    let part = Part::new("reviewer", "Reviewer and terms of reference");
    let appointed = entries.last(|fact| matches!(fact, Fact::LcsprCommissioned(_))).map(|(_, event)| event);
    let replaced = entries.last(|fact| matches!(fact, Fact::ReviewerReplaced(_))).map(|(_, event)| event);
    let mut rows = Vec::new();
    if let Some(event) = replaced.or(appointed) {
        rows.push(("Reviewer", wrote(event, Word::Who)));
        rows.push((if replaced.is_some() { "Since" } else { "Appointed" }, date::when(event.on)));
        rows.push((
            if replaced.is_some() { "Why replaced" } else { "Why this reviewer" },
            wrote(event, Word::Reason),
        ));
    }
    if let (Some(event), Some(commission)) = (appointed, &open.case.lcspr.commission) {
        let checked = if commission.independent { "Checked" } else { "Not recorded" };
        let how = wrote(event, Word::Comment);
        rows.push((
            "Independence",
            if how.is_empty() { checked.to_owned() } else { format!("{checked}\n{how}") },
        ));
        rows.push(("Contract", period(commission.from, commission.until)));
        rows.push(("Budget", commission.budget_pounds.map(pounds).unwrap_or_default()));
    }
    if let Some(version) = open.case.lcspr.terms {
        let text = terms::latest(entries).map(|text| shortened(&text, TERMS)).unwrap_or_default();
        rows.push(("Terms of reference", format!("Version {version}\n{text}")));
    }
    list(rows).into_iter().fold(part, Part::show)
}

/// “£18,000”.
fn pounds(pounds: u32) -> String {
    let digits = pounds.to_string();
    let first = digits.len() % 3;
    let (head, rest) = digits.split_at(first);
    let groups = rest.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    let all: Vec<_> =
        Some(head.to_owned()).filter(|head| !head.is_empty()).into_iter().chain(groups).collect();
    format!("£{}", all.join(","))
}

/// Proceedings beside the review, how it was held, and that it was stopped.
pub(super) fn course(open: &OpenCase, entries: &Entries<'_>) -> Option<Html> {
    let all = &open.case.proceedings.proceedings;
    let all =
        if open.shows(Area::Overview) { all.iter().rev().take(PROCEEDINGS).collect() } else { Vec::new() };
    let proceedings = all.into_iter().map(|(number, standing)| {
        let end = match standing.ended {
            Some(on) => format!("Ended: {}", date::when(on)),
            None => format!("Expected to end: {}", date::when(standing.proceeding.expected_end)),
        };
        SummaryRow::new(format!("Proceeding {}", proceeding(open, *number)), end)
    });
    let held = entries
        .all(|fact| matches!(fact, Fact::LcsprHeld(_) | Fact::LcsprResumed | Fact::LcsprDiscontinued(_)));
    let held = held.map(|event| {
        let what = match &event.fact {
            Fact::LcsprHeld(_) => "Held",
            Fact::LcsprResumed => "Resumed",
            _ => "Stopped",
        };
        let kept = wrote(event, Word::Learning);
        let kept = if kept.is_empty() { kept } else { format!("\nLearning that is kept: {kept}") };
        let informed = match &event.fact {
            Fact::LcsprHeld(of) => informed(of.panel_told, Some(of.secretary_of_state_told)),
            Fact::LcsprDiscontinued(stop) => informed(stop.panel_told, None),
            _ => String::new(),
        };
        SummaryRow::new(
            format!(
                "{what} {}",
                if event.on == When::NotKnown { String::new() } else { event.on.to_string() }
            ),
            format!("{}{kept}{informed}", wrote(event, Word::Reason)),
        )
    });
    let rows: Vec<_> = proceedings.chain(held).collect();
    (!rows.is_empty()).then(|| Html::of(rows.into_iter().fold(SummaryList::new(), SummaryList::row)))
}

fn informed(panel: When, secretary_of_state: Option<When>) -> String {
    let said = |who: &str, on: When| match on {
        When::NotKnown => format!("\n{who} told: not recorded"),
        on => format!("\n{who} told: {on}"),
    };
    let secretary = secretary_of_state.map(|on| said("Secretary of State", on)).unwrap_or_default();
    said("National Panel", panel) + &secretary
}

#[cfg(test)]
mod tests {
    use super::pounds;

    #[test]
    fn money_is_written_in_groups() {
        assert_eq!([0, 950, 18_000, 1_250_000].map(pounds), ["£0", "£950", "£18,000", "£1,250,000"]);
    }
}
