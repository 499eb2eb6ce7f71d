//! Who has to move for a clock to be met.

use super::ClockKey;
use crate::decisions::Question;
use crate::position::Position;
use crate::terms::Partner;
use crate::{OrganisationId, PersonId};

/// Whoever has to act for a clock to be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mover {
    /// Whoever leads the case.
    BusinessUnit,
    /// The statutory partners who have not decided.
    Partners(Vec<Partner>),
    /// An agency that was asked.
    Agency(OrganisationId),
    /// The national Panel, which nobody here can hurry.
    Panel,
    /// Whoever owns the action that is due.
    Owner {
        /// The owner, where a person is named.
        person: Option<PersonId>,
        /// Their organisation, where one is named.
        organisation: Option<OrganisationId>,
    },
}

impl ClockKey {
    /// Who has to act for this clock of a case to be met.
    pub fn waits_for(self, position: &Position) -> Mover {
        match self {
            Self::AgencyReturn(agency) => Mover::Agency(agency),
            Self::PanelReply => Mover::Panel,
            Self::PartnerDecisionsWanted => Mover::Partners(position.undecided(Question::RapidReview)),
            Self::Action(number) => {
                let action = position.actions.actions.get(&number).map(|standing| &standing.action);
                Mover::Owner {
                    person: action.and_then(|action| action.owner),
                    organisation: action.and_then(|action| action.owner_organisation),
                }
            }
            Self::Notification
            | Self::PartnersTold
            | Self::RapidReview
            | Self::PanelQueryReply
            | Self::Lcspr
            | Self::Copies
            | Self::Online
            | Self::Milestone(_)
            | Self::AdvicePoint(_)
            | Self::AlternativeReview
            | Self::HoldReview
            | Self::PublicationHoldReview => Mover::BusinessUnit,
        }
    }
}
