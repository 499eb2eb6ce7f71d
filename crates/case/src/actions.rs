//! Recommendations, actions and whether they made a difference. They can be opened at any stage.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Event;
use crate::When;
use crate::fact::Fact;
use crate::rejection::Problems;
use crate::terms::codes;
use crate::{Case, Command, Setting};
use crate::{OrganisationId, PersonId};

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

/// How recommendations and actions stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Each recommendation, and whether it was accepted.
    pub recommendations: BTreeMap<u16, (ReviewRecommendation, Option<bool>)>,
    /// Each action.
    pub actions: BTreeMap<u16, ActionStanding>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::RecommendationAdded(recommendation) => {
                self.recommendations.insert(recommendation.number, (recommendation.clone(), None));
            }
            Fact::RecommendationAnswered(answer) => {
                if let Some((_, accepted)) = self.recommendations.get_mut(&answer.number) {
                    *accepted = Some(answer.accepted);
                }
            }
            Fact::ActionOpened(action) => {
                self.actions.insert(action.number, ActionStanding::new(action.clone()));
            }
            Fact::ActionUpdated(update) => {
                self.change(update.number, |action| action.progress = update.progress)
            }
            Fact::ActionMoved(moved) => self.change(moved.number, |action| action.action.due = moved.due),
            Fact::ActionCompleted(done) => self.change(done.number, |action| action.done = Some(event.on)),
            Fact::ImpactJudged(impact) => {
                self.change(impact.number, |action| action.impact = Some(impact.clone()))
            }
            Fact::ActionClosed(closed) => self.change(closed.number, |action| action.closed = Some(event.on)),
            Fact::ActionSuperseded(action) => {
                self.change(action.number, |action| action.closed = Some(event.on))
            }
            _ => {}
        }
    }
}

/// One action and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionStanding {
    /// What is to be done.
    pub action: Action,
    /// How it goes.
    pub progress: Progress,
    /// When it was completed: not the same as having made a difference.
    pub done: Option<When>,
    /// The latest judgement of its effect.
    pub impact: Option<ImpactJudged>,
    /// When it was closed or superseded.
    pub closed: Option<When>,
}

impl ActionStanding {
    fn new(action: Action) -> Self {
        Self { action, progress: Progress::NotStarted, done: None, impact: None, closed: None }
    }
}

impl Standing {
    fn change(&mut self, number: u16, change: impl FnOnce(&mut ActionStanding)) {
        if let Some(action) = self.actions.get_mut(&number) {
            change(action);
        }
    }
}

/// Checks the steps of this part of a case's life.
pub(crate) fn check(_case: &Case, _command: &Command, _setting: &Setting<'_>, _problems: &mut Problems) {}
