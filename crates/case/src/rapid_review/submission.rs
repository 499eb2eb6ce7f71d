//! What must hold before the report is sent to the Panel.

use super::Submission;
use crate::decisions::{Answer, Question};
use crate::rejection::Problems;
use crate::terms::{Partner, the_partners};
use crate::{Case, Word, Words};

pub(super) fn check(case: &Case, sent: &Submission, words: &Words, problems: &mut Problems) {
    version(case, sent.version, problems);
    if case.decisions.escalations.contains_key(&Question::RapidReview) {
        return;
    }
    let undecided = case.undecided(Question::RapidReview);
    if sent.without_all_partners {
        problems.require_word(
            words,
            Word::Reason,
            "Enter why it is sent without a decision of every partner",
        );
    } else if !undecided.is_empty() {
        problems.refuse(
            "without_all_partners",
            format!(
                "There is no decision on this version for {}. Record it or an escalation, or say that it is sent without",
                the_partners(&undecided)
            ),
        );
    }
    dissent(case, words, problems);
}

fn version(case: &Case, version: u16, problems: &mut Problems) {
    let Some(put) = case.rapid_review.put() else {
        problems.refuse("version", "Put the report to the partners before it is sent to the Panel");
        return;
    };
    let latest = case.rapid_review.latest().map_or(put.version, |latest| latest.version);
    if latest != put.version {
        problems.refuse(
            "version",
            format!(
                "Version {latest} was written after version {} was put to the partners. Put version {latest} to them first",
                put.version
            ),
        );
    } else if version != put.version {
        problems.refuse(
            "version",
            format!("Send version {}, which was put to the partners, not version {version}", put.version),
        );
    }
}

/// The law sets the deadline, so a disagreement never stops the report: it is enough to say why it was sent.
fn dissent(case: &Case, words: &Words, problems: &mut Problems) {
    let standing = case.decided(Question::RapidReview);
    let against = standing.iter().filter(|(_, made)| made.decision.answer == Answer::Disagree);
    let against: Vec<Partner> = against.map(|(partner, _)| *partner).collect();
    if !against.is_empty() {
        let why = format!("Enter why it is sent without the agreement of {}", the_partners(&against));
        problems.require_word(words, Word::Reason, &why);
    }
}
