//! What the three exceptions have in common: the three partners decide, and the National Panel and the Secretary of
//! State are told why.

use case::When;
use case::decisions::Question as Decided;
use case::lcspr::missing_agreement;

use crate::case_view::OpenCase;
use crate::form::question::{Question, when};
use crate::text::grammar::and;

/// When the National Panel was told why.
pub(super) const PANEL_TOLD: Question<When> =
    when("panel_told", "When was the National Panel told why? (optional)")
        .short("National Panel told")
        .called("Date the National Panel was told")
        .hint(NOT_YET);
/// When the Secretary of State was told why.
pub(super) const SECRETARY_OF_STATE_TOLD: Question<When> =
    when("secretary_of_state_told", "When was the Secretary of State told why? (optional)")
        .short("Secretary of State told")
        .called("Date the Secretary of State was told")
        .hint(NOT_YET);
const NOT_YET: &str = "For example, 27 3 2026. Leave it empty if they have not been told yet";

/// Whose agreement is missing, or that nobody’s is.
pub(super) fn agreement(open: &OpenCase, question: Decided) -> String {
    let missing = missing_agreement(&open.case, question);
    if missing.is_empty() {
        let higher = open.case.decisions.escalations.contains_key(&question);
        let how = if higher { "The disagreement was taken higher" } else { "The three partners agree" };
        return format!("{how}.");
    }
    let missing: Vec<_> = missing.iter().map(|partner| format!("the {partner}")).collect();
    format!(
        "Each of the three partners decides on {question} first. Not agreed yet: {}. Record it under Decisions.",
        and(&missing)
    )
}

/// What is still to be done where one of the two was not told.
pub(super) fn still_to_inform(panel: When, secretary_of_state: When) -> Option<String> {
    let missing: Vec<_> = [("the National Panel", panel), ("the Secretary of State", secretary_of_state)]
        .into_iter()
        .filter(|(_, told)| *told == When::NotKnown)
        .map(|(who, _)| who)
        .collect();
    (!missing.is_empty()).then(|| format!("Tell {} why as soon as possible.", and(&missing)))
}
