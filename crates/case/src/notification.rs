//! The serious incident notification: the children, what is sent and to whom, and the deaths that need no rapid review.

mod check;
mod child;
mod standing;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::terms::{Abuse, Partner};
use crate::{OrganisationId, PartnershipId, When};

pub(crate) use check::check;
pub use child::{AgeBand, Child, Ethnicity, IdentifiedChild, IdentifyChild, Identity, Sex};
pub use standing::Standing;

/// The other councils and partnerships that are concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authorities {
    /// The council where the incident happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<OrganisationId>,
    /// The council where the child lives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<OrganisationId>,
    /// The council that placed the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placing: Option<OrganisationId>,
    /// Partnerships that may read the case and return information.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub linked: Vec<PartnershipId>,
}

/// The notification was sent to the Panel. Words: `reference`, `decided_by` (the notifier).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notification {
    /// The time of day. It never moves a deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// The statutory partners that got a copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Partner>,
    /// Other agencies or areas that got a copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_others: Vec<OrganisationId>,
}

/// A looked-after child’s death was notified to the Secretary of State and Ofsted. Neither abuse nor neglect is
/// known or suspected, so no rapid review follows. Words: `decided_by`, `reference`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookedAfterDeath {
    /// The second limb, which must not be met.
    pub abuse: Abuse,
}

/// A care leaver’s death was notified to the Secretary of State and Ofsted. Words: `decided_by`, `reference`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareLeaverDeath {
    /// The age at death in years, 18 to 24.
    pub age: u8,
}

/// After sending, it was found that the incident does not meet the criteria. Words: `decided_by`, `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reclassification {
    /// When the Panel was told: a date, or the plain statement that it is not known.
    pub panel_told: When,
    /// When the Panel acknowledged it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panel_acknowledged: Option<When>,
}

/// Partners and other areas were told of the incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartiesTold {
    /// The statutory partners that were told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Partner>,
    /// The other organisations that were told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OrganisationId>,
}
