//! What kind of case it is, which decides its clocks and stages.

use calendar::NaiveDate;
use case::consideration::CaseKind;

use super::begun::Starter;
use super::page::{Page, taken};
use crate::components::{Html, Radios};
use crate::form::asked::{Asked, capital, code};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The kind of case.
pub(super) struct Kind;

/// The kind in the answers.
pub(super) fn read(fields: &mut Fields<'_>) -> Option<CaseKind> {
    fields.choice("kind", "Select what kind of case it is")
}

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

    fn parts(&self, _starter: &Starter, asked: Asked<'_>) -> Vec<Html> {
        let radios =
            Radios::new("kind", "What kind of case is it?").heading().error(asked.problems.of("kind"));
        let radios = radios.hint("As far as anyone can say today. It can change when more is known");
        let radios = CaseKind::ALL.iter().fold(radios, |radios, kind| {
            radios.item(asked.choice("kind", &code(kind), &capital(kind)).hint(hint(*kind)))
        });
        vec![Html::of(radios)]
    }

    fn read(&self, _starter: &Starter, fields: &mut Fields<'_>) {
        read(fields);
    }

    fn take(&self, so_far: Answers, sent: &Answers, _today: NaiveDate) -> Answers {
        taken(so_far, sent, &["kind"])
    }
}
