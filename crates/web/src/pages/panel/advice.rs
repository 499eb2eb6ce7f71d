//! A point of advice of the Panel.

use case::{Case, Fact, Word};

use crate::case_view::entries::{Entries, wrote};

/// The number that the next point gets.
pub(super) fn next_number(case: &Case) -> u16 {
    case.panel.advice.keys().next_back().map_or(1, |last| last.saturating_add(1))
}

/// What a point says.
pub(super) fn text(entries: &Entries<'_>, number: u16) -> String {
    let is_it = |fact: &Fact| matches!(fact, Fact::AdvicePointRecorded(point) if point.number == number);
    entries.last(is_it).map(|(_, event)| wrote(event, Word::Text)).unwrap_or_default()
}
