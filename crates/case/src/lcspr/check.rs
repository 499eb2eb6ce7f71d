//! What must hold before an LCSPR is decided, commissioned, begun, held, stopped or agreed.

use super::agreement::require_agreement;
use super::{Commission, Discontinuation, FinalReport, Hold, LcsprDecision, LcsprStart, taken_over, work};
use crate::decisions::Question;
use crate::events::Step;
use crate::rejection::Problems;
use crate::{Case, Command, Setting, Stage, When, Word, Words, panel};

/// Checks the steps of this part of a case’s life.
pub(crate) fn check(case: &Case, command: &Command, setting: &Setting<'_>, problems: &mut Problems) {
    let Command { on, step, words } = command;
    match step {
        Step::DecideLcspr(decision) => decide(case, decision, words, problems),
        Step::CommissionLcspr(commission) => self::commission(case, commission, words, problems),
        Step::BeginLcspr(start) => begin(start, words, problems),
        Step::HoldLcspr(hold) => self::hold(case, hold, *on, setting, words, problems),
        Step::ResumeLcspr => problems.require_word(words, Word::Reason, "Enter why the review resumes"),
        Step::ReplaceReviewer(_) => {
            problems.require_word(words, Word::Who, "Enter the name of the new reviewer");
            problems.require_word(words, Word::Reason, "Enter why the reviewer is replaced");
        }
        Step::DiscontinueLcspr(stop) => discontinue(case, stop, setting, words, problems),
        Step::AgreeFinalReport(report) => agree(case, report, problems),
        _ => work::check(case, command, problems),
    }
}

fn decide(case: &Case, decision: &LcsprDecision, words: &Words, problems: &mut Problems) {
    problems.require(!decision.criteria.is_empty(), "criteria", "Select at least one criterion relied on");
    problems.require_word(words, Word::Reason, "Enter why an LCSPR is appropriate");
    problems.require_word(words, Word::Scope, "Enter the proposed scope of the review");
    if decision.scope_to.certainly_before(decision.scope_from) {
        let (from, to) = (decision.scope_from, decision.scope_to);
        problems
            .refuse("scope_to", format!("The period looked at cannot end ({to}) before it begins ({from})"));
    }
    panels_view(case, problems);
}

/// Requires that the partners decide afresh where the Panel disagreed. Where it agreed or was not asked, their decision on
/// the rapid review is enough.
fn panels_view(case: &Case, problems: &mut Problems) {
    match case.stage {
        Stage::PartnersReconsidering => panel::fresh_decisions(case, problems),
        Stage::PanelResponded => {
            if let Some(letter) = case.panel.open_disagreement() {
                problems.refuse("do", format!("The Panel {}. Reconsider first", letter.outcome));
            }
        }
        _ => {}
    }
}

fn commission(case: &Case, commission: &Commission, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Who, "Enter the name of the reviewer");
    problems.require_word(words, Word::Reason, "Enter why this reviewer was chosen");
    problems.require(
        commission.independent,
        "independent",
        "Check that the reviewer is independent of the agencies under review, and record that you did",
    );
    let agreed = case.lcspr.terms.unwrap_or(1);
    if commission.terms_version < agreed {
        problems.refuse(
            "terms_version",
            format!("Enter the version of the terms of reference, {agreed} or later"),
        );
    }
    if commission.until.certainly_before(commission.from) {
        let (from, until) = (commission.from, commission.until);
        problems.refuse("until", format!("The contract cannot end ({until}) before it begins ({from})"));
    }
}

fn begin(start: &LcsprStart, words: &Words, problems: &mut Problems) {
    if !start.family_plan {
        problems.require_word(words, Word::Reason, "Enter why there is no plan for contact with the family");
    }
    if !start.police_contact {
        problems.require_word(words, Word::Reason, "Enter why police and prosecutors were not contacted");
    }
}

fn hold(case: &Case, hold: &Hold, on: When, setting: &Setting<'_>, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Reason, "Enter why the review is held. Its six months go on");
    if let Some(number) = hold.proceeding
        && !case.proceedings.proceedings.contains_key(&number)
    {
        problems.refuse("proceeding", format!("There is no proceeding {number}. Open it first"));
    }
    if let Some(review_on) = hold.review_on {
        problems.require_later("review_on", review_on, on, "The date to look at the hold again");
    }
    problems.require_past("panel_told", hold.panel_told, setting.today, "The date the Panel was told");
    problems.require_past(
        "secretary_of_state_told",
        hold.secretary_of_state_told,
        setting.today,
        "The date the Secretary of State was told",
    );
}

fn discontinue(
    case: &Case,
    stop: &Discontinuation,
    setting: &Setting<'_>,
    words: &Words,
    problems: &mut Problems,
) {
    problems.require_word(words, Word::Reason, "Enter why the review is stopped");
    problems.require_word(words, Word::Learning, "Enter what learning is kept");
    problems.require_past("panel_told", stop.panel_told, setting.today, "The date the Panel was told");
    require_agreement(case, Question::Discontinue, problems);
}

fn agree(case: &Case, report: &FinalReport, problems: &mut Problems) {
    if taken_over(case) && case.lcspr.drafts.is_empty() {
        return;
    }
    let Some(latest) = case.lcspr.latest_draft() else {
        return problems.refuse("version", "Record the draft that was agreed first");
    };
    if report.version != latest.version {
        problems.refuse(
            "version",
            format!("Only the latest draft can be agreed, and that is version {}", latest.version),
        );
    }
    if !taken_over(case) {
        content(report, problems);
    }
    require_agreement(case, Question::SignOff, problems);
}

/// What a final report must have (Working Together, on the reports of local reviews).
fn content(report: &FinalReport, problems: &mut Problems) {
    problems.require(
        report.improvements,
        "improvements",
        "Check that the report summarises the improvements it recommends",
    );
    problems.require(
        report.reasons,
        "reasons",
        "Check that the report analyses why actions were taken or not taken",
    );
}
