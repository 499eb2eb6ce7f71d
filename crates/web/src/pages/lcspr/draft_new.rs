//! The next version of the report.

use case::lcspr::Draft;
use case::{Case, Command, ReportDigest, Step, When, Word, Words};
use sha2::{Digest, Sha256};

use super::asking::date;
use super::{HOME, writes_drafts};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date::weekday;
use crate::text::grammar::{several, shortened};

/// How much of the text is shown when it is checked.
const BEGINNING: usize = 300;

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

/// The text with its digest, or the digest of a text that is kept elsewhere.
fn read_text(fields: &mut Fields<'_>) -> (Option<String>, Option<ReportDigest>) {
    let text = fields.optional_text("text");
    let given = fields.optional_line("digest").map(|digest| digest.to_lowercase());
    match (text, given) {
        (Some(text), None) => {
            let digest = digest_of(&text);
            (Some(text), Some(digest))
        }
        (None, Some(given)) => {
            let digest = given.parse().ok();
            if digest.is_none() {
                fields
                    .problems
                    .add("digest", "Enter the digest as 64 letters and numbers, 0 to 9 and a to f");
            }
            (None, digest)
        }
        (Some(_), Some(_)) => {
            fields
                .problems
                .add("digest", "Paste the text or enter the digest of a text kept elsewhere, not both");
            (None, None)
        }
        (None, None) => {
            fields
                .problems
                .add("text", "Paste the text of the draft, or enter the digest of a text kept elsewhere");
            (None, None)
        }
    }
}

impl Form for NewDraft {
    fn path(&self) -> String {
        "/lcspr/drafts/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Add a draft".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let decided = "What partners decided on an earlier version does not hold for this one.";
        let number = next(&open.case);
        let before = (number > 1).then(|| decided.to_owned());
        [format!("This is version {number} of the report.")].into_iter().chain(before).collect()
    }

    fn button(&self) -> &'static str {
        "Add the draft"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let digest = ReportDigest([0; 32]);
        Some(Step::WriteDraft(Draft { version: next(&open.case), digest, comments_due: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        writes_drafts(open)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked
            .text("text", "Text of the draft")
            .rows(20)
            .hint("Paste the whole text, up to 100,000 characters. Everyone who may read the LCSPR reads it");
        let digest = asked
            .line("digest", "SHA-256 digest of the file")
            .strong()
            .hint("64 letters and numbers, which tell this version from every other");
        let kept = asked.line("reference", "Where is it kept? (optional)").strong();
        let who = asked
            .line("who", "Who is asked to comment? (optional)")
            .strong()
            .hint("Partners and agencies. We do not write to them for you");
        vec![
            Section::plain(vec![
                asked.when("on", "When was this version written?"),
                Question::new("text", text),
            ]),
            Section::under(
                "If the text is kept elsewhere",
                vec![Question::new("digest", digest), Question::new("reference", kept)],
            ),
            Section::under(
                "Comments",
                vec![
                    Question::new("who", who),
                    date(
                        asked,
                        "comments_due",
                        "By when are comments wanted? (optional)",
                        "For example, 27 6 2026",
                    ),
                ],
            ),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date of this version", open.today);
        let (text, digest) = read_text(fields);
        let kept = fields.optional_line("reference");
        let who = fields.optional_line("who");
        let comments_due = fields.optional_day("comments_due", "Date by which comments are wanted");
        if let (Some(due), When::Day(on)) = (comments_due, on)
            && due < on
        {
            let message = "Comments cannot be due before the draft was written";
            fields.problems.add_at("comments_due", "comments_due-day", message);
        }
        let words = and_word(Words::none(), Word::Text, text);
        let words = and_word(and_word(words, Word::Reference, kept), Word::Who, who);
        let draft = Draft { version: next(&open.case), digest: digest?, comments_due };
        Some(Command { on, step: Step::WriteDraft(draft), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let text = answers.one("text");
        let words = text.split_whitespace().count();
        let text = match words {
            0 => String::new(),
            _ => format!("{}\n{}", several(words, "word", "words"), shortened(text, BEGINNING)),
        };
        vec![
            Said::new("on", "Date", said_when(answers, "on")),
            Said::new("text", "Text", text),
            Said::new("digest", "Digest", answers.one("digest")),
            Said::new("reference", "Where it is kept", answers.one("reference")),
            Said::new("who", "Who is asked to comment", answers.one("who")),
            Said::new("comments_due", "Comments due", said_when(answers, "comments_due")),
        ]
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let due = match &command.step {
            Step::WriteDraft(draft) => draft.comments_due,
            _ => None,
        };
        let due = due.map(|due| format!("Comments are wanted by {}.", weekday(due)));
        (format!("Draft {} added", next(&after.case).saturating_sub(1)), due)
    }
}
