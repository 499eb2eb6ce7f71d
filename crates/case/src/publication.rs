//! Publication: the plan, the copies, what is published or not and why, and how long it stays.

mod check;
mod standing;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::When;
use crate::terms::codes;

pub(crate) use check::check;
pub use standing::Standing;

codes! {
    /// Who gets a copy before publication.
    Recipient {
        Panel = "national Panel",
        SecretaryOfState = "Secretary of State",
        Ofsted = "Ofsted",
    }
    /// Who is told that a report will be published.
    Audience {
        Family = "family",
        Staff = "staff",
        Press = "press office",
    }
    /// What the check of anonymity looks at.
    AnonymityPoint {
        Names = "names",
        Dates = "dates",
        Ages = "ages",
        Places = "places",
        Schools = "schools",
        RareCircumstances = "rare circumstances",
        FamilyRead = "the family has read it",
    }
}

/// The day of publication is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicationPlan {
    /// The day on which it is planned to publish.
    pub planned: NaiveDate,
}

/// Copies of the report were sent before publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copies {
    /// The recipients of a copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Recipient>,
    /// The planned day of publication.
    pub planned: NaiveDate,
}

/// The report was checked for anything that identifies somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnonymityCheck {
    /// The points that were checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checked: Vec<AnonymityPoint>,
}

/// People were told before publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicationTold {
    /// The people who were told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<Audience>,
}

/// The full report was published. Words: `address`, and `reason` where copies went late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {}

/// Only the improvements were published. Words: `reason`, `text`, `address`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImprovementsPublished {
    /// When the Panel was told.
    #[serde(default)]
    pub panel_told: When,
    /// When the Secretary of State was told.
    #[serde(default)]
    pub secretary_of_state_told: When,
}

/// Publication waits. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicationHold {
    /// When the hold is looked at again.
    pub review_on: NaiveDate,
    /// When the Panel was told.
    #[serde(default)]
    pub panel_told: When,
    /// When the Secretary of State was told.
    #[serde(default)]
    pub secretary_of_state_told: When,
}

/// Nothing is published. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicationDeclined {
    /// When the Panel was told.
    #[serde(default)]
    pub panel_told: When,
    /// When the Secretary of State was told.
    #[serde(default)]
    pub secretary_of_state_told: When,
}

/// The report is no longer online. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeDown {
    /// Whether a court or other legal order requires it.
    #[serde(default)]
    pub legal_order: bool,
}
