//! The recommendation on an LCSPR. What is asked next follows from the answer: a scope, or how learning goes on without.

use case::rapid_review::{Section, SectionWritten};
use case::{Case, Command, Step, When, Word};

use super::questions::{COMPLETE, PERIOD_FROM, SCOPE_TO};
use super::section::{is_writing, page, recorded, saved};
use super::written;
use crate::case_view::OpenCase;
use crate::form::question::{Question, YesOrNo, text, when, yes_or_no};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const LCSPR: Question<bool> = yes_or_no(
    "lcspr",
    "Does the meeting recommend an LCSPR?",
    &YesOrNo("Yes, carry out an LCSPR", "No, do not carry out an LCSPR"),
)
.short("Is an LCSPR recommended?")
.missing("Select whether an LCSPR is recommended");
const SCOPE_FROM: Question<When> = when("scope_from", "From when should it look? (optional)")
    .short("Period from")
    .called("Start of the period")
    .hint(PERIOD_FROM);
const SCOPE: Question<String> = text(Word::Scope, "What else belongs to the scope? (optional)")
    .short("Scope")
    .hint("Whom it looks at, and how far back, where a date does not say it")
    .rows(4);
const KEY_LINES: Question<String> = text(Word::KeyLines, "What are the key lines of enquiry?")
    .short("Key lines of enquiry")
    .hint("1 to 8, each on a line of its own. Do not use names of children or families")
    .rows(8);
const WHY: Question<String> = text(Word::LcsprReason, "Why should there be an LCSPR?")
    .short("Why")
    .hint("What it would find that is not known yet")
    .rows(6);
const WHY_NOT: Question<String> =
    text(Word::LcsprReason, "Why not, and how is learning carried out instead?")
        .short("Why")
        .hint("What an LCSPR would not add, and who sees to the learning")
        .rows(8);

/// The recommendation.
pub(super) struct Recommended;

impl Form for Recommended {
    fn page(&self) -> Page {
        page(Section::Lcspr).continues().intro("An LCSPR is a local child safeguarding practice review. The three statutory partners decide; the meeting recommends.")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_writing(open)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        let first = Questions::new().ask(LCSPR);
        if LCSPR.is_answered(&true, answers) {
            let scope = first.on_the_next_page(Some("What the LCSPR should look at")).ask(SCOPE_FROM);
            return scope.ask(SCOPE_TO).ask(SCOPE).ask(KEY_LINES).ask(WHY).ask(COMPLETE);
        }
        if LCSPR.is_answered(&false, answers) {
            return first.on_the_next_page(Some("Without an LCSPR")).ask(WHY_NOT).ask(COMPLETE);
        }
        first
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let (written, answers) = recorded(case, Section::Lcspr);
        let answers = SCOPE_TO.put(&written.scope_to, SCOPE_FROM.put(&written.scope_from, answers));
        Some(match &written.lcspr {
            Some(lcspr) => LCSPR.put(lcspr, answers),
            None => answers,
        })
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::WriteSection(SectionWritten {
            complete: read.of(&COMPLETE),
            lcspr: Some(read.of(&LCSPR)),
            scope_from: read.of(&SCOPE_FROM),
            scope_to: read.of(&SCOPE_TO),
            ..written::blank(Section::Lcspr)
        })
        .into()
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        saved(after, Section::Lcspr, recorded)
    }
}
