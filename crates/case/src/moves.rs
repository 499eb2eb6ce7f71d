//! Which stage follows which: the whole diagram of the lifecycle, in one place.

#[cfg_attr(
    not(test),
    expect(clippy::enum_glob_use, reason = "the table names every stage, and reads as the diagram does")
)]
use crate::Stage::{self, *};
use crate::StepKind;
use crate::events::Fact;
use crate::terms::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// A way for a case to come from one stage to another.
    Move {
        /// The partnership is asked to consider an incident.
        Refer = "referred",
        /// The three leads consider the incident.
        Consider = "sent to the leads",
        /// The council decides that the incident must be notified.
        FindNotifiable = "criteria met",
        /// The council decides that the incident need not be notified.
        FindNotNotifiable = "criteria not met",
        /// Another kind of review starts.
        StartAlternative = "alternative review started",
        /// The other review ends.
        FinishAlternative = "alternative review finished",
        /// The notification is sent to the Panel.
        Notify = "notification sent",
        /// A looked-after child’s death is notified.
        NotifyLookedAfterDeath = "death of a looked-after child, no abuse suspected",
        /// A care leaver’s death is notified.
        NotifyCareLeaverDeath = "death of a care leaver",
        /// The notified incident does not meet the criteria.
        Reclassify = "reclassified",
        /// Agencies are asked, which opens the rapid review.
        OpenRapidReview = "agencies asked",
        /// The first agency returns its summary.
        Return = "return received",
        /// The rapid review meeting is held.
        HoldMeeting = "meeting held",
        /// The report is put to the three partners.
        AskPartners = "partners asked",
        /// A partner sends the report back to the meeting.
        SendBack = "sent back",
        /// The report is sent to the Panel.
        Submit = "sent to the Panel",
        /// The Panel replies in writing.
        Respond = "reply received",
        /// The Panel asks for more information.
        Query = "more information wanted",
        /// The partners answer the Panel’s query.
        AnswerQuery = "query answered",
        /// The partners reconsider, because the Panel disagreed.
        Reconsider = "Panel disagreed",
        /// A national review takes the place of a local one.
        GoNational = "national review instead",
        EndAtRapidReview = "no LCSPR",
        /// The partners decide to start an LCSPR.
        DecideLcspr = "LCSPR decided",
        /// A reviewer is appointed for the LCSPR.
        Commission = "reviewer appointed",
        /// The LCSPR begins.
        Begin = "review begun",
        /// The LCSPR is held, for example for a trial.
        Hold = "held",
        /// The LCSPR is resumed.
        Resume = "resumed",
        /// The LCSPR is stopped.
        Discontinue = "stopped",
        /// Another reviewer takes over the LCSPR.
        ReplaceReviewer = "reviewer replaced",
        /// The three partners sign off the final report.
        AgreeFinalReport = "signed off",
        /// Copies are sent to the Panel and the Secretary of State.
        SendCopies = "copies sent",
        /// The full report is published.
        Publish = "published",
        /// Only the improvements are published.
        PublishImprovements = "improvements published",
        /// Publication is held.
        HoldPublication = "publication held",
        /// The hold on publication ends.
        ReleasePublication = "hold ended",
        /// The partners decide to publish nothing.
        DeclineToPublish = "not published",
        /// The partners turn to carrying out the actions.
        OpenActions = "actions opened",
        /// The partners turn to the evidence of their effect.
        ReviewImpact = "actions done",
        /// The partners accept the evidence and close the case.
        Close = "evidence accepted",
        /// The case is taken up again after it was closed.
        Reopen = "reopened",
    }
}

impl Move {
    /// The stages from which this move is allowed, and the stage it leads to. This table is the diagram.
    pub fn path(self) -> (&'static [Stage], Stage) {
        match self {
            Self::Refer => (&[New], Referred),
            Self::Consider => (&[Referred], UnderConsideration),
            Self::FindNotifiable => (&[UnderConsideration, NotNotifiable], AwaitingNotification),
            Self::FindNotNotifiable => (&[UnderConsideration], NotNotifiable),
            Self::StartAlternative => (
                &[Referred, NotNotifiable, NotifiedCareLeaverDeath, NotificationReclassified],
                AlternativeReview,
            ),
            Self::FinishAlternative => (&[AlternativeReview], ActionsOpen),
            Self::Notify => (&[AwaitingNotification, NotifiedLookedAfterDeath], Notified),
            Self::NotifyLookedAfterDeath => (&[AwaitingNotification], NotifiedLookedAfterDeath),
            Self::NotifyCareLeaverDeath => (&[AwaitingNotification], NotifiedCareLeaverDeath),
            Self::Reclassify => (
                &[
                    Notified,
                    RapidReviewOpen,
                    AgencyReturns,
                    RapidReviewMeeting,
                    PartnerDecision,
                    PanelResponded,
                ],
                NotificationReclassified,
            ),
            Self::OpenRapidReview => (&[Notified], RapidReviewOpen),
            Self::Return => (&[RapidReviewOpen], AgencyReturns),
            Self::HoldMeeting => (&[RapidReviewOpen, AgencyReturns], RapidReviewMeeting),
            Self::AskPartners => (&[RapidReviewMeeting], PartnerDecision),
            Self::SendBack => (&[PartnerDecision], RapidReviewMeeting),
            Self::Submit => (&[PartnerDecision], SubmittedToPanel),
            Self::Respond => (&[SubmittedToPanel], PanelResponded),
            Self::Query => (&[PanelResponded], PanelQuery),
            Self::AnswerQuery => (&[PanelQuery], SubmittedToPanel),
            Self::Reconsider => (&[PanelResponded], PartnersReconsidering),
            Self::GoNational => (&[PanelResponded, PartnersReconsidering], NationalReview),
            Self::EndAtRapidReview => (&[PanelResponded, PartnersReconsidering], ClosedAtRapidReview),
            Self::DecideLcspr => (&[PanelResponded, PartnersReconsidering, NationalReview], LcsprDecided),
            Self::Commission => (&[LcsprDecided], LcsprCommissioned),
            Self::Begin => (&[LcsprCommissioned], LcsprInProgress),
            Self::Hold => (&[LcsprInProgress], LcsprHeld),
            Self::Resume => (&[LcsprHeld], LcsprInProgress),
            Self::Discontinue => {
                (&[LcsprDecided, LcsprCommissioned, LcsprInProgress, LcsprHeld], LcsprDiscontinued)
            }
            Self::ReplaceReviewer => (&[LcsprInProgress], LcsprCommissioned),
            Self::AgreeFinalReport => (&[LcsprInProgress], FinalReportAgreed),
            Self::SendCopies => (&[FinalReportAgreed], PrePublication),
            Self::Publish => (&[PrePublication], Published),
            Self::PublishImprovements => (&[FinalReportAgreed, PrePublication], PublishedImprovementsOnly),
            Self::HoldPublication => (&[FinalReportAgreed, PrePublication], PublicationHeld),
            Self::ReleasePublication => (&[PublicationHeld], FinalReportAgreed),
            Self::DeclineToPublish => (&[FinalReportAgreed, PrePublication], NotPublished),
            Self::OpenActions => (
                &[
                    Published,
                    PublishedImprovementsOnly,
                    NotPublished,
                    ClosedAtRapidReview,
                    NationalReview,
                    LcsprDiscontinued,
                ],
                ActionsOpen,
            ),
            Self::ReviewImpact => (&[ActionsOpen], ImpactReview),
            Self::Close => (&[ImpactReview], Closed),
            Self::Reopen => (&[Closed], ActionsOpen),
        }
    }
}

