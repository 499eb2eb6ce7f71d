//! Who acts.

use serde::{Deserialize, Serialize};

use crate::terms::{Partner, codes};
use crate::{OrganisationId, PartnershipId, PersonId};

codes! {
    /// What somebody does in a partnership.
    Role {
        /// Runs the notifications and reviews of a partnership.
        BusinessUnit = "business unit",
        /// Answers for the business unit: people, access, rules.
        BusinessUnitManager = "business unit manager",
        /// Speaks for the council.
        Council = "statutory partner: council",
        /// Speaks for the NHS integrated care board.
        Icb = "statutory partner: NHS integrated care board",
        /// Speaks for the police.
        Police = "statutory partner: police",
        /// Deals with the national Panel.
        PanelLiaison = "Panel liaison officer",
        /// Returns what an agency knows.
        Contributor = "agency contributor",
        /// Conducts an LCSPR.
        Reviewer = "independent reviewer",
        /// Manages people and settings and sees no case content.
        Administrator = "administrator",
        /// Holds the machine and the database, and acts from the command line.
        Operator = "operator",
    }
}

impl Role {
    /// Whether somebody in this role may open a case, be it only one they are put on. Who may give such a role decides
    /// who can read what is recorded of children.
    pub fn opens_cases(self) -> bool {
        match self {
            Self::BusinessUnit
            | Self::BusinessUnitManager
            | Self::Council
            | Self::Icb
            | Self::Police
            | Self::PanelLiaison
            | Self::Contributor
            | Self::Reviewer
            | Self::Operator => true,
            Self::Administrator => false,
        }
    }

    /// The statutory partner this role speaks for.
    pub fn partner(self) -> Option<Partner> {
        match self {
            Self::Council => Some(Partner::Council),
            Self::Icb => Some(Partner::Icb),
            Self::Police => Some(Partner::Police),
            Self::BusinessUnit
            | Self::BusinessUnitManager
            | Self::PanelLiaison
            | Self::Contributor
            | Self::Reviewer
            | Self::Administrator
            | Self::Operator => None,
        }
    }
}

/// One role a person holds, through an organisation, in one partnership. A police force or a board may belong to
/// several partnerships, and then its people have a membership in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The organisation they work for.
    pub organisation: OrganisationId,
    /// The partnership in which the role counts.
    pub partnership: PartnershipId,
    /// What they do there.
    pub role: Role,
}

/// A person who acts, with everything that gives them rights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person who acts.
    pub person: PersonId,
    /// Every role they hold, in whichever partnership.
    pub memberships: Vec<Membership>,
    /// Whether they act as the operator, at the command line of the machine that holds the database.
    pub operator: bool,
}

/// The operator: whoever holds the machine and gives no other name. Nobody’s id, and the same on every machine.
pub const OPERATOR: PersonId = PersonId(uuid::Uuid::nil());

impl Actor {
    /// The operator, at the command line of the machine that holds the database.
    pub fn operator() -> Self {
        Self { person: OPERATOR, memberships: Vec::new(), operator: true }
    }

    /// The roles the actor holds in a partnership.
    pub fn roles_in(&self, partnership: PartnershipId) -> impl Iterator<Item = &Membership> {
        self.memberships.iter().filter(move |membership| membership.partnership == partnership)
    }
}
