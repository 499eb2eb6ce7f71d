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
    /// Which review recommends.
    RecommendationSource {
        /// Rapid review.
        RapidReview = "rapid review",
        /// LCSPR.
        Lcspr = "LCSPR",
        /// National review.
        National = "national review",
        /// Other learning.
        Other = "other learning",
    }
    /// How an action goes.
    Progress {
        /// Not started.
        NotStarted = "not started",
        /// On track.
        OnTrack = "on track",
        /// At risk.
        AtRisk = "at risk",
    }
    /// What kind of evidence speaks of impact.
    EvidenceKind {
        /// Audit.
        Audit = "audit",
        /// Data.
        Data = "data",
        /// Survey.
        Survey = "survey",
        /// Observation.
        Observation = "observation",
        /// Sample of cases.
        CaseSample = "sample of cases",
        /// Feedback from families.
        FamilyFeedback = "feedback from families",
    }
    /// Whether it made a difference.
    Judgement {
        /// No evidence.
        NoEvidence = "no evidence",
        /// Partial.
        Partial = "partial",
        /// Embedded.
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
        /// Briefing.
        Briefing = "briefing",
        /// Masterclass.
        Masterclass = "masterclass",
        /// Guide.
        Guide = "guide",
        /// Newsletter.
        Newsletter = "newsletter",
        /// Other.
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
    /// Its number.
    pub number: u16,
    /// Whether it is accepted.
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
    /// When it is due.
    pub due: NaiveDate,
}

/// How an action goes. Words: `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionUpdate {
    /// Its number.
    pub number: u16,
    /// How it goes.
    pub progress: Progress,
}

/// An action gets a new due date. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionMoved {
    /// Its number.
    pub number: u16,
    /// The new due date.
    pub due: NaiveDate,
}

/// An action was completed. Words: `evidence`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionDone {
    /// Its number.
    pub number: u16,
}

/// Evidence of the effect of an action was judged. Words: `evidence`, `decided_by`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpactJudged {
    /// Its number.
    pub number: u16,
    /// The kind of evidence.
    pub kind: EvidenceKind,
    /// The judgement.
    pub judgement: Judgement,
}

/// An action is closed. Words: `reason` where there is no evidence of impact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionClosed {
    /// Its number.
    pub number: u16,
}

/// An action is replaced by another. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionSuperseded {
    /// Its number.
    pub number: u16,
    /// The action that replaces it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<u16>,
}

/// Learning was shared. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// How.
    pub kind: LearningKind,
}
