//! What one partner decided.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use case::decisions::{Answer, Question};
use case::{Case, Fact, PartnershipId, Reference, When};
use store::CaseRow;

use super::SHOWN;
use crate::app::Known;
use crate::components::{Cell, Table};
use crate::lists::case_url;
use crate::session::SignedIn;
use crate::text::grammar::upper_first;

/// A decision of the visitor's own partner.
pub(super) struct Made {
    pub(super) on: When,
    partnership: PartnershipId,
    reference: Reference,
    question: Question,
    answer: Answer,
}

/// The decisions in a case of the partners the visitor speaks for, as they stand after every correction.
pub(super) fn of(visitor: &SignedIn, row: &CaseRow, case: &Case) -> Vec<Made> {
    let here = || visitor.actor.memberships.iter().filter(|held| held.partnership == row.partnership);
    let own = |partner| here().any(|held| held.role.partner() == Some(partner));
    let mut standing: BTreeMap<u32, Made> = BTreeMap::new();
    for entry in case.history() {
        let fact = match &entry.event.fact {
            Fact::Corrected(correction) => {
                standing.remove(&correction.entry);
                correction.with.as_deref()
            }
            fact => Some(fact),
        };
        if let Some(Fact::PartnerDecided(made)) = fact
            && own(made.decision.partner)
        {
            let (question, answer) = (made.decision.question, made.decision.answer);
            let (partnership, reference) = (row.partnership, row.reference);
            standing.insert(entry.seq, Made { on: entry.event.on, partnership, reference, question, answer });
        }
    }
    standing.into_values().collect()
}

/// The latest of them, the latest first.
pub(super) fn latest(mut made: Vec<Made>) -> Vec<Made> {
    made.sort_by_key(|made| Reverse((made.on.earliest(), made.reference)));
    made.truncate(SHOWN);
    made
}

/// As the page shows them.
pub(super) fn table(known: &Known, visitor: &SignedIn, made: &[Made]) -> Table {
    let table = Table::new("Decisions you made").hide_caption();
    let table = table.column("Case", None).column("Date", None).column("About", None).column("Answer", None);
    made.iter().fold(table, |table, made| {
        let href = case_url::of_case(known, visitor, made.partnership, made.reference);
        table.row(vec![
            Cell::reference(made.reference.to_string(), Some(href)),
            Cell::text(made.on.to_string()),
            Cell::text(upper_first(made.question.label())),
            Cell::text(upper_first(made.answer.label())),
        ])
    })
}
