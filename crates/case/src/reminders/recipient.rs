//! Somebody, by what they are to a case.

use serde::{Deserialize, Serialize};

use crate::Role;
use crate::terms::codes;

codes! {
    /// The people to whom a reminder is sent, by what they are to the case.
    Recipient {
        /// Whoever leads the case; where nobody does, the managers.
        Lead = "lead",
        /// The managers of the business unit.
        Manager = "business unit manager",
        /// The Panel liaison officers on the case.
        PanelLiaison = "Panel liaison officer",
        /// Those on the case who speak for the council, which notifies.
        Council = "council",
        /// Those on the case who speak for a statutory partner.
        Partners = "statutory partners",
        /// Those on the case who speak for a statutory partner that has not decided.
        UndecidedPartners = "statutory partners who have not decided",
        /// Those who speak for the partner whose decision it is.
        PartnerConcerned = "statutory partner concerned",
        /// Those on the case who answer for the agency that was asked.
        AgencyContacts = "agency contacts",
        /// Those on the case who answer for any agency.
        Agencies = "all agencies on the case",
        /// Whoever owns the action.
        Owner = "owner",
        Reviewer = "independent reviewer",
        /// The person the entry is about.
        PersonConcerned = "person concerned",
    }
}

impl Recipient {
    /// Whether somebody with this role can be meant in some case. An action can belong to anybody who has a part in
    /// a case.
    pub fn could_be(self, role: Role) -> bool {
        let is_unit = matches!(role, Role::BusinessUnit | Role::BusinessUnitManager);
        match self {
            Self::Lead => is_unit,
            Self::Manager => role == Role::BusinessUnitManager,
            Self::PanelLiaison => role == Role::PanelLiaison,
            Self::Council => role == Role::Council,
            Self::Partners | Self::UndecidedPartners | Self::PartnerConcerned => role.partner().is_some(),
            Self::AgencyContacts | Self::Agencies => role == Role::Contributor,
            Self::Owner | Self::PersonConcerned => !matches!(role, Role::Administrator | Role::Operator),
            Self::Reviewer => role == Role::Reviewer,
        }
    }
}
