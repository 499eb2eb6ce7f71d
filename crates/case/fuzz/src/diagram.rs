//! The diagram of the lifecycle once more, written by hand from the guidance.
//!
//! It is kept apart from the table in `crates/case/src/moves.rs` on purpose: the two check each other.

use case::Stage::{self, *};

/// Every arrow from one stage to another.
pub(crate) const ARROWS: &[(Stage, &[Stage])] = &[
    (New, &[Referred]),
    // Is it notifiable?
    (Referred, &[UnderConsideration, AlternativeReview]),
    (UnderConsideration, &[NotNotifiable, AwaitingNotification]),
    (NotNotifiable, &[AlternativeReview, AwaitingNotification]),
    (AlternativeReview, &[ActionsOpen]),
    // The notification, and what it can turn out to be
    (AwaitingNotification, &[Notified, NotifiedLookedAfterDeath, NotifiedCareLeaverDeath]),
    (NotifiedLookedAfterDeath, &[Notified]),
    (NotifiedCareLeaverDeath, &[AlternativeReview]),
    (NotificationReclassified, &[AlternativeReview]),
    // The rapid review: any of it ends when the incident turns out not to meet the criteria
    (Notified, &[RapidReviewOpen, NotificationReclassified]),
    (RapidReviewOpen, &[AgencyReturns, RapidReviewMeeting, NotificationReclassified]),
    (AgencyReturns, &[RapidReviewMeeting, NotificationReclassified]),
    (RapidReviewMeeting, &[PartnerDecision, NotificationReclassified]),
    (PartnerDecision, &[RapidReviewMeeting, SubmittedToPanel, NotificationReclassified]),
    // The Panel
    (SubmittedToPanel, &[PanelResponded]),
    (
        PanelResponded,
        &[
            PanelQuery,
            PartnersReconsidering,
            NationalReview,
            ClosedAtRapidReview,
            LcsprDecided,
            NotificationReclassified,
        ],
    ),
    (PanelQuery, &[SubmittedToPanel]),
    (PartnersReconsidering, &[LcsprDecided, ClosedAtRapidReview, NationalReview]),
    (ClosedAtRapidReview, &[ActionsOpen]),
    (NationalReview, &[ActionsOpen, LcsprDecided]),
    // The LCSPR
    (LcsprDecided, &[LcsprCommissioned, LcsprDiscontinued]),
    (LcsprCommissioned, &[LcsprInProgress, LcsprDiscontinued]),
    (LcsprInProgress, &[LcsprHeld, LcsprDiscontinued, LcsprCommissioned, FinalReportAgreed]),
    (LcsprHeld, &[LcsprInProgress, LcsprDiscontinued]),
    (LcsprDiscontinued, &[ActionsOpen]),
    // Publication
    (FinalReportAgreed, &[PrePublication, PublishedImprovementsOnly, PublicationHeld, NotPublished]),
    (PrePublication, &[Published, PublishedImprovementsOnly, PublicationHeld, NotPublished]),
    (PublicationHeld, &[FinalReportAgreed]),
    (Published, &[ActionsOpen]),
    (PublishedImprovementsOnly, &[ActionsOpen]),
    (NotPublished, &[ActionsOpen]),
    // What came of it
    (ActionsOpen, &[ImpactReview]),
    (ImpactReview, &[Closed]),
    (Closed, &[ActionsOpen]),
];

/// Whether there is an arrow from one stage to the other.
pub(crate) fn has_arrow(from: Stage, to: Stage) -> bool {
    ARROWS.iter().any(|(start, ends)| *start == from && ends.contains(&to))
}
