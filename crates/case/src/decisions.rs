//! What the three statutory partners decide, each for themselves, and what happens when they differ.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Event;
use crate::ReportDigest;
use crate::case::Position;
use crate::fact::Fact;
use crate::rejection::Problems;
use crate::terms::{Capacity, Evidence, Partner, codes};
use crate::{Case, Command, Setting};

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

/// One statutory partner’s decision. Words: `decided_by`, `reason`, `would_agree_to`, `comment`.
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

/// What the partners decided so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Every decision, oldest first; later ones supersede earlier ones.
    pub made: Vec<DecisionMade>,
    /// The latest escalation on each question, and how it ended.
    pub escalations: BTreeMap<Question, (Escalation, Option<EscalationEnd>)>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::PartnerDecided(decision) => self.made.push(decision.clone()),
            Fact::Escalated(escalation) => {
                self.escalations.insert(escalation.question, (escalation.clone(), None));
            }
            Fact::EscalationEnded(end) => {
                if let Some((_, ended)) = self.escalations.get_mut(&end.question) {
                    *ended = Some(end.clone());
                }
            }
            _ => {}
        }
    }
}

/// The digest of the text a decision is made on: of the version it names, as that was frozen.
pub(crate) fn digest_decided_on(position: &Position, decision: &Decision) -> Option<ReportDigest> {
    let version = decision.version?;
    match decision.question {
        Question::RapidReview | Question::Reconsideration => {
            position.rapid_review.reports.get(&version).map(|report| report.digest)
        }
        Question::SignOff
        | Question::ImprovementsOnly
        | Question::HoldPublication
        | Question::NotPublish
        | Question::Discontinue => position.lcspr.drafts.get(&version).map(|draft| draft.digest),
    }
}

/// Checks the steps of this part of a case's life.
pub(crate) fn check(_case: &Case, _command: &Command, _setting: &Setting<'_>, _problems: &mut Problems) {}
