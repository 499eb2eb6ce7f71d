//! How a rapid review stands.

use std::collections::BTreeMap;

use super::{Meeting, RapidReview, Recommendation, Report, Section, SectionWritten, Submission};
use crate::When;
use crate::events::{Event, Fact};

/// The meeting, the report and its way to the Panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How the review was opened.
    pub review: Option<RapidReview>,
    /// How many things were done at once to keep a child safe.
    pub safety_actions: u16,
    /// The latest of each section of the report.
    pub sections: BTreeMap<Section, SectionWritten>,
    /// The latest meeting that was held.
    pub meeting: Option<Meeting>,
    /// Whether the independent scrutineer commented.
    pub scrutineer_commented: bool,
    /// Every version of the report.
    pub reports: BTreeMap<u16, Report>,
    /// What the partners were last asked.
    pub asked: Option<Recommendation>,
    /// When the partners were last asked.
    pub asked_on: When,
    /// What was sent to the Panel.
    pub submitted: Option<Submission>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::RapidReviewOpened(review) => self.review = Some(review.clone()),
            Fact::SafetyActionTaken => self.safety_actions = self.safety_actions.saturating_add(1),
            Fact::SectionWritten(written) => {
                self.sections.insert(written.section, written.clone());
            }
            Fact::MeetingHeld(meeting) => self.meeting = Some(meeting.clone()),
            Fact::ScrutineerCommented => self.scrutineer_commented = true,
            Fact::ReportWritten(report) => {
                self.reports.insert(report.version, report.clone());
            }
            Fact::PartnersAsked(recommendation) => {
                self.asked = Some(recommendation.clone());
                self.asked_on = event.on;
            }
            Fact::SubmittedToPanel(submission) => self.submitted = Some(submission.clone()),
            _ => {}
        }
    }

    /// The latest version of the report.
    pub fn latest(&self) -> Option<&Report> {
        self.reports.last_key_value().map(|(_, report)| report)
    }

    /// The version last put to the partners.
    pub fn put(&self) -> Option<&Report> {
        self.reports.get(&self.asked.as_ref()?.version)
    }

    /// The version sent to the Panel.
    pub fn sent(&self) -> Option<&Report> {
        self.reports.get(&self.submitted.as_ref()?.version)
    }
}
