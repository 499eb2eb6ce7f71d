//! What must hold before something of the Panel is recorded.

use super::{AdvicePoint, AdvicePointDone, NationalReview, ending, letter};
use crate::events::Step;
use crate::rejection::Problems;
use crate::{Case, Command, KeyDate, Setting, Stage, Word, Words};

/// Checks the steps of this part of a case's life.
pub(crate) fn check(case: &Case, command: &Command, _setting: &Setting<'_>, problems: &mut Problems) {
    let words = &command.words;
    match &command.step {
        Step::RecordPanelResponse(response) => letter::check(case, response, command, problems),
        Step::RecordPanelQuery(_) => {
            problems.require_word(words, Word::Text, "Enter what the Panel asked for");
        }
        Step::AnswerPanelQuery => {
            problems.require_word(words, Word::Text, "Enter what the Panel was answered");
        }
        Step::RecordAdvicePoint(point) => record_advice(case, point, words, problems),
        Step::FinishAdvicePoint(done) => finish_advice(case, done, words, problems),
        Step::Reconsider => reconsider(case, command, problems),
        Step::RecordNationalReview(review) => record_national(case, review, words, problems),
        Step::EndNationalReview => end_national(case, words, problems),
        Step::CloseAtRapidReview => ending::check(case, command, problems),
        _ => {}
    }
}

fn record_advice(case: &Case, point: &AdvicePoint, words: &Words, problems: &mut Problems) {
    problems.require(has_replied(case), "do", "Record the Panel’s response first");
    let last = case.panel.advice.keys().next_back().copied().unwrap_or(0);
    problems.require_next("number", point.number, last, "point of advice");
    problems.require_word(words, Word::Text, "Enter what the Panel advises");
}

fn finish_advice(case: &Case, done: &AdvicePointDone, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Outcome, "Enter what came of this point of advice");
    let number = done.number;
    match case.panel.advice.get(&number) {
        None => problems.refuse("number", format!("There is no point of advice {number}")),
        Some((_, Some(_))) => {
            problems.refuse("number", format!("Point of advice {number} was dealt with already"));
        }
        Some((_, None)) => {}
    }
}

fn reconsider(case: &Case, command: &Command, problems: &mut Problems) {
    let replied = case.dates.get(KeyDate::PanelResponded).unwrap_or_default();
    problems.require_follows("Reconsidering", command.on, &KeyDate::PanelResponded.to_string(), replied);
    problems.require_word(&command.words, Word::Reason, "Enter what the partners reconsider, and why");
    problems.require(
        case.panel.open_disagreement().is_some(),
        "do",
        "Partners reconsider when the Panel disagrees. Record the Panel’s letter that says so first",
    );
}

fn record_national(case: &Case, review: &NationalReview, words: &Words, problems: &mut Problems) {
    problems.require(has_replied(case), "do", "Record the Panel’s response first");
    if review.liaison.is_none() {
        problems.require_word(words, Word::Who, "Enter who liaises with the review");
    }
    if let Some(open) = case.panel.open_national_review() {
        problems.refuse("kind", format!("The {} is still open. Record its end first", open.kind));
    }
}

fn end_national(case: &Case, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Outcome, "Enter how the review ended");
    problems.require(
        case.panel.open_national_review().is_some(),
        "do",
        "There is no open national or thematic review",
    );
}

/// Whether the case has come as far as the Panel’s first reply. A case that began elsewhere may have that on paper only.
fn has_replied(case: &Case) -> bool {
    case.stage > Stage::SubmittedToPanel || !case.panel.responses.is_empty()
}
