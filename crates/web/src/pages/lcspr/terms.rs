//! The next version of the terms of reference.

use case::lcspr::TermsOfReference;
use case::{Case, Command, Fact, Step, Word, Words};

use super::asking::READERS;
use super::{HOME, is_under_way};
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Agreeing terms of reference.
pub(super) struct Terms;

fn next(case: &Case) -> u16 {
    case.lcspr.terms.unwrap_or(0).saturating_add(1)
}

/// The words of the latest version, which may be those of the commission.
pub(super) fn latest(entries: &Entries<'_>) -> Option<String> {
    let agreed = |fact: &Fact| matches!(fact, Fact::TermsAgreed(_) | Fact::LcsprCommissioned(_));
    let mut all: Vec<_> = entries.all(agreed).map(|event| wrote(event, Word::Text)).collect();
    all.retain(|text| !text.is_empty());
    all.pop()
}

impl Form for Terms {
    fn path(&self) -> String {
        "/lcspr/terms".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record terms of reference".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let number = next(&open.case);
        let before = (number > 1).then(|| {
            format!("The text of version {} is filled in. Earlier versions stay in the history.", number - 1)
        });
        [format!("This is version {number}.")].into_iter().chain(before).collect()
    }

    fn button(&self) -> &'static str {
        "Record the terms of reference"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::AgreeTerms(TermsOfReference { version: next(&open.case) }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_under_way(open)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open).and("text", latest(&Entries::of(&open.case)).unwrap_or_default())
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked.text("text", "Terms of reference, or where they are kept").rows(12).hint(READERS);
        vec![Section::plain(vec![asked.when("on", "When were they agreed?"), Question::new("text", text)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date they were agreed", open.today);
        let text = fields.text("text", "Enter the terms of reference, or where they are kept");
        let step = Step::AgreeTerms(TermsOfReference { version: next(&open.case) });
        Some(Command { on, step, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("on", "Date agreed", said_when(answers, "on")),
            Said::new("text", "Terms of reference", answers.one("text")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (format!("Version {} of the terms of reference recorded", next(&after.case).saturating_sub(1)), None)
    }
}
