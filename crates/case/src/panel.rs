//! What the national Panel answers, asks and advises.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Event;
use crate::fact::Fact;
use crate::rejection::Problems;
use crate::terms::codes;
use crate::{Case, Command, Setting};
use crate::{PersonId, When};

codes! {
    /// What the Panel said, coded from the two questions it answers: whether it agrees with the local decision, and whether it wants something national.
    PanelOutcome {
        /// Agrees that no LCSPR is needed.
        AgreeNoLcspr = "agrees that no LCSPR is needed",
        /// Agrees with the LCSPR.
        AgreeLcspr = "agrees with the LCSPR",
        /// Thinks an LCSPR is warranted.
        DisagreeWantsLcspr = "thinks an LCSPR is warranted",
        /// Thinks the rapid review has captured the learning.
        DisagreeLcsprNotNeeded = "thinks the rapid review has captured the learning",
        /// Needs more information.
        MoreInformation = "needs more information",
        /// Does not consider it a serious child safeguarding case.
        CriteriaNotMet = "does not consider it a serious child safeguarding case",
        /// Will commission a national review.
        NationalReview = "will commission a national review",
        /// Will take it into thematic work.
        ThematicReview = "will take it into thematic work",
        /// Concludes that a local review is more appropriate.
        DeferredToLocal = "concludes that a local review is more appropriate",
    }
    /// What the Panel commissioned.
    NationalKind {
        /// National review.
        National = "national review",
        /// Thematic review.
        Thematic = "thematic review",
    }
}

/// The Panel’s letter, recorded on the day it was received. Words: `summary`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelResponse {
    /// The date on the letter.
    #[serde(default)]
    pub letter: When,
    /// What it says.
    pub outcome: PanelOutcome,
    /// Whether the Panel agrees with the local decision, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agrees_with_local_decision: Option<bool>,
    /// It praises the quality of the review.
    #[serde(default)]
    pub praises_quality: bool,
    /// It has a concern about the quality.
    #[serde(default)]
    pub quality_concern: bool,
    /// It notes that the review came late.
    #[serde(default)]
    pub late_submission_noted: bool,
    /// It asks for updates.
    #[serde(default)]
    pub asks_for_updates: bool,
    /// When it wants a reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_due: Option<NaiveDate>,
}

/// The Panel asked for more information. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelQuery {
    /// When it wants the reply.
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
    /// Its number.
    pub number: u16,
}

/// The Panel commissioned a national or thematic review that touches this case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NationalReview {
    /// Which kind.
    pub kind: NationalKind,
    /// Whether local work goes on beside it.
    #[serde(default)]
    pub local_continues: bool,
    /// Who liaises with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liaison: Option<PersonId>,
}

/// What the Panel said so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Every letter, oldest first.
    pub responses: Vec<PanelResponse>,
    /// The open query.
    pub query: Option<PanelQuery>,
    /// Points of advice, and whether each was dealt with.
    pub advice: BTreeMap<u16, (AdvicePoint, bool)>,
    /// The national or thematic review.
    pub national: Option<NationalReview>,
    /// Whether it ended.
    pub national_ended: bool,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::PanelResponded(response) => self.responses.push(response.clone()),
            Fact::PanelQueried(query) => self.query = Some(query.clone()),
            Fact::PanelQueryAnswered => self.query = None,
            Fact::AdvicePointRecorded(point) => {
                self.advice.insert(point.number, (point.clone(), false));
            }
            Fact::AdvicePointFinished(done) => {
                if let Some((_, finished)) = self.advice.get_mut(&done.number) {
                    *finished = true;
                }
            }
            Fact::NationalReviewCommissioned(review) => {
                self.national = Some(review.clone());
                self.national_ended = false;
            }
            Fact::NationalReviewEnded => self.national_ended = true,
            _ => {}
        }
    }
}

/// Checks the steps of this part of a case's life.
pub(crate) fn check(_case: &Case, _command: &Command, _setting: &Setting<'_>, _problems: &mut Problems) {}
