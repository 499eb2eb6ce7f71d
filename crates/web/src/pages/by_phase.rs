//! Narrowing a list by the phase in which a case is.

use case::Phase;

use crate::form::Filter;
use crate::form::question::{Offer, Question, Tailored, several_of};
use crate::text::phase::in_address;

const PHASE: Question<Vec<String>> = several_of("stage", "Stage");

/// The question, with every phase.
pub(super) fn question() -> Tailored<Vec<String>> {
    PHASE.among(Phase::ALL.iter().map(|phase| Offer::new(&in_address(*phase), phase.label())))
}

/// The phases that are chosen; none where all are wanted.
pub(super) fn chosen(filter: &Filter<'_>) -> Vec<Phase> {
    let chosen = filter.of(&PHASE);
    Phase::ALL.iter().copied().filter(|phase| chosen.contains(&in_address(*phase))).collect()
}
