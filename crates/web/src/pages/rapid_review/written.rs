//! What the sections of the report say now: as they were written last, and where nobody wrote one, as the meeting or an
//! earlier version has it.

use case::rapid_review::{Section, SectionWritten, Significance};
use case::{Case, Event, Fact, When, Word, Words};

use crate::case_view::entries::Entries;
use crate::text::date;

/// The words of each section, in the order in which it asks them.
pub(super) fn words_of(section: Section) -> &'static [Word] {
    match section {
        Section::Facts => &[Word::Account, Word::Facts, Word::Analysis, Word::ChildsExperience],
        Section::Learning => &[Word::Learning, Word::GoodPractice],
        Section::Equality => &[Word::Equality],
        Section::NationalSignificance => &[Word::NationalSignificance],
        Section::Lcspr => &[Word::LcsprReason, Word::Scope, Word::KeyLines],
        Section::Actions => &[Word::Actions],
    }
}

/// A section in which nothing is written.
pub(super) fn blank(section: Section) -> SectionWritten {
    SectionWritten {
        section,
        complete: false,
        national: None,
        lcspr: None,
        scope_from: When::NotKnown,
        scope_to: When::NotKnown,
    }
}

/// A section with its words, as it reads now.
pub(super) fn section(case: &Case, which: Section) -> (SectionWritten, Words) {
    let entries = Entries::of(case);
    let own = entries.last(|fact| matches!(fact, Fact::SectionWritten(written) if written.section == which));
    let (at, written, words) = match own {
        Some((at, event)) => (at, of_entry(event, which), event.words.clone()),
        None => begun(&entries, which),
    };
    (written, with_the_meeting(&entries, which, at, words))
}

fn of_entry(event: &Event, which: Section) -> SectionWritten {
    match &event.fact {
        Fact::SectionWritten(written) => written.clone(),
        _ => blank(which),
    }
}

/// What a section begins with that nobody has written: what the last version of the report says, and the account of the
/// referral.
fn begun(entries: &Entries<'_>, which: Section) -> (u32, SectionWritten, Words) {
    let mut written = blank(which);
    let report = entries.last(|fact| matches!(fact, Fact::ReportWritten(_)));
    let (at, mut words) = match report {
        Some((at, event)) => {
            if let Fact::ReportWritten(report) = &event.fact {
                written.national = (which == Section::NationalSignificance).then_some(report.national);
                written.lcspr = (which == Section::Lcspr).then_some(report.lcspr);
            }
            (at, only(&event.words, words_of(which)))
        }
        None => (0, Words::none()),
    };
    if which == Section::Facts && words.get(Word::Account).is_none() {
        let account = entries.beginning().and_then(|(_, event)| event.words.get(Word::Account));
        words = account.map_or(words.clone(), |account| words.and(Word::Account, account));
    }
    (at, written, words)
}

fn only(words: &Words, of: &[Word]) -> Words {
    let some = words.iter().filter(|(word, _)| of.contains(word));
    some.fold(Words::none(), |words, (word, text)| words.and(word, text))
}

/// The facts and the learning as the meeting found them, where that was later or nothing else is written.
fn with_the_meeting(entries: &Entries<'_>, which: Section, at: u32, words: Words) -> Words {
    let of_both: &[Word] = match which {
        Section::Facts => &[Word::Facts],
        Section::Learning => &[Word::Learning],
        _ => return words,
    };
    let Some((held_at, meeting)) = entries.last(|fact| matches!(fact, Fact::MeetingHeld(_))) else {
        return words;
    };
    of_both.iter().fold(words, |words, word| match meeting.words.get(*word) {
        Some(found) if held_at > at || words.get(*word).is_none() => words.and(*word, found),
        _ => words,
    })
}

/// Whether anything is written in a section, here or by what it begins with.
pub(super) fn is_begun(case: &Case, which: Section) -> bool {
    let (written, words) = section(case, which);
    let is_begun = words_of(which).iter().any(|word| words.get(*word).is_some());
    is_begun || written.national.is_some() || written.lcspr.is_some()
}

/// Everything that people wrote for the report, and the two recommendations.
pub(super) struct Content {
    /// Whether a national review is needed.
    pub(super) national: Option<Significance>,
    /// Whether an LCSPR is recommended.
    pub(super) lcspr: Option<bool>,
    /// The texts. The scope holds the period and the key lines of enquiry too.
    pub(super) words: Words,
}

impl Content {
    /// As the sections read now.
    pub(super) fn now(case: &Case) -> Self {
        let (lcspr, lcspr_words) = section(case, Section::Lcspr);
        let others = Section::ALL.iter().filter(|which| **which != Section::Lcspr);
        let words = others.fold(Words::none(), |words, which| {
            let (_, own) = section(case, *which);
            words_of(*which).iter().fold(words, |words, word| and(words, *word, own.get(*word)))
        });
        let words = and(words, Word::LcsprReason, lcspr_words.get(Word::LcsprReason));
        let scope = (lcspr.lcspr == Some(true)).then(|| scope(&lcspr, &lcspr_words));
        Self {
            national: section(case, Section::NationalSignificance).0.national,
            lcspr: lcspr.lcspr,
            words: and(words, Word::Scope, scope.as_deref()),
        }
    }

    /// As a version has it, which was written when the case stood so.
    pub(super) fn of_version(before: &Case, written: &Event) -> Self {
        let now = Self::now(before);
        let Fact::ReportWritten(report) = &written.fact else { return now };
        let words = written.words.iter().fold(now.words, |words, (word, text)| words.and(word, text));
        Self { national: Some(report.national), lcspr: Some(report.lcspr), words }
    }

    /// The sections without which the report does not answer the four questions.
    pub(super) fn missing(&self) -> Vec<Section> {
        let wrote = |word: Word| self.words.get(word).is_some();
        let scoped = self.lcspr == Some(false) || wrote(Word::Scope);
        [
            (Section::Learning, wrote(Word::GoodPractice)),
            (Section::NationalSignificance, self.national.is_some() && wrote(Word::NationalSignificance)),
            (Section::Lcspr, self.lcspr.is_some() && wrote(Word::LcsprReason) && scoped),
            (Section::Actions, wrote(Word::Actions)),
        ]
        .into_iter()
        .filter(|(_, is_there)| !is_there)
        .map(|(section, _)| section)
        .collect()
    }
}

fn and(words: Words, word: Word, text: Option<&str>) -> Words {
    match text.filter(|text| !text.is_empty()) {
        Some(text) => words.and(word, text),
        None => words,
    }
}

/// The period, how far back the review looks, and the key lines of enquiry, as one text.
fn scope(written: &SectionWritten, words: &Words) -> String {
    let period = Some(period(written.scope_from, written.scope_to)).filter(|period| !period.is_empty());
    let lines = words.get(Word::KeyLines).map(|lines| {
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        let numbered = (1..).zip(lines).map(|(number, line)| format!("{number}. {line}"));
        format!("Key lines of enquiry:\n{}", numbered.collect::<Vec<_>>().join("\n"))
    });
    let parts = [period, words.get(Word::Scope).map(str::to_owned), lines];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// A period in words; empty where neither end is known.
pub(super) fn period(from: When, to: When) -> String {
    match (from, to) {
        (When::NotKnown, When::NotKnown) => String::new(),
        (from, When::NotKnown) => format!("From {}.", date::when(from)),
        (When::NotKnown, to) => format!("Until {}.", date::when(to)),
        (from, to) => format!("From {} to {}.", date::when(from), date::when(to)),
    }
}
