//! The rapid review: scope, safety, meeting, the four questions, the report and its way to the Panel.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Event;
use crate::fact::Fact;
use crate::rejection::Problems;
use crate::terms::{Partner, codes};
use crate::{Case, Command, Setting};
use crate::{OrganisationId, ReportDigest, When};

codes! {
    /// Whether something in the case is complex or of national importance.
    Significance {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Unsure.
        Unsure = "unsure",
    }
}

/// The rapid review is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RapidReview {
    /// The start of the period asked for.
    #[serde(default)]
    pub scope_from: When,
    /// The end of the period asked for.
    #[serde(default)]
    pub scope_to: When,
    /// When agency summaries are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns_due: Option<NaiveDate>,
    /// Whether the executive partners and the chair were told.
    #[serde(default)]
    pub executives_told: bool,
}

/// The multi-agency meeting was held. Words: `facts`, `learning`, `dissent`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The statutory partners who were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<Partner>,
    /// The other agencies that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<OrganisationId>,
    /// Whether the immediate safety of the child and of siblings was checked.
    #[serde(default)]
    pub safety_checked: bool,
}

/// A version of the rapid review report with the four questions answered. Words: `national_significance`, `lcspr_reason`, `good_practice`, `actions`, and `scope` where an LCSPR is recommended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The version, from 1.
    pub version: u16,
    /// The digest of its text.
    pub digest: ReportDigest,
    /// Is a national review needed?
    pub national: Significance,
    /// Is an LCSPR recommended?
    #[serde(default)]
    pub lcspr: bool,
    /// How many recommendations it puts to the partners.
    pub recommendations: u8,
}

/// The report is put to the three statutory partners for their decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The version put to them.
    pub version: u16,
    /// When the decisions are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decide_by: Option<NaiveDate>,
}

/// A partner sends the report back to the meeting. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentBack {
    /// Who sends it back.
    pub partner: Partner,
}

/// The report was sent to the Panel. Words: `reason` where a partner has not decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// The version sent.
    pub version: u16,
    /// Sent although a partner has not decided, because the deadline is the law.
    #[serde(default)]
    pub without_all_partners: bool,
}

/// How the rapid review stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The review, once open.
    pub review: Option<RapidReview>,
    /// The latest meeting.
    pub meeting: Option<Meeting>,
    /// Every version of the report.
    pub reports: BTreeMap<u16, Report>,
    /// What the partners were asked last.
    pub asked: Option<Recommendation>,
    /// What was sent to the Panel.
    pub submitted: Option<Submission>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::RapidReviewOpened(review) => self.review = Some(review.clone()),
            Fact::MeetingHeld(meeting) => self.meeting = Some(meeting.clone()),
            Fact::ReportWritten(report) => {
                self.reports.insert(report.version, report.clone());
            }
            Fact::PartnersAsked(recommendation) => self.asked = Some(recommendation.clone()),
            Fact::SubmittedToPanel(submission) => self.submitted = Some(submission.clone()),
            _ => {}
        }
    }
}

/// Checks the steps of this part of a case's life.
pub(crate) fn check(_case: &Case, _command: &Command, _setting: &Setting<'_>, _problems: &mut Problems) {}
