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
    /// What the partners are asked to decide.
    Question {
        RapidReview = "the recommendations of the rapid review",
        Reconsideration = "the decision after the Panel disagreed",
        SignOff = "the final report of the LCSPR",
        ImprovementsOnly = "publishing only the improvements",
        HoldPublication = "holding publication",
        NotPublish = "publishing nothing",
        Discontinue = "stopping the LCSPR",
    }
    /// How a partner decides.
    Answer {
        Agree = "agrees",
        Disagree = "does not agree",
        NeedsMoreInformation = "needs more information",
    }
    /// How high a disagreement is taken.
    EscalationLevel {
        LeadPartners = "lead safeguarding partners",
        Chair = "partnership chair",
        Scrutineer = "independent scrutineer",
        Panel = "national Panel",
    }
}

/// One statutory partner’s decision, which supersedes earlier ones of the same partner. Words: `decided_by`,
/// `reason`, `would_agree_to`, `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What the partner was asked.
    pub question: Question,
    /// The partner whose decision it is.
    pub partner: Partner,
    /// How the partner decided.
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

/// Whose decision a step records, and who records it: one’s own decision and another’s are different rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// The partner whose decision it is.
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
    /// The decision as it was recorded.
    pub decision: Decision,
    /// The digest of the text it was made on. When the text changes, the decision no longer stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<ReportDigest>,
}

/// A disagreement is taken higher. Words: `who`, `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// What the partners disagree about.
    pub question: Question,
    /// To whom it is taken.
    pub level: EscalationLevel,
}

/// An escalation came to an end. Words: `outcome`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationEnd {
    /// What the partners disagreed about.
    pub question: Question,
    /// Whether the partners came to agree.
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
