//! What must hold before a letter of the Panel is recorded.

use super::{PanelOutcome, PanelResponse};
use crate::position::Position;
use crate::rejection::Problems;
use crate::{Case, Command, KeyDate, Stage, When, Word};

pub(super) fn check(case: &Case, response: &PanelResponse, command: &Command, problems: &mut Problems) {
    at_its_stage(case, problems);
    problems.require_word(&command.words, Word::Summary, "Enter what the Panel said, in your own words");
    if response.outcome == PanelOutcome::MoreInformation {
        problems.require_word(&command.words, Word::Text, "Enter what the Panel asked for");
    }
    dates(case, response.letter, command.on, problems);
    outcome(case, response, problems);
    recommendations(case, response, problems);
}

fn at_its_stage(case: &Case, problems: &mut Problems) {
    problems.require(
        case.stage >= Stage::SubmittedToPanel || case.stage == Stage::NotificationReclassified,
        "do",
        &format!("The case is at “{}”. The Panel responds after the report was sent to it", case.stage),
    );
    problems.require(case.stage != Stage::PanelQuery, "do", "Record the answer to the Panel’s query first");
}

fn dates(case: &Case, letter: When, received: When, problems: &mut Problems) {
    if received.certainly_before(letter) {
        problems.refuse(
            "letter",
            format!(
                "The letter ({letter}) cannot be dated after it was received ({received}). Check both dates"
            ),
        );
    }
    if let Some(sent) = case.dates.get(KeyDate::Submitted).filter(|sent| letter.certainly_before(*sent)) {
        problems.refuse(
            "letter",
            format!("The letter ({letter}) cannot be before the submission to the Panel ({sent}). Check both dates"),
        );
    }
}

fn outcome(case: &Case, response: &PanelResponse, problems: &mut Problems) {
    let outcome = response.outcome;
    if !case.panel_can_answer(outcome) {
        let said = if outcome.answers_lcspr() == Some(true) { "did not recommend" } else { "recommended" };
        problems.refuse(
            "outcome",
            format!("The partners {said} an LCSPR, so the Panel cannot have answered that it “{outcome}”"),
        );
    }
    let stated = response.agrees_with_local_decision;
    if outcome.agrees().is_some() && stated.is_some() && stated != outcome.agrees() {
        problems.refuse(
            "agrees_with_local_decision",
            format!("“{outcome}” says otherwise. Correct the outcome, or leave the agreement out"),
        );
    }
}

impl Position {
    /// Whether the Panel can have answered this: what it says about an LCSPR answers what the partners told it.
    pub fn panel_can_answer(&self, outcome: PanelOutcome) -> bool {
        outcome.answers_lcspr().is_none_or(|lcspr| self.may_have_said(lcspr))
    }

    /// Whether the partners may have told the Panel that there would (`lcspr`), or would not, be an LCSPR. Where a
    /// case began elsewhere and the record does not say, they may have.
    fn may_have_said(&self, lcspr: bool) -> bool {
        let reported = self.rapid_review.sent().map(|report| report.lcspr);
        let decided = self.lcspr.decision.is_some();
        reported.is_none_or(|reported| reported == lcspr) || (decided && lcspr)
    }
}

fn recommendations(case: &Case, response: &PanelResponse, problems: &mut Problems) {
    let last = case.rapid_review.sent().map_or(u8::MAX, |report| report.recommendations);
    for (at, view) in response.recommendations.iter().enumerate() {
        let number = view.number;
        if !(1..=last).contains(&number) {
            problems.refuse(
                "recommendations",
                format!("There is no recommendation {number}. They are numbered 1 to {last}"),
            );
        }
        if response.recommendations[..at].iter().any(|other| other.number == number) {
            problems.refuse("recommendations", format!("Enter recommendation {number} once"));
        }
    }
}
