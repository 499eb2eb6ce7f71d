//! The phases of a case, under which lists and filters bring stages together.

use serde::{Deserialize, Serialize};

use crate::Stage;
use crate::terms::codes;

codes! {
    /// A phase of the process: the stages that people look for together.
    Phase {
        /// Until the notification is sent.
        Notification = "Notification",
        /// From the notification until the report is put to the partners.
        RapidReview = "Rapid review",
        /// The report is with the three statutory partners.
        Decisions = "Partner decisions",
        /// The report is with the National Panel, or the Panel has answered.
        Panel = "National Panel",
        /// A review is being written.
        Lcspr = "LCSPR",
        /// From the agreed report until it is known what becomes of it.
        Publication = "Publication",
        /// What was learnt is carried out.
        Learning = "Learning and actions",
        /// Another kind of review takes place.
        Alternative = "Alternative review",
        /// The case has come to an end.
        Ended = "Ended",
    }
}

impl Phase {
    /// Its stages, in the order of the process.
    pub fn stages(self) -> impl Iterator<Item = Stage> {
        Stage::ALL.iter().copied().filter(move |stage| stage.phase() == self)
    }
}

impl Stage {
    /// The phase it belongs to.
    pub fn phase(self) -> Phase {
        match self {
            Self::New | Self::Referred | Self::UnderConsideration | Self::AwaitingNotification => {
                Phase::Notification
            }
            Self::Notified | Self::RapidReviewOpen | Self::AgencyReturns | Self::RapidReviewMeeting => {
                Phase::RapidReview
            }
            Self::PartnerDecision => Phase::Decisions,
            Self::SubmittedToPanel
            | Self::PanelResponded
            | Self::PanelQuery
            | Self::PartnersReconsidering
            | Self::NationalReview => Phase::Panel,
            Self::LcsprDecided | Self::LcsprCommissioned | Self::LcsprInProgress | Self::LcsprHeld => {
                Phase::Lcspr
            }
            Self::FinalReportAgreed
            | Self::PrePublication
            | Self::PublicationHeld
            | Self::Published
            | Self::PublishedImprovementsOnly
            | Self::NotPublished => Phase::Publication,
            Self::ClosedAtRapidReview | Self::LcsprDiscontinued | Self::ActionsOpen | Self::ImpactReview => {
                Phase::Learning
            }
            Self::AlternativeReview => Phase::Alternative,
            Self::NotNotifiable
            | Self::NotifiedLookedAfterDeath
            | Self::NotifiedCareLeaverDeath
            | Self::NotificationReclassified
            | Self::Closed => Phase::Ended,
        }
    }
}
