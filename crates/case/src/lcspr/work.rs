//! What must hold before the work on an LCSPR is recorded: lines of enquiry, terms, drafts, families and staff.

use super::{Contact, Draft, DraftComment, FamilyContact, KeyLine, KeyLineTraced, started, taken_over};
use crate::events::Step;
use crate::rejection::Problems;
use crate::{Case, Command, When, Word, Words};

/// A review with more lines of enquiry than this is a review of everything.
const MOST_KEY_LINES: u8 = 8;

pub(super) fn check(case: &Case, command: &Command, problems: &mut Problems) {
    let Command { on, step, words } = command;
    match step {
        Step::AddKeyLine(line) => add_key_line(case, line, words, problems),
        Step::TraceKeyLine(line) => trace_key_line(case, line, words, problems),
        Step::AgreeTerms(terms) => agree_terms(case, terms.version, words, problems),
        Step::CheckMonitoring(_) => {
            problems.require_word(words, Word::Comment, "Enter what the check of time and quality found");
        }
        Step::RequestInWriting => {
            problems.require_word(words, Word::Text, "Enter what the reviewer was asked in writing");
        }
        Step::WriteDraft(draft) => write_draft(case, draft, *on, problems),
        Step::CommentOnDraft(comment) => comment_on_draft(case, comment, words, problems),
        Step::RecordFamilyContact(contact) => family(contact, *on, words, problems),
        Step::HoldPractitionerEvent(_) => {
            problems.require_word(words, Word::Text, "Enter what practitioners said");
        }
        _ => return,
    }
    problems.require(started(case), "do", "Record the decision to start an LCSPR first");
}

fn add_key_line(case: &Case, line: &KeyLine, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Text, "Enter the key line of enquiry");
    let last = case.lcspr.key_lines.last_key_value().map_or(0, |(number, _)| *number);
    if last >= MOST_KEY_LINES {
        problems.refuse("number", format!("A review has at most {MOST_KEY_LINES} key lines of enquiry"));
    } else {
        problems.require_next("number", line.number.into(), last.into(), "key line of enquiry");
    }
}

fn trace_key_line(case: &Case, line: &KeyLineTraced, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Outcome, "Enter the finding it led to");
    if !case.lcspr.key_lines.contains_key(&line.number) {
        problems.refuse("number", format!("There is no key line of enquiry {}. Add it first", line.number));
    }
}

fn agree_terms(case: &Case, version: u16, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Text, "Enter the terms of reference, or where they are kept");
    let last = case.lcspr.terms.unwrap_or(0);
    if version <= last {
        problems.refuse(
            "version",
            format!("Version {last} of the terms of reference is recorded. Enter a later version"),
        );
    }
}

fn write_draft(case: &Case, draft: &Draft, on: When, problems: &mut Problems) {
    match case.lcspr.latest_draft() {
        None if taken_over(case) => {
            problems.require(draft.version > 0, "version", "The first version is number 1");
        }
        latest => {
            let last = latest.map_or(0, |draft| draft.version);
            problems.require_next("version", draft.version, last, "version of the report");
            if latest.is_some_and(|latest| latest.digest == draft.digest) {
                problems.refuse("digest", format!("This is the text of version {last}. Nothing has changed"));
            }
        }
    }
    if let Some(due) = draft.comments_due
        && When::Day(due).certainly_before(on)
    {
        let due = When::Day(due);
        problems.refuse("comments_due", format!("Comments cannot be due ({due}) before the draft ({on})"));
    }
}

fn comment_on_draft(case: &Case, comment: &DraftComment, words: &Words, problems: &mut Problems) {
    let what = if comment.fact_check { "Enter what the check of facts found" } else { "Enter the comments" };
    problems.require_word(words, Word::Comment, what);
    let unknown = !case.lcspr.drafts.contains_key(&comment.version);
    if unknown && !(taken_over(case) && case.lcspr.drafts.is_empty()) {
        problems
            .refuse("version", format!("There is no version {}. Record the draft first", comment.version));
    }
}

fn family(contact: &FamilyContact, on: When, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Who, "Enter who in the family this is about. Do not use names");
    if contact.contact == Contact::NotApproached {
        problems.require_word(words, Word::Reason, "Enter why the family is not approached");
        let again = contact.review_on.is_some();
        problems.require(again, "review_on", "Enter the date to look at this again");
    } else {
        problems.require_word(words, Word::Text, "Enter what was said and wished, and what happened with it");
    }
    if let Some(review_on) = contact.review_on {
        problems.require_later("review_on", review_on, on, "The date to look at this again");
    }
}
