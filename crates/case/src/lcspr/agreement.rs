//! Whether the three statutory partners have decided what only they may decide.

use crate::decisions::{Answer, DecisionMade, Question};
use crate::rejection::{Problems, list};
use crate::terms::Partner;
use crate::{Case, ReportDigest};

/// Requires that each partner agrees on `question`, or that their disagreement was taken higher.
///
/// A decision made on another text than `text` no longer stands.
pub(crate) fn require_agreement(
    case: &Case,
    question: Question,
    text: Option<ReportDigest>,
    problems: &mut Problems,
) {
    let agrees = |made: &DecisionMade| {
        made.decision.answer == Answer::Agree && (made.digest == text || on_no_text(made, question))
    };
    require(case, question, agrees, "agree", problems);
}

/// Requires that each partner has decided `question` one way or the other, or that it was taken higher.
pub(crate) fn require_decisions(case: &Case, question: Question, problems: &mut Problems) {
    let decided = |made: &DecisionMade| made.decision.answer != Answer::NeedsMoreInformation;
    require(case, question, decided, "decide", problems);
}

/// Only the final report itself can be signed off by nothing but its text.
fn on_no_text(made: &DecisionMade, question: Question) -> bool {
    question != Question::SignOff && made.digest.is_none()
}

fn require(
    case: &Case,
    question: Question,
    suffices: impl Fn(&DecisionMade) -> bool,
    verb: &str,
    problems: &mut Problems,
) {
    if case.decisions.escalations.contains_key(&question) {
        return;
    }
    let latest = |partner| {
        let made = &case.decisions.made;
        made.iter().rfind(|made| made.decision.question == question && made.decision.partner == partner)
    };
    let undecided = Partner::ALL.iter().filter(|partner| !latest(**partner).is_some_and(&suffices));
    let missing = list(undecided.map(|partner| format!("the {partner}")));
    if !missing.is_empty() {
        problems.refuse(
            "do",
            format!(
                "The three partners must {verb} on {question}. Still missing: {missing}. \
                 Record their decisions, or the escalation of their disagreement"
            ),
        );
    }
}
