//! The next version of the terms of reference.

use case::lcspr::TermsOfReference;
use case::{Case, Command, Fact, Step, StepKind, When, Word};

use super::asking::READERS;
use super::{HOME, is_under_way};
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const ON: Question<When> =
    happened_on("When were they agreed?", "Date they were agreed").short("Date agreed");
/// The terms, which the commission asks for where none were agreed before.
pub(super) const TEXT: Question<String> = text(Word::Text, "Terms of reference, or where they are kept")
    .short("Terms of reference")
    .missing("Enter the terms of reference, or where they are kept")
    .hint(READERS)
    .rows(12);

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
    fn page(&self) -> Page {
        Page::new(StepKind::AgreeTerms, "/lcspr/terms", HOME, "Record terms of reference")
            .button("Record the terms of reference")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_under_way(open)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let number = next(&open.case);
        let before = (number > 1).then(|| {
            format!("The text of version {} is filled in. Earlier versions stay in the history.", number - 1)
        });
        [format!("This is version {number}.")].into_iter().chain(before).collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let before = latest(&Entries::of(&open.case)).unwrap_or_default();
        Questions::new().ask(ON).ask(TEXT.starting(before))
    }

    fn step(&self, open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::AgreeTerms(TermsOfReference { version: next(&open.case) }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let version = next(&after.case).saturating_sub(1);
        Flash::new(format!("Version {version} of the terms of reference recorded"))
    }
}
