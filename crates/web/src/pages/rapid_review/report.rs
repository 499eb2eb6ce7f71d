//! The report in its typed parts, the one text that its digest is made of, and its versions.

use case::rapid_review::Report;
use case::{Case, Event, Fact, ReportDigest, When};
use sha2::{Digest as _, Sha256};

use super::chapter::{Chapter, Piece};
use super::chapters;
use super::written::Content;
use crate::case_view::entries::Entries;

/// How many words a minute takes to read.
const WORDS_A_MINUTE: usize = 200;

/// The whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    reference: String,
    /// Its parts, in their order.
    pub(super) chapters: Vec<Chapter>,
}

impl Text {
    /// The report with this content, of a case that stands so.
    pub(super) fn of(case: &Case, content: &Content) -> Self {
        let reference = case.reference().map(|reference| reference.to_string()).unwrap_or_default();
        Self { reference, chapters: chapters::all(case, content) }
    }

    /// As the sections read now.
    pub(super) fn now(case: &Case) -> Self {
        Self::of(case, &Content::now(case))
    }

    /// The one text of the report, of which its digest is made. What people wrote is set in, so that nothing they write
    /// can pass for a heading.
    pub(super) fn canonical(&self) -> String {
        let mut text = format!("Rapid review of case {}\n", self.reference);
        for (number, chapter) in (1_u8..).zip(&self.chapters) {
            text += &["\n", &number.to_string(), ". ", chapter.heading, "\n"].concat();
            for line in &chapter.lines {
                text += &["- ", &line.name.canonical().replace('\n', " "), "\n"].concat();
                let says: String = line.says.iter().map(Piece::canonical).collect();
                for one in says.lines() {
                    text += &["    ", one, "\n"].concat();
                }
            }
        }
        text
    }

    /// The digest of that text.
    pub(super) fn digest(&self) -> ReportDigest {
        ReportDigest(Sha256::digest(self.canonical().as_bytes()).into())
    }

    /// About how many minutes it takes to read.
    pub(super) fn minutes(&self) -> usize {
        self.canonical().split_whitespace().count().div_ceil(WORDS_A_MINUTE).max(1)
    }
}

/// A version of the report that was frozen.
pub(super) struct Version {
    /// What was recorded of it.
    pub(super) report: Report,
    /// When it was written.
    pub(super) written_on: When,
    /// When it was put to the partners last.
    pub(super) put_on: Option<When>,
    /// Its text, made of the case as it stood then and of the words that were frozen with it.
    pub(super) text: Text,
}

impl Version {
    /// The version of this number.
    pub(super) fn of(case: &Case, number: u16) -> Option<Self> {
        let report = case.rapid_review.reports.get(&number)?.clone();
        let entries = Entries::of(case);
        let (at, written) = entries.last(|fact| is_version(fact, number))?;
        let before = Case::replay(case.history().iter().take_while(|entry| entry.seq < at).cloned());
        let put =
            |event: &&Event| matches!(&event.fact, Fact::PartnersAsked(asked) if asked.version == number);
        let put_on = entries.all(|fact| matches!(fact, Fact::PartnersAsked(_))).filter(put).last();
        Some(Self {
            report,
            written_on: written.on,
            put_on: put_on.map(|event| event.on),
            text: Text::of(&before, &Content::of_version(&before, written)),
        })
    }

    /// Whether the text is the one that was frozen, to the letter.
    pub(super) fn matches(&self) -> bool {
        self.text.digest() == self.report.digest
    }
}

fn is_version(fact: &Fact, number: u16) -> bool {
    matches!(fact, Fact::ReportWritten(report) if report.version == number)
}

/// Whether the report reads otherwise than in its last version, or has none.
pub(super) fn has_changed(case: &Case) -> bool {
    let Some(latest) = case.rapid_review.latest() else { return true };
    let now = Text::now(case);
    // The text of a version made elsewhere is not here. It counts as the same while what is here of it reads the same.
    now.digest() != latest.digest
        && Version::of(case, latest.version).is_none_or(|version| version.text != now)
}

/// A digest as people compare it.
pub(super) fn short(digest: ReportDigest) -> String {
    let digest = digest.to_string();
    format!("{}…{}", &digest[..8], &digest[digest.len() - 8..])
}
