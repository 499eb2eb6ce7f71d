//! The parts of the process, under which lists and filters bring stages together.

use case::Stage;

/// A part of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Until the notification is sent.
    Notification,
    /// From the notification until the report is put to the partners.
    RapidReview,
    /// The report is with the three statutory partners.
    Decisions,
    /// The report is with the National Panel, or the Panel has answered.
    Panel,
    /// A review is being written.
    Lcspr,
    /// From the agreed report until it is known what becomes of it.
    Publication,
    /// What was learnt is carried out.
    Learning,
    /// Another kind of review takes place.
    Alternative,
    /// The case has come to an end.
    Ended,
}

impl Phase {
    /// Every part, in the order of the process.
    pub(crate) const ALL: [Self; 9] = [
        Self::Notification,
        Self::RapidReview,
        Self::Decisions,
        Self::Panel,
        Self::Lcspr,
        Self::Publication,
        Self::Learning,
        Self::Alternative,
        Self::Ended,
    ];

    /// The part a stage belongs to.
    pub(crate) fn of(stage: Stage) -> Self {
        match stage {
            Stage::New | Stage::Referred | Stage::UnderConsideration | Stage::AwaitingNotification => {
                Self::Notification
            }
            Stage::Notified | Stage::RapidReviewOpen | Stage::AgencyReturns | Stage::RapidReviewMeeting => {
                Self::RapidReview
            }
            Stage::PartnerDecision => Self::Decisions,
            Stage::SubmittedToPanel
            | Stage::PanelResponded
            | Stage::PanelQuery
            | Stage::PartnersReconsidering
            | Stage::NationalReview => Self::Panel,
            Stage::LcsprDecided | Stage::LcsprCommissioned | Stage::LcsprInProgress | Stage::LcsprHeld => {
                Self::Lcspr
            }
            Stage::FinalReportAgreed
            | Stage::PrePublication
            | Stage::PublicationHeld
            | Stage::Published
            | Stage::PublishedImprovementsOnly
            | Stage::NotPublished => Self::Publication,
            Stage::ClosedAtRapidReview
            | Stage::LcsprDiscontinued
            | Stage::ActionsOpen
            | Stage::ImpactReview => Self::Learning,
            Stage::AlternativeReview => Self::Alternative,
            Stage::NotNotifiable
            | Stage::NotifiedLookedAfterDeath
            | Stage::NotifiedCareLeaverDeath
            | Stage::NotificationReclassified
            | Stage::Closed => Self::Ended,
        }
    }

    /// For people.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Notification => "Notification",
            Self::RapidReview => "Rapid review",
            Self::Decisions => "Partner decisions",
            Self::Panel => "National Panel",
            Self::Lcspr => "LCSPR",
            Self::Publication => "Publication",
            Self::Learning => "Learning and actions",
            Self::Alternative => "Alternative review",
            Self::Ended => "Ended",
        }
    }

    /// For addresses.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Notification => "notification",
            Self::RapidReview => "rapid-review",
            Self::Decisions => "decisions",
            Self::Panel => "panel",
            Self::Lcspr => "lcspr",
            Self::Publication => "publication",
            Self::Learning => "learning",
            Self::Alternative => "alternative",
            Self::Ended => "ended",
        }
    }

    /// Its stages.
    pub(crate) fn stages(self) -> impl Iterator<Item = Stage> {
        Stage::ALL.iter().copied().filter(move |stage| Self::of(*stage) == self)
    }
}

/// The stage of the code that lists hold; none where the reader may not know of it.
pub(crate) fn stage(code: &str) -> Option<Stage> {
    serde_json::from_value(code.into()).ok()
}

/// The code of a stage, as lists hold it.
pub(crate) fn code(stage: Stage) -> String {
    let value = serde_json::to_value(stage).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_in_one_part_and_every_part_has_stages() {
        let all: usize = Phase::ALL.into_iter().map(|phase| phase.stages().count()).sum();
        assert_eq!(all, Stage::ALL.len());
        assert!(Phase::ALL.into_iter().all(|phase| phase.stages().next().is_some()));
        let codes: std::collections::BTreeSet<_> = Phase::ALL.into_iter().map(Phase::code).collect();
        assert_eq!(codes.len(), Phase::ALL.len());
    }

    #[test]
    fn stages_read_back_from_lists() {
        assert!(Stage::ALL.iter().all(|one| stage(&code(*one)) == Some(*one)));
        assert_eq!(stage(""), None);
    }
}
