//! What must hold before a step of the rapid review is recorded.

use super::{Meeting, RapidReview, Recommendation, Report, section, submission};
use crate::events::Step;
use crate::rejection::Problems;
use crate::terms::{Partner, the_partners};
use crate::{Case, Command, KeyDate, Setting, Stage, When, Word, Words};

/// Checks the steps of this part of a case's life.
pub(crate) fn check(case: &Case, command: &Command, _setting: &Setting<'_>, problems: &mut Problems) {
    let words = &command.words;
    match &command.step {
        Step::OpenRapidReview(review) => open(review, command, problems),
        Step::TakeSafetyAction => {
            problems.require_word(words, Word::Text, "Enter what was done to keep a child safe");
        }
        Step::HoldMeeting(meeting) => hold_meeting(meeting, words, problems),
        Step::CommentAsScrutineer => {
            problems.require_word(words, Word::Comment, "Enter the scrutineer’s comment");
        }
        Step::WriteSection(written) => section::check(case, written, words, problems),
        Step::WriteReport(report) => write(case, report, words, problems),
        Step::AskPartners(recommendation) => ask(case, recommendation, command.on, problems),
        Step::SendBack(_) => {
            problems.require_word(words, Word::Reason, "Enter why the report is sent back");
            let asked = case.rapid_review.asked_on;
            problems.require_follows(
                "Sending back",
                command.on,
                "the report being put to the partners",
                asked,
            );
        }
        Step::SubmitToPanel(sent) => submission::check(case, sent, words, problems),
        _ => {}
    }
}

fn open(review: &RapidReview, command: &Command, problems: &mut Problems) {
    let RapidReview { scope_from: from, scope_to: to, .. } = *review;
    if from == When::NotKnown || to == When::NotKnown {
        problems.require_word(
            &command.words,
            Word::Scope,
            "Enter the period agencies are asked about, or say in the scope how far back the review looks",
        );
    }
    if to.certainly_before(from) {
        problems.refuse("scope_to", format!("The period cannot end ({to}) before it begins ({from})"));
    }
    if let Some(due) = review.returns_due {
        problems.require_not_before("returns_due", due, command.on, "The date summaries are wanted");
    }
    if !review.executives_told {
        problems.require_word(
            &command.words,
            Word::Reason,
            "Tell the executive partners and the chair, or enter why they were not told",
        );
    }
}

fn hold_meeting(meeting: &Meeting, words: &Words, problems: &mut Problems) {
    let absent = Partner::ALL.iter().copied().filter(|partner| !meeting.present.contains(partner));
    let absent: Vec<_> = absent.collect();
    if !absent.is_empty() && words.get(Word::Dissent).is_none() {
        let why = format!("Enter why nobody was there for {}", the_partners(&absent));
        problems.require_word(words, Word::Comment, &why);
    }
    if !meeting.safety_checked {
        problems.require_word(
            words,
            Word::Reason,
            "Check the immediate safety of the child and of siblings, or enter why it was not checked",
        );
    }
    problems.require_word(words, Word::Facts, "Enter the facts and context as the meeting found them");
    problems.require_word(words, Word::Learning, "Enter what was learnt so far");
}

fn write(case: &Case, report: &Report, words: &Words, problems: &mut Problems) {
    let writing = [Stage::RapidReviewMeeting, Stage::PartnerDecision, Stage::PartnersReconsidering];
    if !writing.contains(&case.stage) {
        let from: Vec<_> = writing.iter().map(|stage| format!("“{stage}”")).collect();
        problems.refuse(
            "do",
            format!("The case is at “{}”. The report is written at {}", case.stage, from.join(" or ")),
        );
    }
    let latest = case.rapid_review.latest();
    let last = latest.map_or(0, |latest| latest.version);
    problems.require_next("version", report.version, last, "version of the report");
    problems.require(
        latest.is_none_or(|latest| latest.digest != report.digest),
        "digest",
        &format!("The text is that of version {last}. Record a new version only when the text has changed"),
    );
    problems.require(
        report.recommendations > 0,
        "recommendations",
        "Enter how many recommendations there are",
    );
    four_questions(report.lcspr, words, problems);
}

/// The four questions the meeting answers (Working Together 2023, chapter 5).
fn four_questions(lcspr: bool, words: &Words, problems: &mut Problems) {
    problems.require_word(
        words,
        Word::NationalSignificance,
        "Enter why a national review is or is not needed",
    );
    let not = if lcspr { "" } else { "not " };
    let why = format!("Enter why an LCSPR is {not}recommended");
    problems.require_word(words, Word::LcsprReason, &why);
    problems.require_word(words, Word::GoodPractice, "Enter good practice to spread, or that there was none");
    problems.require_word(words, Word::Actions, "Enter the actions of agencies and of the partnership");
    if lcspr {
        problems.require_word(words, Word::Scope, "Enter the scope and key lines of enquiry of the LCSPR");
    }
}

fn ask(case: &Case, asked: &Recommendation, on: When, problems: &mut Problems) {
    let version = asked.version;
    match case.rapid_review.latest() {
        None => problems.refuse("version", "Write the report before it is put to the partners"),
        Some(latest) if latest.version != version => problems.refuse(
            "version",
            format!("Put version {}, the latest, to the partners, not version {version}", latest.version),
        ),
        Some(_) => {}
    }
    let put = case.rapid_review.asked.as_ref();
    if case.stage == Stage::PartnerDecision && put.is_some_and(|put| put.version == version) {
        problems.refuse("version", format!("Version {version} is with the partners already"));
    }
    let meeting = case.dates.get(KeyDate::MeetingHeld).unwrap_or_default();
    problems.require_follows("Asking the partners", on, &KeyDate::MeetingHeld.to_string(), meeting);
    if let Some(due) = asked.decide_by {
        problems.require_not_before("decide_by", due, on, "The date decisions are wanted");
    }
}
