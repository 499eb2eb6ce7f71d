//! Adding a key line of enquiry.

use case::lcspr::KeyLine;
use case::{Case, Command, Step, StepKind, Word};

use super::asking::READERS;
use super::{HOME, MOST_KEY_LINES, is_under_way};
use crate::case_view::OpenCase;
use crate::form::question::{Question, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const TEXT: Question<String> = text(Word::Text, "What should the review find out?")
    .short("Key line of enquiry")
    .missing("Enter the key line of enquiry")
    .hint(READERS)
    .rows(3);

/// One more line.
pub(super) struct NewKeyLine;

/// The number of the next line.
pub(super) fn next(case: &Case) -> u8 {
    case.lcspr.key_lines.last_key_value().map_or(1, |(last, _)| last.saturating_add(1))
}

impl Form for NewKeyLine {
    fn page(&self) -> Page {
        Page::new(StepKind::AddKeyLine, "/lcspr/key-lines/new", HOME, "Add a key line of enquiry")
            .button("Add the key line")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_under_way(open) && next(&open.case) <= MOST_KEY_LINES
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let number = next(&open.case);
        Intro::say(format!(
            "This is line {number} of at most {MOST_KEY_LINES}. Each line is later traced to a finding of the review."
        ))
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(TEXT)
    }

    fn step(&self, open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::AddKeyLine(KeyLine { number: next(&open.case) }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let last = next(&after.case).saturating_sub(1);
        Flash::new(format!("Key line of enquiry {last} added"))
    }
}
