//! What must hold before a review ends without an LCSPR.

use super::PanelOutcome;
use crate::decisions::Question;
use crate::position::Position;
use crate::rejection::Problems;
use crate::terms::the_partners;
use crate::{Case, Command, KeyDate, Stage, Word};

/// Requires a reason, and that the partners have reconsidered where the Panel did not agree.
pub(super) fn check(case: &Case, command: &Command, problems: &mut Problems) {
    let sent = case.dates.get(KeyDate::Submitted).unwrap_or_default();
    problems.require_follows("The end of the review", command.on, &KeyDate::Submitted.to_string(), sent);
    let disagreement = case.panel.open_disagreement();
    let wants_lcspr = disagreement.is_some_and(|letter| letter.outcome == PanelOutcome::DisagreeWantsLcspr);
    let reason = if wants_lcspr {
        "Enter why the partners depart from the Panel’s view. The reasons go to the Panel"
    } else {
        "Enter why there is no LCSPR"
    };
    problems.require_word(&command.words, Word::Reason, reason);
    let agreed = case.panel.definite().map(|letter| letter.outcome) == Some(PanelOutcome::AgreeLcspr);
    problems.require(
        !agreed,
        "do",
        "The Panel agrees with the LCSPR that the partners recommended. Decide the LCSPR; it can be stopped with reasons",
    );
    match case.stage {
        Stage::PartnersReconsidering => {
            changed_report(case, problems);
            fresh_decisions(case, problems);
        }
        _ => {
            if let Some(letter) = disagreement {
                problems.refuse("do", format!("The Panel {}. Reconsider first", letter.outcome));
            }
        }
    }
}

/// Requires that the three partners decide afresh, or that their disagreement was taken higher.
pub(crate) fn fresh_decisions(case: &Case, problems: &mut Problems) {
    if !case.has_decided_afresh() {
        problems.refuse(
            "do",
            format!(
                "There is no fresh decision for {}. Record it, or an escalation",
                the_partners(&case.undecided(Question::Reconsideration))
            ),
        );
    }
}

impl Position {
    /// Whether the three partners have decided afresh after the Panel disagreed, or their disagreement was taken higher.
    pub fn has_decided_afresh(&self) -> bool {
        self.decisions.escalations.contains_key(&Question::Reconsideration)
            || self.brought_in_at == Some(Stage::PartnersReconsidering)
            || self.undecided(Question::Reconsideration).is_empty()
    }
}

fn changed_report(case: &Case, problems: &mut Problems) {
    let review = &case.rapid_review;
    let changed = review.put().filter(|put| review.sent().is_some_and(|sent| sent.version != put.version));
    if let Some(put) = changed.filter(|put| put.lcspr) {
        problems.refuse(
            "do",
            format!("Version {}, put to the partners, recommends an LCSPR. Decide the LCSPR", put.version),
        );
    }
}
