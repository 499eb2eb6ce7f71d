//! Whose step it is.

use crate::decisions::Deciding;
use crate::keeping::Restricted;
use crate::terms::Partner;
use crate::{OrganisationId, PartnershipId, StepKind};

/// To whom recording a step belongs. The business unit keeps the record and may note all of it, except where said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The business unit of the partnership in which the case is started. An agency that refers an incident is named in
    /// the referral: whoever starts a case leads it.
    Starter(PartnershipId),
    BusinessUnit,
    /// The manager, or whoever leads the case.
    Lead,
    Manager,
    Partner(Partner),
    /// One statutory partner deciding. The business unit notes it only on that partner's behalf, with evidence.
    Decision(Deciding),
    /// Any of the three statutory partners.
    AnyPartner,
    PanelLiaison,
    Agency(OrganisationId),
    /// The statutory partners, and an agency that checks the facts of its own part of a draft.
    Draft(Option<OrganisationId>),
    /// Whoever owns the action.
    Action(u16),
    Reviewer,
    /// Everyone who works on the case: a child's safety waits for nobody.
    Everyone,
}

impl Owner {
    /// Whose a step of this kind is. Every kind is listed, so that a new one has to be placed.
    pub(super) fn of(kind: &StepKind) -> Self {
        match kind {
            StepKind::Refer(partnership) | StepKind::BringIn(partnership) => Self::Starter(*partnership),

            StepKind::GiveView(partner) | StepKind::SendBack(partner) => Self::Partner(*partner),
            StepKind::DecideNotifiable | StepKind::DecideNotNotifiable => Self::Partner(Partner::Council),
            StepKind::DecideAsPartner(deciding) => Self::Decision(*deciding),
            StepKind::Escalate | StepKind::EndEscalation | StepKind::AddNote(Restricted(false)) => {
                Self::AnyPartner
            }

            StepKind::Notify
            | StepKind::NotifyLookedAfterDeath
            | StepKind::NotifyCareLeaverDeath
            | StepKind::Reclassify
            | StepKind::TellParties
            | StepKind::SubmitToPanel
            | StepKind::RecordPanelResponse
            | StepKind::RecordPanelQuery
            | StepKind::AnswerPanelQuery
            | StepKind::RecordAdvicePoint
            | StepKind::FinishAdvicePoint
            | StepKind::RecordNationalReview
            | StepKind::EndNationalReview => Self::PanelLiaison,

            StepKind::AcknowledgeRequest(agency) | StepKind::ReturnSummary(agency) => Self::Agency(*agency),
            StepKind::CommentOnDraft(agency) => Self::Draft(*agency),
            StepKind::UpdateAction(number) | StepKind::CompleteAction(number) => Self::Action(*number),

            StepKind::WriteDraft | StepKind::RecordFamilyContact | StepKind::HoldPractitionerEvent => {
                Self::Reviewer
            }
            StepKind::TakeSafetyAction => Self::Everyone,
            StepKind::GrantAccess | StepKind::EndAccess | StepKind::AssignLead => Self::Lead,
            StepKind::EraseWords | StepKind::ErasePerson => Self::Manager,

            StepKind::Consider
            | StepKind::StartAlternativeReview
            | StepKind::FinishAlternativeReview
            | StepKind::AddChild
            | StepKind::IdentifyChild
            | StepKind::NameAuthorities
            | StepKind::OpenRapidReview
            | StepKind::AskAgency
            | StepKind::ChaseAgency
            | StepKind::EscalateReturn
            | StepKind::ReopenReturn
            | StepKind::WithdrawRequest
            | StepKind::HoldMeeting
            | StepKind::CommentAsScrutineer
            | StepKind::WriteSection
            | StepKind::WriteReport
            | StepKind::AskPartners
            | StepKind::Reconsider
            | StepKind::CloseAtRapidReview
            | StepKind::DecideLcspr
            | StepKind::AddKeyLine
            | StepKind::TraceKeyLine
            | StepKind::CommissionLcspr
            | StepKind::AgreeTerms
            | StepKind::BeginLcspr
            | StepKind::HoldLcspr
            | StepKind::ResumeLcspr
            | StepKind::DiscontinueLcspr
            | StepKind::ReplaceReviewer
            | StepKind::CheckMonitoring
            | StepKind::RequestInWriting
            | StepKind::AgreeFinalReport
            | StepKind::PlanPublication
            | StepKind::CheckAnonymity
            | StepKind::TellOfPublication
            | StepKind::SendCopies
            | StepKind::Publish
            | StepKind::PublishImprovements
            | StepKind::HoldPublication
            | StepKind::ReleasePublication
            | StepKind::DeclineToPublish
            | StepKind::DepositCopy
            | StepKind::TakeDown
            | StepKind::OpenProceeding
            | StepKind::RecordProceedingNews
            | StepKind::EndProceeding
            | StepKind::LinkReview
            | StepKind::ExplainDelay
            | StepKind::AddRecommendation
            | StepKind::RespondToRecommendation
            | StepKind::OpenAction
            | StepKind::MoveAction
            | StepKind::JudgeImpact
            | StepKind::CloseAction
            | StepKind::SupersedeAction
            | StepKind::ShareLearning
            | StepKind::OpenActions
            | StepKind::ReviewImpact
            | StepKind::Close
            | StepKind::Reopen
            | StepKind::AddNote(_)
            | StepKind::Retitle
            | StepKind::Correct(_)
            | StepKind::StrikeOut => Self::BusinessUnit,
        }
    }
}
