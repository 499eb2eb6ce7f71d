//! What must hold before recommendations and actions are recorded, and before a case is closed.

use super::{Action, ActionStanding, ActionSuperseded, RecommendationResponse, ReviewRecommendation};
use crate::events::Step;
use crate::rejection::{Problems, list};
use crate::{Case, Command, Setting, Word, Words};

/// Checks the steps of this part of a case’s life.
pub(crate) fn check(case: &Case, command: &Command, _setting: &Setting<'_>, problems: &mut Problems) {
    let words = &command.words;
    match &command.step {
        Step::AddRecommendation(recommendation) => recommend(case, recommendation, words, problems),
        Step::RespondToRecommendation(response) => respond(case, response, words, problems),
        Step::OpenAction(action) => open(case, action, words, problems),
        Step::UpdateAction(update) => {
            unfinished(case, update.number, problems);
        }
        Step::MoveAction(moved) => {
            unfinished(case, moved.number, problems);
            problems.require_word(words, Word::Reason, "Enter why the action gets a new due date");
        }
        Step::CompleteAction(done) => {
            unfinished(case, done.number, problems);
            problems.require_word(words, Word::Evidence, "Enter the evidence that it was done");
        }
        Step::JudgeImpact(impact) => judge(case, impact.number, words, problems),
        Step::CloseAction(closed) => close_action(case, closed.number, words, problems),
        Step::SupersedeAction(superseded) => supersede(case, superseded, words, problems),
        Step::ShareLearning(_) => {
            problems.require_word(words, Word::Text, "Enter what learning was shared, and with whom");
        }
        Step::ReviewImpact => review_impact(case, words, problems),
        Step::Close => close(case, words, problems),
        Step::Reopen => problems.require_word(words, Word::Reason, "Enter why the case is taken up again"),
        _ => {}
    }
}

fn recommend(case: &Case, recommendation: &ReviewRecommendation, words: &Words, problems: &mut Problems) {
    let last = case.actions.recommendations.last_key_value().map_or(0, |(number, _)| *number);
    problems.require_next("number", recommendation.number, last, "recommendation");
    problems.require_word(words, Word::Text, "Enter the recommendation");
    if let Some(line) = recommendation.key_line
        && !case.lcspr.key_lines.contains_key(&line)
    {
        problems.refuse("key_line", format!("There is no key line of enquiry {line}. Add it first"));
    }
}

fn respond(case: &Case, response: &RecommendationResponse, words: &Words, problems: &mut Problems) {
    recommendation_exists(case, response.number, "number", problems);
    if !response.accepted {
        problems.require_word(words, Word::Reason, "Enter why the recommendation is not accepted");
    }
}

fn recommendation_exists(case: &Case, number: u16, field: &'static str, problems: &mut Problems) {
    if !case.actions.recommendations.contains_key(&number) {
        problems.refuse(field, format!("There is no recommendation {number}. Add it first"));
    }
}

fn open(case: &Case, action: &Action, words: &Words, problems: &mut Problems) {
    let last = case.actions.actions.last_key_value().map_or(0, |(number, _)| *number);
    problems.require_next("number", action.number, last, "action");
    problems.require_word(words, Word::Text, "Enter what will change");
    problems.require_word(words, Word::Measure, "Enter how anyone will know that it worked");
    if action.owner.is_none() && action.owner_organisation.is_none() {
        problems.require_word(words, Word::Who, "Select or enter who owns the action");
    }
    if let Some(recommendation) = action.recommendation {
        recommendation_exists(case, recommendation, "recommendation", problems);
    }
}

fn judge(case: &Case, number: u16, words: &Words, problems: &mut Problems) {
    if let Some(action) = not_closed(case, number, problems)
        && action.done.is_none()
    {
        problems.refuse(
            "number",
            format!("Action {number} is not done yet. Record that it is before its effect"),
        );
    }
    problems.require_word(words, Word::Evidence, "Enter the evidence of its effect");
    problems.require_word(words, Word::DecidedBy, "Enter who judged it");
}

fn close_action(case: &Case, number: u16, words: &Words, problems: &mut Problems) {
    let Some(action) = not_closed(case, number, problems) else { return };
    if !action.made_a_difference() {
        problems.require_word(
            words,
            Word::Reason,
            "Judge the effect of the action first, or enter why it is closed without evidence of any",
        );
    }
}

fn supersede(case: &Case, superseded: &ActionSuperseded, words: &Words, problems: &mut Problems) {
    not_closed(case, superseded.number, problems);
    problems.require_word(words, Word::Reason, "Enter why the action is replaced");
    match superseded.by {
        Some(by) if by == superseded.number => {
            problems.refuse("by", format!("Action {by} cannot replace itself"));
        }
        Some(by) if !case.actions.actions.contains_key(&by) => {
            problems.refuse("by", format!("There is no action {by}. Open it first"));
        }
        _ => {}
    }
}

fn unfinished(case: &Case, number: u16, problems: &mut Problems) {
    if let Some(done) = not_closed(case, number, problems).and_then(|action| action.done) {
        problems.refuse("number", format!("Action {number} was done on {done}"));
    }
}

fn not_closed<'a>(case: &'a Case, number: u16, problems: &mut Problems) -> Option<&'a ActionStanding> {
    let Some(action) = case.actions.actions.get(&number) else {
        problems.refuse("number", format!("There is no action {number}. Open it first"));
        return None;
    };
    if let Some(closed) = action.closed {
        problems.refuse("number", format!("Action {number} was closed on {closed}"));
        return None;
    }
    Some(action)
}

fn review_impact(case: &Case, words: &Words, problems: &mut Problems) {
    let not_done = case.actions.open().filter(|action| action.done.is_none());
    if let Some(left) = numbered("Action", not_done.map(|action| action.action.number)) {
        let message = format!("{left} not done. Enter why the impact is reviewed all the same");
        problems.require_word(words, Word::Reason, &message);
    }
}

fn close(case: &Case, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::DecidedBy, "Enter who accepted the evidence");
    let advice = case.panel.advice.iter().filter(|(_, (_, finished))| finished.is_none());
    let open = [
        numbered("Action", case.actions.open().map(|action| action.action.number)),
        numbered("Advice point", advice.map(|(number, _)| *number)),
    ];
    for left in open.into_iter().flatten() {
        let message = format!("{left} still open. Enter why the case is closed all the same");
        problems.require_word(words, Word::Reason, &message);
    }
}

/// "Action 2 is", "Actions 2 and 3 are"; nothing where there are none.
fn numbered(what: &str, numbers: impl Iterator<Item = u16>) -> Option<String> {
    let numbers: Vec<_> = numbers.collect();
    match numbers[..] {
        [] => None,
        [number] => Some(format!("{what} {number} is")),
        _ => Some(format!("{what}s {} are", list(numbers))),
    }
}
