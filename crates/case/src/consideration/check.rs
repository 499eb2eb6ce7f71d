//! What must hold before a step from the first call to the decision to notify is recorded.

use super::{
    AlternativeReview, BroughtIn, CaseKind, KnownDate, Locus, NotNotifiableDecision, NotifiableDecision,
    Referral,
};
use crate::events::Step;
use crate::rejection::Problems;
use crate::terms::{Abuse, Harm, Partner};
use crate::{Case, Command, KeyDate, Setting, Stage, When, Word, Words, title};

/// Checks the steps of this part of a case's life.
pub(crate) fn check(case: &Case, command: &Command, setting: &Setting<'_>, problems: &mut Problems) {
    let words = &command.words;
    match &command.step {
        Step::Refer(referral) => refer(referral, words, setting, problems),
        Step::BringIn(brought_in) => bring_in(brought_in, words, setting, problems),
        Step::GiveView(_) => give_view(case, words, problems),
        Step::DecideNotifiable(decision) => decide_notifiable(case, decision, words, setting, problems),
        Step::DecideNotNotifiable(decision) => decide_not_notifiable(decision, words, problems),
        Step::StartAlternativeReview(review) => start_alternative(case, review, command, problems),
        Step::FinishAlternativeReview => {
            problems.require_word(words, Word::Learning, "Enter what was learnt");
        }
        _ => {}
    }
}

fn refer(referral: &Referral, words: &Words, setting: &Setting<'_>, problems: &mut Problems) {
    title::require(words, problems);
    problems.require_past("incident", referral.incident, setting.today, "Date of the incident");
    problems.require_past("aware", referral.aware, setting.today, "Date the council became aware");
    problems.require_past("agency_aware", referral.agency_aware, setting.today, "Date the first agency knew");
}

fn bring_in(case: &BroughtIn, words: &Words, setting: &Setting<'_>, problems: &mut Problems) {
    title::require(words, problems);
    problems.require_word(words, Word::Source, "Enter where the case was kept before");
    problems.require(case.stage != Stage::New, "stage", "Choose the stage the case has reached");
    problems.require_past("incident", case.incident, setting.today, "Date of the incident");
    problems.require_past("aware", case.aware, setting.today, "Date the council became aware");
    for (at, date) in case.known.iter().enumerate() {
        known_date(date, &case.known[..at], setting, problems);
    }
}

fn known_date(date: &KnownDate, earlier: &[KnownDate], setting: &Setting<'_>, problems: &mut Problems) {
    let what = date.what;
    if matches!(what, KeyDate::Incident | KeyDate::Aware) {
        problems.refuse("known", format!("Enter the date of {what} in its own field"));
    }
    if earlier.iter().any(|other| other.what == what) {
        problems.refuse("known", format!("Enter the date of {what} once"));
    }
    problems.require_past("known", date.on, setting.today, &format!("Date of {what}"));
}

fn give_view(case: &Case, words: &Words, problems: &mut Problems) {
    problems.require(case.stage != Stage::Referred, "do", "Send the referral to the three leads first");
    problems.require_word(words, Word::DecidedBy, "Enter who gave this view");
    problems.require_word(words, Word::Reason, "Enter the reason for this view");
}

fn decide_notifiable(
    case: &Case,
    decision: &NotifiableDecision,
    words: &Words,
    setting: &Setting<'_>,
    problems: &mut Problems,
) {
    problems.require_word(words, Word::DecidedBy, "Enter who decided for the council");
    problems.require_word(words, Word::Reason, "Enter why the criteria are met");
    limbs(decision.kind.or(case.kind), decision, problems);
    locus(case.consideration.referred_locus, decision.locus, problems);
    other_views(case, words, problems);
    if case.stage == Stage::NotNotifiable {
        problems.require(
            decision.aware.is_some(),
            "aware",
            "Enter when the council became aware that the incident meets the criteria, or that it is not known",
        );
    }
    let aware = decision.aware.unwrap_or_default();
    problems.require_past(
        "aware",
        aware,
        setting.today,
        "Date the council became aware that the criteria are met",
    );
}

/// The criteria of section 16C of the Children Act 2004 for a serious incident; for the deaths that are only notified,
/// a death alone.
fn limbs(kind: Option<CaseKind>, decision: &NotifiableDecision, problems: &mut Problems) {
    let NotifiableDecision { harm, abuse, .. } = *decision;
    match kind {
        Some(CaseKind::SeriousIncident) | None => {
            problems.require(
                harm != Harm::Neither,
                "harm",
                "A serious incident is notified only where a child died or was seriously harmed",
            );
            problems.require(
                abuse != Abuse::NotSuspected,
                "abuse",
                "A serious incident is notified only where abuse or neglect is known or suspected",
            );
        }
        Some(CaseKind::LookedAfterDeath) => {
            problems.require(
                harm == Harm::Death,
                "harm",
                "Only the death of a looked-after child is notified so",
            );
            problems.require(
                abuse == Abuse::NotSuspected,
                "kind",
                "Where abuse or neglect is known or suspected, choose “serious incident” as the kind of case",
            );
        }
        Some(CaseKind::CareLeaverDeath) => {
            problems.require(harm == Harm::Death, "harm", "Only the death of a care leaver is notified so");
        }
        Some(CaseKind::LocalLearning) => {
            problems.refuse(
                "kind",
                "A local learning review is not notified. Choose the kind of case it turned out to be",
            );
        }
    }
}

fn locus(referred: Option<Locus>, decided: Locus, problems: &mut Problems) {
    if let Some(referred) = referred.filter(|referred| *referred != decided) {
        problems.refuse(
            "locus",
            format!("The referral says “{referred}” and the decision “{decided}”. Correct one of them"),
        );
    }
}

/// The council decides, but hears the other two partners first or says why it did not.
fn other_views(case: &Case, words: &Words, problems: &mut Problems) {
    let missing = |partner: &Partner| !case.consideration.views.contains_key(partner);
    for partner in [Partner::Icb, Partner::Police].iter().filter(|partner| missing(partner)) {
        problems.require_word(
            words,
            Word::Comment,
            &format!("Record the view of the {partner}, or enter why it is missing"),
        );
    }
}

fn decide_not_notifiable(decision: &NotNotifiableDecision, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::DecidedBy, "Enter who decided for the council");
    problems.require_word(words, Word::Reason, "Enter why the criteria are not met");
    let both_limbs = decision.harm != Harm::Neither && decision.abuse != Abuse::NotSuspected;
    problems.require(
        !both_limbs || decision.elsewhere,
        "harm",
        "Both criteria are met, so the incident must be notified. Say which is not met, or that it falls to another council",
    );
    if decision.told.is_empty() {
        problems.require_word(words, Word::Who, "Enter who was told of the decision");
    }
}

fn start_alternative(case: &Case, review: &AlternativeReview, command: &Command, problems: &mut Problems) {
    problems.require_word(&command.words, Word::Reason, "Enter why this kind of review was chosen");
    if review.owner.is_none() {
        problems.require_word(&command.words, Word::Who, "Enter who owns the review");
    }
    problems.require(
        case.stage != Stage::Referred || case.kind == Some(CaseKind::LocalLearning),
        "do",
        "Decide first whether the incident must be notified",
    );
    if let Some(due) = review.due.filter(|due| When::Day(*due).certainly_before(command.on)) {
        let (due, start) = (When::Day(due), command.on);
        problems.refuse(
            "due",
            format!("The due date ({due}) cannot be before the start of the review ({start})"),
        );
    }
}
