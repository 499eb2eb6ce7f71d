//! What must hold before a section of the report is recorded.

use super::{Section, SectionWritten};
use crate::rejection::Problems;
use crate::{Case, Stage, Word, Words};

/// The most key lines of enquiry that a review may be given.
const MOST_KEY_LINES: usize = 8;

pub(super) fn check(case: &Case, written: &SectionWritten, words: &Words, problems: &mut Problems) {
    let writing = [
        Stage::Notified,
        Stage::RapidReviewOpen,
        Stage::AgencyReturns,
        Stage::RapidReviewMeeting,
        Stage::PartnerDecision,
        Stage::PartnersReconsidering,
    ];
    problems.require(
        writing.contains(&case.stage),
        "do",
        "The report is written from the notification until it goes to the Panel, and when the partners reconsider",
    );
    if written.scope_to.certainly_before(written.scope_from) {
        let (from, to) = (written.scope_from, written.scope_to);
        problems.refuse("scope_to", format!("The period cannot end ({to}) before it begins ({from})"));
    }
    let lines = words
        .get(Word::KeyLines)
        .map_or(0, |lines| lines.lines().filter(|line| !line.trim().is_empty()).count());
    problems.require(
        lines <= MOST_KEY_LINES,
        "key_lines",
        &format!("A review has at most {MOST_KEY_LINES} key lines of enquiry, and these are {lines}"),
    );
    if written.complete {
        complete(written, words, problems);
    }
}

/// A section may be left half written, but not called complete.
fn complete(written: &SectionWritten, words: &Words, problems: &mut Problems) {
    match written.section {
        Section::Facts => {
            problems.require_word(
                words,
                Word::Account,
                "Enter a short account of the incident and its context",
            );
            problems.require_word(
                words,
                Word::Facts,
                "Enter what agencies did, and the key practice episodes",
            );
            problems.require_word(words, Word::Analysis, "Enter why things were done or not done");
            problems.require_word(words, Word::ChildsExperience, "Enter what life was like for the child");
        }
        Section::Learning => {
            problems.require_word(words, Word::Learning, "Enter what was learnt so far and how it is shared");
            problems.require_word(
                words,
                Word::GoodPractice,
                "Enter good practice to spread, or that there was none",
            );
        }
        Section::Equality => problems.require_word(
            words,
            Word::Equality,
            "Enter how identity and inequality shaped the family’s experience and the work with them",
        ),
        Section::NationalSignificance => {
            problems.require(
                written.national.is_some(),
                "national",
                "Select whether a national review is needed",
            );
            problems.require_word(
                words,
                Word::NationalSignificance,
                "Enter why a national review is or is not needed",
            );
        }
        Section::Lcspr => lcspr(written, words, problems),
        Section::Actions => {
            problems.require_word(
                words,
                Word::Actions,
                "Enter the actions of agencies and of the partnership",
            );
        }
    }
}

fn lcspr(written: &SectionWritten, words: &Words, problems: &mut Problems) {
    problems.require(written.lcspr.is_some(), "lcspr", "Select whether an LCSPR is recommended");
    let not = if written.lcspr == Some(false) { "not " } else { "" };
    problems.require_word(words, Word::LcsprReason, &format!("Enter why an LCSPR is {not}recommended"));
    if written.lcspr == Some(true) {
        problems.require_word(words, Word::KeyLines, "Enter at least one key line of enquiry");
    }
}
