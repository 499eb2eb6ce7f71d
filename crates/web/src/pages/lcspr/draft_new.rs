//! The next version of the report.

use calendar::NaiveDate;
use case::lcspr::Draft;
use case::{Case, Command, ReportDigest, Step, StepKind, When, Word};
use sha2::{Digest, Sha256};

use super::{HOME, writes_drafts};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, line, named_line, optional_day, text};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date::weekday;

const ON: Question<When> =
    happened_on("When was this version written?", "Date of this version").short("Date");
const TEXT: Question<String> = text(Word::Text, "Text of the draft")
    .short("Text")
    .hint("Paste the whole text, up to 100,000 characters. Everyone who may read the LCSPR reads it")
    .rows(20);
const DIGEST: Question<String> = named_line("digest", "SHA-256 digest of the file")
    .short("Digest")
    .hint("64 letters and numbers, which tell this version from every other");
const KEPT: Question<String> =
    line(Word::Reference, "Where is it kept? (optional)").short("Where it is kept");
const ASKED: Question<String> = line(Word::Who, "Who is asked to comment? (optional)")
    .hint("Partners and agencies. We do not write to them for you");
const COMMENTS_DUE: Question<Option<NaiveDate>> =
    optional_day("comments_due", "By when are comments wanted? (optional)")
        .short("Comments due")
        .called("Date by which comments are wanted")
        .hint("For example, 27 6 2026");

/// Adding a version.
pub(super) struct NewDraft;

/// The number of the next version.
fn next(case: &Case) -> u16 {
    case.lcspr.latest_draft().map_or(1, |draft| draft.version.saturating_add(1))
}

/// The digest of a text, by which a decision says what it was made on.
fn digest_of(text: &str) -> ReportDigest {
    ReportDigest(Sha256::digest(text.as_bytes()).into())
}

/// The digest that was given of a text kept elsewhere.
fn given(read: &Read<'_>) -> Option<ReportDigest> {
    read.maybe(&DIGEST)?.to_lowercase().parse().ok()
}

/// Notes that there is neither a text nor a digest, or both.
fn check_text(read: &Read<'_>, problems: &mut Problems) {
    let is_written = |question| !read.answers.one(question).trim().is_empty();
    match (is_written(TEXT.name), is_written(DIGEST.name)) {
        (true, true) => {
            problems
                .add(DIGEST.name, "Paste the text or enter the digest of a text kept elsewhere, not both");
        }
        (false, false) => problems
            .add(TEXT.name, "Paste the text of the draft, or enter the digest of a text kept elsewhere"),
        (false, true) if given(read).is_none() => {
            problems.add(DIGEST.name, "Enter the digest as 64 letters and numbers, 0 to 9 and a to f");
        }
        _ => {}
    }
}

impl Form for NewDraft {
    fn page(&self) -> Page {
        Page::new(StepKind::WriteDraft, "/lcspr/drafts/new", HOME, "Add a draft").button("Add the draft")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        writes_drafts(open)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let decided = "What partners decided on an earlier version does not hold for this one.";
        let number = next(&open.case);
        let before = (number > 1).then(|| decided.to_owned());
        [format!("This is version {number} of the report.")].into_iter().chain(before).collect()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let text = Questions::new().ask(ON).ask(TEXT);
        let elsewhere = text.under("If the text is kept elsewhere").ask(DIGEST).ask(KEPT);
        elsewhere.under("Comments").ask(ASKED).ask(COMMENTS_DUE)
    }

    fn check(&self, _open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        check_text(read, problems);
        if let (Some(Some(due)), Some(When::Day(on))) = (read.maybe(&COMMENTS_DUE), read.maybe(&ON))
            && due < on
        {
            problems.add_date(COMMENTS_DUE.name, "Comments cannot be due before the draft was written");
        }
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let digest = given(read).unwrap_or_else(|| digest_of(&read.of(&TEXT)));
        let (version, comments_due) = (next(&open.case), read.of(&COMMENTS_DUE));
        Step::WriteDraft(Draft { version, digest, comments_due }).into()
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        let due = recorded.iter().find_map(|command| match &command.step {
            Step::WriteDraft(draft) => draft.comments_due,
            _ => None,
        });
        let due = due.map(|due| format!("Comments are wanted by {}.", weekday(due)));
        Flash::new(format!("Draft {} added", next(&after.case).saturating_sub(1))).next(due)
    }
}
