//! What the national Panel answers, asks and advises.

mod asked;
mod check;
mod ending;
mod letter;
mod query;
mod standing;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::terms::codes;
use crate::{PersonId, When};

pub use asked::{Asked, asked};
pub(crate) use check::check;
pub(crate) use ending::fresh_decisions;
pub(crate) use query::with_query;
pub use standing::Standing;

codes! {
    /// What the Panel said, by the two questions it answers: whether it agrees with the local decision, and whether
    /// it wants something national.
    PanelOutcome {
        AgreeNoLcspr = "agrees that no LCSPR is needed",
        AgreeLcspr = "agrees with the LCSPR",
        DisagreeWantsLcspr = "thinks an LCSPR is warranted",
        DisagreeLcsprNotNeeded = "thinks the rapid review has captured the learning",
        MoreInformation = "needs more information",
        CriteriaNotMet = "does not consider it a serious child safeguarding case",
        NationalReview = "will commission a national review",
        ThematicReview = "will take it into thematic work",
        DeferredToLocal = "concludes that a local review is more appropriate",
    }
    /// What the Panel commissions.
    NationalKind {
        National = "national review",
        Thematic = "thematic review",
    }
}

/// The Panel’s letter, recorded on the day it was received. Words: `summary`, and `text` where it asks for information.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a remark of its own that a letter makes or does not"
)]
pub struct PanelResponse {
    /// The date on the letter.
    #[serde(default)]
    pub letter: When,
    /// What it says of the local decision and of a national review.
    pub outcome: PanelOutcome,
    /// Whether the Panel agrees with the local decision, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agrees_with_local_decision: Option<bool>,
    /// Whether it praises the quality of the review.
    #[serde(default)]
    pub praises_quality: bool,
    /// Whether it has a concern about the quality.
    #[serde(default)]
    pub quality_concern: bool,
    /// Whether it notes that the review came late.
    #[serde(default)]
    pub late_submission_noted: bool,
    /// Whether it asks for updates.
    #[serde(default)]
    pub asks_for_updates: bool,
    /// The day by which it wants a reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_due: Option<NaiveDate>,
    /// What it says about single recommendations of the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recommendations: Vec<RecommendationView>,
}

/// What the Panel says about one recommendation of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationView {
    /// The number of the recommendation, from 1.
    pub number: u8,
    /// Whether the Panel agrees with it.
    pub agrees: bool,
}

impl PanelOutcome {
    /// Whether the Panel agrees with the local decision; `None` where this outcome leaves it open.
    pub fn agrees(self) -> Option<bool> {
        match self {
            Self::AgreeNoLcspr | Self::AgreeLcspr => Some(true),
            Self::DisagreeWantsLcspr | Self::DisagreeLcsprNotNeeded => Some(false),
            Self::MoreInformation
            | Self::CriteriaNotMet
            | Self::NationalReview
            | Self::ThematicReview
            | Self::DeferredToLocal => None,
        }
    }

    /// Whether the local decision it answers was for an LCSPR; `None` where it can answer either.
    pub fn answers_lcspr(self) -> Option<bool> {
        match self {
            Self::AgreeLcspr | Self::DisagreeLcsprNotNeeded => Some(true),
            Self::AgreeNoLcspr | Self::DisagreeWantsLcspr => Some(false),
            Self::MoreInformation
            | Self::CriteriaNotMet
            | Self::NationalReview
            | Self::ThematicReview
            | Self::DeferredToLocal => None,
        }
    }
}

impl PanelResponse {
    /// Whether the Panel agrees with the local decision: as its outcome says, or else as it was recorded.
    pub fn agreement(&self) -> Option<bool> {
        self.outcome.agrees().or(self.agrees_with_local_decision)
    }
}

/// The Panel asked for more information. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelQuery {
    /// The day by which it wants the reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

/// One point of advice from the Panel, to be followed up. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdvicePoint {
    /// Its number within the case, from 1.
    pub number: u16,
    /// When something is due on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

/// A point of advice was dealt with. Words: `outcome`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdvicePointDone {
    /// The number of the point of advice.
    pub number: u16,
}

/// The Panel commissioned a national or thematic review that touches this case. Words: `who` liaises, where no person is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NationalReview {
    /// What the Panel commissioned.
    pub kind: NationalKind,
    /// Whether local work goes on beside it.
    #[serde(default)]
    pub local_continues: bool,
    /// The person who liaises with the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liaison: Option<PersonId>,
}
