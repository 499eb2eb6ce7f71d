//! What the three statutory partners decide, each for themselves, and what happens when they differ.

mod check;
mod in_question;
mod standing;

use serde::{Deserialize, Serialize};

use crate::terms::{Capacity, Evidence, Partner, codes};
use crate::{ReportDigest, Stage};

pub(crate) use check::check;
pub(crate) use in_question::digest_decided_on;
pub use standing::Standing;

codes! {
    /// What the partners are asked.
    Question {
        /// The recommendations of the rapid review.
        RapidReview = "the recommendations of the rapid review",
        /// The decision after the Panel disagreed.
        Reconsideration = "the decision after the Panel disagreed",
        /// The final report of the LCSPR.
        SignOff = "the final report of the LCSPR",
        /// Publishing only the improvements.
        ImprovementsOnly = "publishing only the improvements",
        /// Holding publication.
        HoldPublication = "holding publication",
        /// Publishing nothing.
        NotPublish = "publishing nothing",
        /// Stopping the LCSPR.
        Discontinue = "stopping the LCSPR",
    }
    /// What a partner answers.
    Answer {
        /// Agrees.
        Agree = "agrees",
        /// Does not agree.
        Disagree = "does not agree",
        /// Needs more information.
        NeedsMoreInformation = "needs more information",
    }
    /// How high a disagreement is taken.
    EscalationLevel {
        /// Lead safeguarding partners.
        LeadPartners = "lead safeguarding partners",
        /// Partnership chair.
        Chair = "partnership chair",
        /// Independent scrutineer.
        Scrutineer = "independent scrutineer",
        /// National Panel.
        Panel = "national Panel",
    }
}

/// One statutory partner’s decision. Words: `decided_by`, `reason`, `would_agree_to`, `comment`. A later decision of the same partner supersedes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What they were asked.
    pub question: Question,
    /// Whose decision it is.
    pub partner: Partner,
    /// The answer.
    pub answer: Answer,
    /// The recommendations they do not agree with, by number; empty means all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_agreed: Vec<u8>,
    /// In what capacity the person decided.
    pub capacity: Capacity,
    /// The version of the report they decided on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u16>,
    /// Set when somebody else recorded it: how they know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<Evidence>,
}

/// One partner’s decision. Recording one’s own and recording another’s are different rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// Whose decision it is.
    pub partner: Partner,
    /// Whether somebody else records it, who then says how they know of it.
    pub on_behalf: bool,
}

impl Deciding {
    pub(crate) fn of(decision: &Decision) -> Self {
        Self { partner: decision.partner, on_behalf: decision.on_behalf.is_some() }
    }
}

/// A decision as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionMade {
    /// What was decided.
    pub decision: Decision,
    /// The digest of the text it was made on. When the text changes, the decision no longer stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<ReportDigest>,
}

/// A disagreement is taken higher. Words: `who`, `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// What they disagree about.
    pub question: Question,
    /// How high.
    pub level: EscalationLevel,
}

/// An escalation came to an end. Words: `outcome`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationEnd {
    /// What they disagreed about.
    pub question: Question,
    /// Whether it was resolved.
    #[serde(default)]
    pub resolved: bool,
}

impl Question {
    /// The stages at which the partners decide it. After the report has gone to the Panel a partner may still decide on
    /// it, because a report is sent in time even when a decision is missing.
    pub fn stages(self) -> &'static [Stage] {
        match self {
            Self::RapidReview => {
                &[Stage::PartnerDecision, Stage::SubmittedToPanel, Stage::PanelResponded, Stage::PanelQuery]
            }
            Self::Reconsideration => &[Stage::PartnersReconsidering],
            Self::SignOff => {
                &[Stage::LcsprInProgress, Stage::LcsprHeld, Stage::FinalReportAgreed, Stage::PrePublication]
            }
            Self::Discontinue => {
                &[Stage::LcsprDecided, Stage::LcsprCommissioned, Stage::LcsprInProgress, Stage::LcsprHeld]
            }
            Self::ImprovementsOnly | Self::HoldPublication | Self::NotPublish => {
                &[Stage::FinalReportAgreed, Stage::PrePublication, Stage::PublicationHeld]
            }
        }
    }
}
