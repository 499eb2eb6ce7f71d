//! Whose decision on which question a form records, and who records it.

use case::decisions::Question as Decided;
use case::terms::Partner;
use case::{Case, StepKind};

use super::partner;
use super::question::now;
use super::wording::slug;
use crate::case_view::OpenCase;

/// The decision of one partner on one question; on the one that is before the partners where none is named.
pub(super) struct Deciding {
    pub(super) partner: Partner,
    pub(super) named: Option<Decided>,
    pub(super) for_them: bool,
}

impl Deciding {
    /// On the question that is before the partners.
    pub(super) fn now(partner: Partner) -> Self {
        Self { partner, named: None, for_them: false }
    }

    /// On a question that is named.
    pub(super) fn on(partner: Partner, question: Decided) -> Self {
        Self { named: Some(question), ..Self::now(partner) }
    }

    /// The form that an address names: “police” or “police/hold-publication”.
    pub(super) fn of(address: &str) -> Option<Self> {
        let (of, question) = address.split_once('/').unwrap_or((address, ""));
        let partner = partner(of)?;
        if question.is_empty() {
            return Some(Self::now(partner));
        }
        Decided::ALL.iter().find(|one| slug(**one) == question).map(|question| Self::on(partner, *question))
    }

    /// The form of the business unit, which says how it knows.
    pub(super) fn on_behalf(self) -> Self {
        Self { for_them: true, ..self }
    }

    pub(super) fn is_on_behalf(&self) -> bool {
        self.for_them
    }

    /// The kind of step that records it.
    pub(super) fn kind(&self) -> StepKind {
        StepKind::DecideAsPartner(case::Deciding { partner: self.partner, on_behalf: self.for_them })
    }

    /// What is decided. Where nothing is before the partners, the rules say so when it is recorded.
    pub(super) fn question(&self, open: &OpenCase) -> Decided {
        self.in_question(&open.case).unwrap_or(Decided::RapidReview)
    }

    /// What is before the partners in any case, such as one as it stood before.
    pub(super) fn in_question(&self, case: &Case) -> Option<Decided> {
        self.named.or_else(|| now(case))
    }

    /// Whether the partner has decided already, so that this decision stands beside that.
    pub(super) fn decides_again(&self, open: &OpenCase) -> bool {
        !open.case.undecided(self.question(open)).contains(&self.partner)
    }
}
