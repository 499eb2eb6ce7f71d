//! The fact that a step becomes.

use crate::Case;
use crate::decisions::{DecisionMade, digest_decided_on};
use crate::events::{Corrected, Fact, Indirect, Step};
use crate::notification::IdentifiedChild;

/// What is recorded once `step` is allowed.
pub(crate) fn fact_of(case: &Case, step: Step) -> Fact {
    step.into_fact().unwrap_or_else(|step| match step {
        Indirect::IdentifyChild(step) => {
            Fact::ChildIdentified(IdentifiedChild { child: step.child, person: step.person })
        }
        Indirect::DecideAsPartner(decision) => {
            let digest = digest_decided_on(case, &decision);
            Fact::PartnerDecided(DecisionMade { decision, digest })
        }
        Indirect::Correct(correction) => Fact::Corrected(Corrected {
            entry: correction.entry,
            with: Some(Box::new(fact_of(&case.before(correction.entry), *correction.with))),
        }),
        Indirect::StrikeOut(step) => Fact::Corrected(Corrected { entry: step.entry, with: None }),
    })
}
