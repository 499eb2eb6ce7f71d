//! Whether the three statutory partners have decided what only they may decide.

use super::taken_over;
use crate::Case;
use crate::decisions::{Answer, Question};
use crate::rejection::Problems;
use crate::terms::{Partner, the_partners};

/// The partners without whose agreement on `question` the case cannot go on. There are none where their
/// disagreement was taken higher.
///
/// A decision made on an earlier text no longer stands. The decisions of a case brought in late may be nowhere in
/// the record, so none are missed.
pub fn missing_agreement(case: &Case, question: Question) -> Vec<Partner> {
    if taken_over(case) || case.decisions.escalations.contains_key(&question) {
        return Vec::new();
    }
    let decided = case.decided(question);
    let agrees =
        |partner: &Partner| decided.get(partner).is_some_and(|made| made.decision.answer == Answer::Agree);
    Partner::ALL.iter().copied().filter(|partner| !agrees(partner)).collect()
}

/// Requires that each partner agrees on `question`, or that their disagreement was taken higher.
pub(crate) fn require_agreement(case: &Case, question: Question, problems: &mut Problems) {
    let missing = missing_agreement(case, question);
    if !missing.is_empty() {
        let missing = the_partners(&missing);
        problems.refuse(
            "do",
            format!("There is no agreement of {missing} on {question}. Record it, or an escalation"),
        );
    }
}
