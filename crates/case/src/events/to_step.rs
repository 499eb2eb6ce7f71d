//! The step that leads to a fact.

use super::{Fact, Step, StepKind};
use crate::decisions::Deciding;

impl Fact {
    /// The step that records this. There is none for what follows from other entries, for a correction, which is
    /// corrected by the entry it is about, and for who a child is, because the name is held elsewhere.
    pub fn into_step(self) -> Option<Step> {
        match self {
            Self::PartnerDecided(made) => Some(Step::DecideAsPartner(made.decision)),
            fact => fact.into_direct_step(),
        }
    }

    /// The kind of [the step that records this](Self::into_step).
    pub fn step_kind(&self) -> Option<StepKind> {
        match self {
            Self::PartnerDecided(made) => Some(StepKind::DecideAsPartner(Deciding::of(&made.decision))),
            fact => fact.direct_step_kind(),
        }
    }
}
