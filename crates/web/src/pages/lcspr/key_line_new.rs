//! Adding a key line of enquiry.

use case::lcspr::KeyLine;
use case::{Case, Command, Step, When, Word, Words};

use super::asking::READERS;
use super::{HOME, MOST_KEY_LINES, is_under_way};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// One more line.
pub(super) struct NewKeyLine;

/// The number of the next line.
pub(super) fn next(case: &Case) -> u8 {
    case.lcspr.key_lines.last_key_value().map_or(1, |(last, _)| last.saturating_add(1))
}

impl Form for NewKeyLine {
    fn path(&self) -> String {
        "/lcspr/key-lines/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Add a key line of enquiry".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let number = next(&open.case);
        vec![format!(
            "This is line {number} of at most {MOST_KEY_LINES}. Each line is later traced to a finding of the review."
        )]
    }

    fn button(&self) -> &'static str {
        "Add the key line"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::AddKeyLine(KeyLine { number: next(&open.case) }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_under_way(open) && next(&open.case) <= MOST_KEY_LINES
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked.text("text", "What should the review find out?").rows(3).hint(READERS);
        vec![Section::plain(vec![Question::new("text", text)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter the key line of enquiry");
        let step = Step::AddKeyLine(KeyLine { number: next(&open.case) });
        Some(Command { on: When::Day(open.today), step, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("text", "Key line of enquiry", answers.one("text"))]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let last = next(&after.case).saturating_sub(1);
        (format!("Key line of enquiry {last} added"), None)
    }
}
