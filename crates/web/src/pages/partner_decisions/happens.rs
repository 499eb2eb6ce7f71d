//! What follows from a partner's decision, as the check page and the page after it say it.

use case::ClockKey;
use case::decisions::{Answer, Question};

use super::question::{decided, differ};
use super::subject::Deciding;
use crate::case_view::OpenCase;
use crate::text::date;
use crate::text::grammar::lower_first;

/// What happens when it is recorded; `after` is the case with it.
pub(super) fn happens(of: &Deciding, question: Question, open: &OpenCase, after: &OpenCase) -> Vec<String> {
    let partner = of.partner;
    let standing = after.case.decided(question);
    let answer = standing.get(&partner).map(|made| made.decision.answer);
    let for_them = of
        .is_on_behalf()
        .then(|| format!("Whoever decides for the {partner} is told by email that you recorded it"));
    [
        Some(count(after, question)),
        answer.map(|answer| next(answer, question, after)),
        for_them,
        Some(stays(of, open)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// “All 3 partners will have decided”.
fn count(after: &OpenCase, question: Question) -> String {
    match decided(&after.case, question) {
        3 => "All 3 partners will have decided".to_owned(),
        some => format!("{some} of 3 partners will have decided"),
    }
}

fn next(answer: Answer, question: Question, after: &OpenCase) -> String {
    if answer == Answer::NeedsMoreInformation {
        return "The business unit is told straight away what you need. The deadline does not change"
            .to_owned();
    }
    if differ(&after.case, question) {
        return "The business unit is told that the partners do not agree, and the disagreement can be taken higher. Every partner may still decide"
            .to_owned();
    }
    if decided(&after.case, question) < 3 {
        return "The other partners are still to decide".to_owned();
    }
    can(question, after)
}

/// What the business unit can do when all have agreed.
fn can(question: Question, after: &OpenCase) -> String {
    match question {
        Question::RapidReview if after.case.rapid_review.submitted.is_some() => {
            "The rapid review went to the National Panel already. Your decision is added to the record"
                .to_owned()
        }
        Question::RapidReview => {
            let send = "The business unit can send the rapid review to the National Panel";
            match left(after) {
                Some(left) => format!("{send}, {left}"),
                None => send.to_owned(),
            }
        }
        Question::Reconsideration => {
            "The business unit can record the outcome and tell the National Panel".to_owned()
        }
        Question::SignOff => "The business unit can record the final report as agreed".to_owned(),
        Question::ImprovementsOnly => "The business unit can publish the improvements alone".to_owned(),
        Question::HoldPublication => "The business unit can put publication on hold".to_owned(),
        Question::NotPublish => "The business unit can record that nothing is published".to_owned(),
        Question::Discontinue => "The business unit can stop the LCSPR".to_owned(),
    }
}

/// “due Tuesday 31 March 2026 (3 working days left)”.
fn left(after: &OpenCase) -> Option<String> {
    let clocks = after.clocks();
    let clock = clocks.iter().find(|clock| clock.key == ClockKey::RapidReview && clock.is_open())?;
    let words = lower_first(&clock.words(after.today, after.calendar()));
    Some(format!("due {} ({words})", date::weekday(clock.due_date()?)))
}

fn stays(of: &Deciding, open: &OpenCase) -> String {
    if of.decides_again(open) {
        return "The earlier decision stays in the case history beside this one".to_owned();
    }
    let whose = if of.is_on_behalf() { "The" } else { "Your" };
    format!(
        "{whose} decision stays in the case history. To change it later, a new decision is recorded with a reason"
    )
}
