//! The stages of a case.

use super::terms::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// Where a case stands in the statutory process. Lateness, holds by other bodies and parallel proceedings
    /// belong to the case but are not its stage.
    #[derive(Default)]
    Stage {
        /// Nothing is recorded yet.
        #[default]
        New = "Not started",
        /// Somebody has asked the partnership to consider an incident.
        Referred = "Referred",
        /// Council, board and police discuss whether the criteria are met.
        UnderConsideration = "Under consideration",
        /// The criteria are not met.
        NotNotifiable = "Not notifiable",
        /// Another kind of review takes place, such as a local learning review.
        AlternativeReview = "Alternative review",
        /// The criteria are met and the notification is not yet sent.
        AwaitingNotification = "Awaiting notification",
        /// The serious incident notification was sent.
        Notified = "Notified",
        /// A looked-after child died, and neither abuse nor neglect is known or suspected; no rapid review follows.
        NotifiedLookedAfterDeath = "Looked-after child’s death notified",
        /// A care leaver aged 18 to 24 died; no rapid review follows.
        NotifiedCareLeaverDeath = "Care leaver’s death notified",
        /// After sending it was found that the criteria are not met.
        NotificationReclassified = "Notification reclassified",
        /// The rapid review is open and agencies are asked.
        RapidReviewOpen = "Rapid review open",
        /// The first agency summary has arrived.
        AgencyReturns = "Agency returns",
        /// The meeting was held and a recommendation is drafted.
        RapidReviewMeeting = "Rapid review meeting held",
        /// The recommendation is with the three statutory partners.
        PartnerDecision = "Partner decisions",
        /// The rapid review was sent to the Panel.
        SubmittedToPanel = "Submitted to the Panel",
        /// The Panel replied in writing.
        PanelResponded = "Panel responded",
        /// The Panel wants more information.
        PanelQuery = "Panel query",
        /// The Panel disagreed and the partners reconsider.
        PartnersReconsidering = "Partners reconsidering",
        /// The review ended without an LCSPR: learning and actions follow.
        ClosedAtRapidReview = "Ended at rapid review",
        /// A national or thematic review takes the place of a local one.
        NationalReview = "National review",
        /// It was decided to start an LCSPR.
        LcsprDecided = "LCSPR decided",
        /// Reviewer and terms of reference are agreed.
        LcsprCommissioned = "LCSPR commissioned",
        /// The LCSPR is being written.
        LcsprInProgress = "LCSPR in progress",
        /// The LCSPR is held, for example for a trial.
        LcsprHeld = "LCSPR held",
        /// The LCSPR was stopped with reasons.
        LcsprDiscontinued = "LCSPR discontinued",
        /// The three partners signed off the final report.
        FinalReportAgreed = "Final report agreed",
        /// Copies are with the Panel and the Secretary of State.
        PrePublication = "Copies sent before publication",
        /// The full report is published.
        Published = "Published",
        /// Only the improvements are published.
        PublishedImprovementsOnly = "Improvements published",
        /// The report is final and publication waits.
        PublicationHeld = "Publication held",
        /// Neither report nor improvements are published.
        NotPublished = "Not published",
        /// Recommendations are turned into actions.
        ActionsOpen = "Actions open",
        /// Actions are done and evidence of their effect is gathered.
        ImpactReview = "Impact review",
        /// The partners accepted the evidence.
        Closed = "Closed",
    }
}

impl Stage {
    /// Whether the statutory process ends here, although the case may be taken up again.
    pub fn is_end(self) -> bool {
        matches!(
            self,
            Self::NotNotifiable
                | Self::NotifiedLookedAfterDeath
                | Self::NotifiedCareLeaverDeath
                | Self::NotificationReclassified
                | Self::Closed
        )
    }
}
