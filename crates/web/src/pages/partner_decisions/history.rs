//! What was decided on a question, newest first: what stands, what a later decision replaced, what fell away.

use case::decisions::{DecisionMade, Question};
use case::{Event, Fact, Recorded, Word};

use super::wording::numbered;
use crate::case_view::OpenCase;
use crate::case_view::timeline::Fates;
use crate::components::{Html, Inset, Timeline, TimelineEntry};
use crate::text::grammar::upper_first;

/// How many entries of a part are shown; the history has all of them.
const MOST: usize = 30;

/// The id of a question on the page.
pub(super) fn anchor(question: Question) -> &'static str {
    match question {
        Question::RapidReview => "rapid-review",
        Question::Reconsideration => "reconsideration",
        Question::SignOff => "sign-off",
        Question::ImprovementsOnly => "improvements-only",
        Question::HoldPublication => "hold-publication",
        Question::NotPublish => "not-publish",
        Question::Discontinue => "discontinue",
    }
}

/// The entries of a kind as they stand after every correction, oldest first.
pub(super) fn entries(open: &OpenCase, is: impl Fn(&Fact) -> bool) -> Vec<Recorded> {
    let standing = open.case.standing().into_iter().filter(|(_, event)| is(&event.fact));
    let recorded = standing.filter_map(|(number, event)| {
        let entry = open.case.entry(number)?;
        Some(Recorded { event: event.into_owned(), ..entry.clone() })
    });
    recorded.collect()
}

/// The decisions on a question, oldest first.
pub(super) fn of(open: &OpenCase, question: Question) -> Vec<Recorded> {
    entries(open, |fact| made(fact).is_some_and(|made| made.decision.question == question))
}

fn made(fact: &Fact) -> Option<&DecisionMade> {
    match fact {
        Fact::PartnerDecided(made) => Some(made),
        _ => None,
    }
}

/// That the report changed, where decisions were made on an earlier version.
pub(super) fn voided(open: &OpenCase, question: Question) -> Option<Html> {
    if open.case.voided(question).is_empty() {
        return None;
    }
    let version = open.case.version_in_question(question)?;
    let changed = entries(open, |fact| match fact {
        Fact::ReportWritten(report) => question != Question::SignOff && report.version == version,
        Fact::DraftWritten(draft) => question == Question::SignOff && draft.version == version,
        _ => false,
    });
    let on = changed.last().map(|entry| format!(" on {}", entry.event.on)).unwrap_or_default();
    let says = format!(
        "The report changed{on}, so decisions made on an earlier version no longer stand. The partners are asked about version {version}."
    );
    Some(Html::of(Inset::new(says)))
}

/// Decisions, newest first, each with what became of it.
pub(super) fn timeline(open: &OpenCase, entries: &[Recorded]) -> Timeline {
    let with_later = entries.iter().enumerate().map(|(at, entry)| (entry, &entries[at + 1..]));
    cut(open, with_later.map(|(entry, later)| decision(open, entry, later)).collect())
}

/// Other entries, newest first, as the history has them.
pub(super) fn plain(open: &OpenCase, entries: &[Recorded]) -> Timeline {
    let fates = Fates::of(open.case.history());
    let entries = entries.iter().map(|entry| {
        let who = entry.event.words.get(Word::Who).map(|who| format!("To {who}."));
        let mut shown = open.told(entry, &fates);
        shown.text = Some([who, shown.text].into_iter().flatten().collect::<Vec<_>>().join(" "));
        shown
    });
    cut(open, entries.collect())
}

fn cut(open: &OpenCase, mut entries: Vec<TimelineEntry>) -> Timeline {
    let more = entries.len().saturating_sub(MOST);
    let latest = entries.split_off(more);
    let timeline = latest.into_iter().rev().fold(Timeline::new().level(4), Timeline::entry);
    if more == 0 {
        return timeline;
    }
    let link = ("See all of them in the history".to_owned(), open.address("/history"), String::new());
    let older = TimelineEntry {
        title: format!("And {more} more before"),
        link: Some(link),
        ..TimelineEntry::default()
    };
    timeline.entry(older)
}

fn decision(open: &OpenCase, entry: &Recorded, later: &[Recorded]) -> TimelineEntry {
    let shown = open.told(entry, &Fates::of(open.case.history()));
    let Some(made) = made(&entry.event.fact).filter(|_| !shown.restricted) else { return shown };
    TimelineEntry {
        text: Some(text(made, &entry.event)),
        note: fate(open, made, later).or(shown.note),
        ..shown
    }
}

/// Who decided, on which version, and everything they said.
fn text(made: &DecisionMade, event: &Event) -> String {
    let decision = &made.decision;
    let said = |name: &str, word: Word| {
        event.words.get(word).map(|text| format!(" {name}: {}.", text.trim().trim_end_matches('.')))
    };
    let who = event.words.get(Word::DecidedBy).unwrap_or("somebody whose name was erased");
    let version = decision.version.map(|version| format!(", on version {version}")).unwrap_or_default();
    let how = decision.on_behalf.map(|how| format!(" Recorded for the {} from: {how}.", decision.partner));
    let which = (!decision.not_agreed.is_empty())
        .then(|| format!(" {} not agreed.", upper_first(&numbered(&decision.not_agreed))));
    let parts = [
        which,
        said("Reason", Word::Reason),
        said("Would agree to", Word::WouldAgreeTo),
        said("Comment", Word::Comment),
        how,
    ];
    let parts = parts.into_iter().flatten().collect::<String>();
    format!("Made by {who} ({}){version}.{parts}", decision.capacity)
}

/// That an earlier version was meant, or that the same partner decided again, and why.
fn fate(open: &OpenCase, made: &DecisionMade, later: &[Recorded]) -> Option<String> {
    let decision = &made.decision;
    if open.case.voided(decision.question).contains(&made) {
        let version = decision.version.map(|version| format!(" {version}")).unwrap_or_default();
        return Some(format!("No longer stands: it was made on version{version} of the report"));
    }
    let again = later.iter().find(|entry| {
        self::made(&entry.event.fact).is_some_and(|made| made.decision.partner == decision.partner)
    })?;
    let why = again.event.words.get(Word::Reason).map(|why| format!(": {}", why.trim())).unwrap_or_default();
    Some(format!("Replaced by entry {} on {}{why}", again.seq, again.event.on))
}

#[cfg(test)]
mod tests {
    use super::super::wording::slug;
    use super::*;

    #[test]
    fn a_question_is_named_on_the_page_as_in_addresses() {
        for question in Question::ALL {
            assert_eq!(anchor(*question), slug(*question));
        }
    }
}
