//! Recommendations, actions and whether they made a difference. They can be opened at any stage.

mod check;
mod standing;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::terms::codes;
use crate::{OrganisationId, PersonId};

pub(crate) use check::check;
pub use standing::{ActionStanding, Standing};

codes! {
    /// Which review a recommendation comes from.
    RecommendationSource {
        RapidReview = "rapid review",
        Lcspr = "LCSPR",
        National = "national review",
        Other = "other learning",
    }
    /// How the owner of an action says it is going.
    Progress {
        NotStarted = "not started",
        OnTrack = "on track",
        AtRisk = "at risk",
    }
    /// What kind of evidence speaks of impact.
    EvidenceKind {
        Audit = "audit",
        Data = "data",
        Survey = "survey",
        Observation = "observation",
        CaseSample = "sample of cases",
        FamilyFeedback = "feedback from families",
    }
    /// Whether an action made a difference, judged by its evidence.
    Judgement {
        NoEvidence = "no evidence",
        Partial = "partial",
        Embedded = "embedded",
    }
    /// Where an action stands between being opened and being closed. Done and having made a difference are two things.
    ActionState {
        /// Not done yet.
        Open = "open",
        /// Done, and nothing shows yet that it made a difference.
        AwaitingImpact = "done, waiting for impact evidence",
        /// Done, and evidence shows a difference.
        ImpactShown = "done, made a difference",
        /// Closed or replaced.
        Closed = "closed",
    }
    /// How learning reaches people.
    LearningKind {
        Briefing = "briefing",
        Masterclass = "masterclass",
        Guide = "guide",
        Newsletter = "newsletter",
        Other = "other",
    }
}

/// A recommendation. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewRecommendation {
    /// Its number within the case, from 1.
    pub number: u16,
    /// Which review it comes from.
    pub source: RecommendationSource,
    /// The key line of enquiry it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_line: Option<u8>,
    /// Who it is addressed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressed_to: Option<OrganisationId>,
}

/// Whether a recommendation is accepted. Words: `reason` where it is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationResponse {
    /// The number of the recommendation.
    pub number: u16,
    /// Whether the partners accept it.
    #[serde(default)]
    pub accepted: bool,
}

/// Something to be done. Words: `text`, `measure` (how we will know).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Its number within the case, from 1.
    pub number: u16,
    /// The recommendation it carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommendation: Option<u16>,
    /// The agency that owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_organisation: Option<OrganisationId>,
    /// The person who owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The day by which it is to be done.
    pub due: NaiveDate,
}

/// How an action goes. Words: `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionUpdate {
    /// The number of the action.
    pub number: u16,
    /// How the owner says it is going.
    pub progress: Progress,
}

/// An action gets a new due date. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionMoved {
    /// The number of the action.
    pub number: u16,
    /// The due date in place of the old one.
    pub due: NaiveDate,
}

/// An action was completed. Words: `evidence`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionDone {
    /// The number of the action.
    pub number: u16,
}

/// Evidence of the effect of an action was judged. Words: `evidence`, `decided_by`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpactJudged {
    /// The number of the action.
    pub number: u16,
    /// Where the evidence comes from.
    pub kind: EvidenceKind,
    /// What the evidence shows.
    pub judgement: Judgement,
}

/// An action is closed. Words: `reason` where there is no evidence of impact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionClosed {
    /// The number of the action.
    pub number: u16,
}

/// An action is replaced by another. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionSuperseded {
    /// The number of the action that is replaced.
    pub number: u16,
    /// The number of the action that replaces it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<u16>,
}

/// Learning was shared. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// How the learning was passed on.
    pub kind: LearningKind,
}