impl Stage {
    /// The stage after `step`, or `None` where the diagram has no such arrow.
    pub fn after(self, step: Move) -> Option<Self> {
        let (from, to) = step.path();
        from.contains(&self).then_some(to)
    }
}

impl StepKind {
    /// The move that a step of this kind always makes; those that [may add to what is there](Fact::moves) have none.
    pub fn moves(&self) -> Option<Move> {
        Some(match self {
            Self::Refer(_) => Move::Refer,
            Self::Consider => Move::Consider,
            Self::DecideNotifiable => Move::FindNotifiable,
            Self::DecideNotNotifiable => Move::FindNotNotifiable,
            Self::StartAlternativeReview => Move::StartAlternative,
            Self::FinishAlternativeReview => Move::FinishAlternative,
            Self::Notify => Move::Notify,
            Self::NotifyLookedAfterDeath => Move::NotifyLookedAfterDeath,
            Self::NotifyCareLeaverDeath => Move::NotifyCareLeaverDeath,
            Self::Reclassify => Move::Reclassify,
            Self::OpenRapidReview => Move::OpenRapidReview,
            Self::SendBack(_) => Move::SendBack,
            Self::SubmitToPanel => Move::Submit,
            Self::RecordPanelQuery => Move::Query,
            Self::AnswerPanelQuery => Move::AnswerQuery,
            Self::Reconsider => Move::Reconsider,
            Self::CloseAtRapidReview => Move::EndAtRapidReview,
            Self::DecideLcspr => Move::DecideLcspr,
            Self::CommissionLcspr => Move::Commission,
            Self::BeginLcspr => Move::Begin,
            Self::HoldLcspr => Move::Hold,
            Self::ResumeLcspr => Move::Resume,
            Self::DiscontinueLcspr => Move::Discontinue,
            Self::ReplaceReviewer => Move::ReplaceReviewer,
            Self::Publish => Move::Publish,
            Self::PublishImprovements => Move::PublishImprovements,
            Self::HoldPublication => Move::HoldPublication,
            Self::ReleasePublication => Move::ReleasePublication,
            Self::DeclineToPublish => Move::DeclineToPublish,
            Self::OpenActions => Move::OpenActions,
            Self::ReviewImpact => Move::ReviewImpact,
            Self::Close => Move::Close,
            Self::Reopen => Move::Reopen,
            _ => return None,
        })
    }

    /// Whether the diagram has an arrow for it from this stage. What may always be added fits every stage.
    pub fn fits(&self, stage: Stage) -> bool {
        self.moves().is_none_or(|step| stage.after(step).is_some())
    }
}

impl Fact {
    /// The move this entry makes in a case that stands at `stage`; most entries make none.
    ///
    /// A few kinds move a case only the first time: a second return, letter, sign-off or set of copies adds to what is
    /// there.
    pub fn moves(&self, stage: Stage) -> Option<Move> {
        let (step, moves) = match self {
            Self::SummaryReturned(_) => (Move::Return, stage == RapidReviewOpen),
            Self::MeetingHeld(_) => (Move::HoldMeeting, stage != RapidReviewMeeting),
            Self::PartnersAsked(_) => {
                (Move::AskPartners, !matches!(stage, PartnerDecision | PartnersReconsidering))
            }
            Self::PanelResponded(_) => (Move::Respond, stage == SubmittedToPanel),
            Self::NationalReviewCommissioned(review) => {
                let may_end_here = matches!(stage, PanelResponded | PartnersReconsidering);
                (Move::GoNational, !review.local_continues && may_end_here)
            }
            Self::FinalReportAgreed(_) => {
                (Move::AgreeFinalReport, !matches!(stage, FinalReportAgreed | PrePublication))
            }
            Self::CopiesSent(_) => (Move::SendCopies, stage != PrePublication),
            _ => return self.step_kind()?.moves(),
        };
        moves.then_some(step)
    }
}
