//! What kind of case it is, which decides its clocks and stages.

use case::consideration::CaseKind;

use super::begun::Starter;
use super::page::Page;
use crate::form::question::{Offer, Question, choice};
use crate::form::{Answers, Questions};

pub(super) const KIND: Question<CaseKind> = choice("kind", "What kind of case is it?")
    .missing("Select what kind of case it is")
    .hint("As far as anyone can say today. It can change when more is known")
    .heading();

/// The kind of case.
pub(super) struct Kind;

fn hint(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::SeriousIncident => "Notification, then a rapid review",
        CaseKind::LookedAfterDeath | CaseKind::CareLeaverDeath => "Notified only: no rapid review follows",
        CaseKind::LocalLearning => "No national deadline runs",
    }
}

impl Page for Kind {
    fn path(&self) -> &'static str {
        "/cases/new/kind"
    }

    fn about(&self) -> &'static str {
        "what kind of case"
    }

    fn questions(&self, _starter: &Starter, _answers: &Answers) -> Questions<'static> {
        Questions::new().ask(KIND.among(CaseKind::ALL.iter().map(|kind| Offer::of(kind).hint(hint(*kind)))))
    }
}
