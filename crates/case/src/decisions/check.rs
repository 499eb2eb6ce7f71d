//! What must hold before a partner’s decision or an escalation is recorded.

use super::{Answer, Decision, Escalation, EscalationEnd, Question};
use crate::events::Step;
use crate::rejection::Problems;
use crate::terms::Partner;
use crate::{Case, Command, Setting, When, Word, Words};

/// Checks the steps of this part of a case's life.
pub(crate) fn check(case: &Case, command: &Command, _setting: &Setting<'_>, problems: &mut Problems) {
    let words = &command.words;
    match &command.step {
        Step::DecideAsPartner(decision) => decide(case, decision, command, problems),
        Step::Escalate(escalation) => escalate(case, escalation, words, problems),
        Step::EndEscalation(end) => end_escalation(case, end, words, problems),
        _ => {}
    }
}

fn decide(case: &Case, decision: &Decision, command: &Command, problems: &mut Problems) {
    let words = &command.words;
    let Decision { question, partner, .. } = *decision;
    at_its_stage(case, question, problems);
    version(case, decision, problems);
    after_asking(case, question, command.on, problems);
    let by = format!("Enter who made the decision for the {partner}");
    problems.require_word(words, Word::DecidedBy, &by);
    answer(case, decision, words, problems);
    if supersedes(case, question, partner) {
        let why = format!("Enter why the {partner} decided again. The earlier decision stays in the record");
        problems.require_word(words, Word::Reason, &why);
    }
}

fn at_its_stage(case: &Case, question: Question, problems: &mut Problems) {
    if !question.stages().contains(&case.stage) {
        let at: Vec<_> = question.stages().iter().map(|stage| format!("“{stage}”")).collect();
        problems.refuse(
            "question",
            format!(
                "The case is at “{}”. The partners decide on {question} at {}",
                case.stage,
                at.join(" or ")
            ),
        );
    }
}

fn version(case: &Case, decision: &Decision, problems: &mut Problems) {
    let partner = decision.partner;
    match (decision.version, case.version_in_question(decision.question)) {
        (None, None) => {}
        (Some(on), Some(asked)) if on == asked => {}
        (Some(on), Some(asked)) => problems.refuse(
            "version",
            format!(
                "Version {asked} is the one in question, not version {on}. Record what the {partner} decided on version {asked}"
            ),
        ),
        (None, Some(asked)) => problems.refuse(
            "version",
            format!("Enter the version the {partner} decided on. Version {asked} is the one in question"),
        ),
        (Some(on), None) => problems.require(
            super::digest_decided_on(case, decision).is_some(),
            "version",
            &format!("There is no version {on} of the report in the record"),
        ),
    }
}

/// Nobody can decide on a report before it is put to them.
fn after_asking(case: &Case, question: Question, on: When, problems: &mut Problems) {
    if matches!(question, Question::RapidReview | Question::Reconsideration) {
        let asked = case.rapid_review.asked_on;
        problems.require_follows("The decision", on, "the report being put to the partners", asked);
    }
}

fn answer(case: &Case, decision: &Decision, words: &Words, problems: &mut Problems) {
    match decision.answer {
        Answer::Agree => {}
        Answer::Disagree => {
            let why = format!("Enter why {} not agreed", recommendations(&decision.not_agreed));
            problems.require_word(words, Word::Reason, &why);
        }
        Answer::NeedsMoreInformation => {
            problems.require_word(words, Word::Reason, "Enter what more information is needed");
        }
    }
    problems.require(
        decision.answer == Answer::Disagree || decision.not_agreed.is_empty(),
        "not_agreed",
        "Name recommendations only where the partner does not agree",
    );
    let last = how_many(case, decision).unwrap_or(u8::MAX);
    for number in decision.not_agreed.iter().filter(|number| !(1..=last).contains(*number)) {
        problems.refuse(
            "not_agreed",
            format!("There is no recommendation {number}. They are numbered 1 to {last}"),
        );
    }
}

fn recommendations(numbers: &[u8]) -> String {
    let numbers: Vec<_> = numbers.iter().map(u8::to_string).collect();
    match numbers.as_slice() {
        [] => "this is".into(),
        [one] => format!("recommendation {one} is"),
        [others @ .., last] => format!("recommendations {} and {last} are", others.join(", ")),
    }
}

/// How many recommendations the report has; an LCSPR’s are not counted before it is published.
fn how_many(case: &Case, decision: &Decision) -> Option<u8> {
    let on_report = matches!(decision.question, Question::RapidReview | Question::Reconsideration);
    let report = case.rapid_review.reports.get(&decision.version?)?;
    on_report.then_some(report.recommendations)
}

/// Whether the partner has decided already. Asking for more information is not yet a decision.
fn supersedes(case: &Case, question: Question, partner: Partner) -> bool {
    !case.undecided(question).contains(&partner)
}

fn escalate(case: &Case, escalation: &Escalation, words: &Words, problems: &mut Problems) {
    let question = escalation.question;
    at_its_stage(case, question, problems);
    problems.require_word(words, Word::Who, "Enter who the disagreement is taken to");
    problems.require_word(words, Word::Reason, "Enter what the partners do not agree on");
    let standing = case.decided(question);
    let agreed = standing.values().filter(|made| made.decision.answer == Answer::Agree).count();
    problems.require(
        agreed < Partner::ALL.len(),
        "question",
        &format!("The three partners agree on {question}, so there is nothing to take higher"),
    );
    if let Some(open) = case.decisions.open_escalation(question) {
        problems.refuse(
            "question",
            format!("The disagreement is with the {} already. Record how that ended first", open.level),
        );
    }
}

fn end_escalation(case: &Case, end: &EscalationEnd, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Outcome, "Enter how the escalation ended");
    let open = case.decisions.open_escalation(end.question);
    problems.require(open.is_some(), "question", &format!("There is no open escalation on {}", end.question));
}
