//! Whose step it is.

use crate::terms::Partner;
use crate::{OrganisationId, PartnershipId, Step};

/// To whom recording a step belongs. The business unit keeps the record and may note all of it, except where said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The business unit of the partnership in which the case is started. An agency that refers an incident is named in
    /// the referral: whoever starts a case leads it.
    Starter(PartnershipId),
    /// The business unit.
    BusinessUnit,
    /// The manager, or whoever leads the case.
    Lead,
    /// The manager alone.
    Manager,
    /// One statutory partner.
    Partner(Partner),
    /// One statutory partner deciding. The business unit notes it only on that partner's behalf, with evidence.
    Decision {
        /// Whose decision it is.
        partner: Partner,
        /// Whether it says how somebody else knows of it.
        on_behalf: bool,
    },
    /// Any of the three statutory partners.
    AnyPartner,
    /// The Panel liaison officer.
    PanelLiaison,
    /// One agency.
    Agency(OrganisationId),
    /// The statutory partners, and an agency that checks the facts of its own part of a draft.
    Draft(Option<OrganisationId>),
    /// Whoever owns the action.
    Action(u16),
    /// The independent reviewer.
    Reviewer,
    /// Everyone who works on the case: a child's safety waits for nobody.
    Everyone,
}

impl Owner {
    /// Whose `step` is. Every step is listed, so that a new one has to be placed.
    pub(super) fn of(step: &Step) -> Self {
        match step {
            Step::Refer(referral) => Self::Starter(referral.partnership),
            Step::BringIn(case) => Self::Starter(case.partnership),

            Step::GiveView(view) => Self::Partner(view.partner),
            Step::DecideNotifiable(_) | Step::DecideNotNotifiable(_) => Self::Partner(Partner::Council),
            Step::SendBack(sent_back) => Self::Partner(sent_back.partner),
            Step::DecideAsPartner(decision) => {
                Self::Decision { partner: decision.partner, on_behalf: decision.on_behalf.is_some() }
            }
            Step::Escalate(_) | Step::EndEscalation(_) => Self::AnyPartner,
            Step::AddNote(note) if !note.restricted => Self::AnyPartner,

            Step::Notify(_)
            | Step::NotifyLookedAfterDeath(_)
            | Step::NotifyCareLeaverDeath(_)
            | Step::Reclassify(_)
            | Step::TellParties(_)
            | Step::SubmitToPanel(_)
            | Step::RecordPanelResponse(_)
            | Step::RecordPanelQuery(_)
            | Step::AnswerPanelQuery
            | Step::RecordAdvicePoint(_)
            | Step::FinishAdvicePoint(_)
            | Step::RecordNationalReview(_)
            | Step::EndNationalReview => Self::PanelLiaison,

            Step::AcknowledgeRequest(answer) => Self::Agency(answer.agency),
            Step::ReturnSummary(answer) => Self::Agency(answer.agency),
            Step::CommentOnDraft(comment) => Self::Draft(comment.agency),
            Step::UpdateAction(update) => Self::Action(update.number),
            Step::CompleteAction(done) => Self::Action(done.number),

            Step::WriteDraft(_) | Step::RecordFamilyContact(_) | Step::HoldPractitionerEvent(_) => {
                Self::Reviewer
            }
            Step::TakeSafetyAction => Self::Everyone,
            Step::GrantAccess(_) | Step::EndAccess(_) | Step::AssignLead(_) => Self::Lead,
            Step::EraseWords(_) | Step::ErasePerson(_) => Self::Manager,

            Step::Consider(_)
            | Step::StartAlternativeReview(_)
            | Step::FinishAlternativeReview
            | Step::AddChild(_)
            | Step::IdentifyChild(_)
            | Step::NameAuthorities(_)
            | Step::OpenRapidReview(_)
            | Step::AskAgency(_)
            | Step::ChaseAgency(_)
            | Step::EscalateReturn(_)
            | Step::ReopenReturn(_)
            | Step::WithdrawRequest(_)
            | Step::HoldMeeting(_)
            | Step::CommentAsScrutineer
            | Step::WriteSection(_)
            | Step::WriteReport(_)
            | Step::AskPartners(_)
            | Step::Reconsider
            | Step::CloseAtRapidReview
            | Step::DecideLcspr(_)
            | Step::AddKeyLine(_)
            | Step::TraceKeyLine(_)
            | Step::CommissionLcspr(_)
            | Step::AgreeTerms(_)
            | Step::BeginLcspr(_)
            | Step::HoldLcspr(_)
            | Step::ResumeLcspr
            | Step::DiscontinueLcspr(_)
            | Step::ReplaceReviewer(_)
            | Step::CheckMonitoring(_)
            | Step::RequestInWriting
            | Step::AgreeFinalReport(_)
            | Step::PlanPublication(_)
            | Step::CheckAnonymity(_)
            | Step::TellOfPublication(_)
            | Step::SendCopies(_)
            | Step::Publish(_)
            | Step::PublishImprovements(_)
            | Step::HoldPublication(_)
            | Step::ReleasePublication
            | Step::DeclineToPublish(_)
            | Step::DepositCopy
            | Step::TakeDown(_)
            | Step::OpenProceeding(_)
            | Step::RecordProceedingNews(_)
            | Step::EndProceeding(_)
            | Step::LinkReview(_)
            | Step::ExplainDelay(_)
            | Step::AddRecommendation(_)
            | Step::RespondToRecommendation(_)
            | Step::OpenAction(_)
            | Step::MoveAction(_)
            | Step::JudgeImpact(_)
            | Step::CloseAction(_)
            | Step::SupersedeAction(_)
            | Step::ShareLearning(_)
            | Step::OpenActions
            | Step::ReviewImpact
            | Step::Close
            | Step::Reopen
            | Step::AddNote(_)
            | Step::Retitle
            | Step::Correct(_)
            | Step::StrikeOut(_) => Self::BusinessUnit,
        }
    }
}
