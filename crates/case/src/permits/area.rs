//! What an entry is about, as far as reading goes.

use crate::events::Fact;
use crate::{ClockKey, OrganisationId};

/// A part of a case that some may read and others not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// That there is a case, its title, who has access to it, and what is public.
    Shared,
    /// The course of the case: its stages, clocks, proceedings and plans.
    Overview,
    /// The children and the family.
    Children,
    /// The views on notifying and the notification.
    Notification,
    /// What one agency was asked.
    Request(OrganisationId),
    /// What one agency returned.
    Return(OrganisationId),
    /// The rapid review and its recommendations.
    RapidReview,
    /// What the three statutory partners decided.
    Decisions,
    /// What went to the Panel and came from it.
    Panel,
    /// The LCSPR and its drafts.
    Lcspr,
    /// Whether, what and when to publish.
    Publication,
    /// One action, by its number.
    Action(u16),
    /// What the business unit keeps to itself.
    Internal,
}

impl Area {
    /// The area a clock belongs to. What one agency or owner has to do is theirs to see; the rest is the course of
    /// the case.
    pub fn of_clock(key: ClockKey) -> Self {
        match key {
            ClockKey::AgencyReturn(agency) => Self::Request(agency),
            ClockKey::Action(number) => Self::Action(number),
            _ => Self::Overview,
        }
    }

    /// The area an entry belongs to. Every kind is listed, so that a new one has to be placed.
    #[expect(clippy::too_many_lines, reason = "a list of every kind of entry, read best in one place")]
    pub fn of(fact: &Fact) -> Self {
        match fact {
            Fact::Opened(_)
            | Fact::Published(_)
            | Fact::ImprovementsPublished(_)
            | Fact::TakenDown(_)
            | Fact::AccessGranted(_)
            | Fact::AccessEnded(_)
            | Fact::LeadAssigned(_)
            | Fact::Retitled => Self::Shared,

            Fact::RuleSetPinned(_)
            | Fact::ClockJudged(_)
            | Fact::JudgementWithdrawn(_)
            | Fact::Referred(_)
            | Fact::BroughtIn(_)
            | Fact::AlternativeReviewStarted(_)
            | Fact::AlternativeReviewFinished
            | Fact::AuthoritiesNamed(_)
            | Fact::SafetyActionTaken
            | Fact::ProceedingOpened(_)
            | Fact::ProceedingNews(_)
            | Fact::ProceedingEnded(_)
            | Fact::ReviewLinked(_)
            | Fact::DelayExplained(_)
            | Fact::LearningShared(_)
            | Fact::ActionsOpened
            | Fact::ImpactReviewStarted
            | Fact::Closed
            | Fact::Reopened
            | Fact::WordsErased(_)
            | Fact::PersonErased(_) => Self::Overview,

            Fact::ChildAdded(_) | Fact::ChildIdentified(_) => Self::Children,

            Fact::Considered(_)
            | Fact::ViewGiven(_)
            | Fact::FoundNotifiable(_)
            | Fact::FoundNotNotifiable(_)
            | Fact::Notified(_)
            | Fact::LookedAfterDeathNotified(_)
            | Fact::CareLeaverDeathNotified(_)
            | Fact::Reclassified(_)
            | Fact::PartiesTold(_) => Self::Notification,

            Fact::AgencyAsked(request) => Self::Request(request.agency),
            Fact::RequestAcknowledged(answer) => Self::Request(answer.agency),
            Fact::SummaryReturned(answer) => Self::Return(answer.agency),
            Fact::ReturnReopened(reopened) => Self::Request(reopened.agency),
            Fact::AgencyChased(agency) | Fact::ReturnEscalated(agency) | Fact::RequestWithdrawn(agency) => {
                Self::Request(agency.agency)
            }

            Fact::RapidReviewOpened(_)
            | Fact::MeetingHeld(_)
            | Fact::ScrutineerCommented
            | Fact::SectionWritten(_)
            | Fact::ReportWritten(_)
            | Fact::PartnersAsked(_)
            | Fact::ClosedAtRapidReview
            | Fact::RecommendationAdded(_)
            | Fact::RecommendationAnswered(_) => Self::RapidReview,

            Fact::SentBack(_)
            | Fact::PartnerDecided(_)
            | Fact::Escalated(_)
            | Fact::EscalationEnded(_)
            | Fact::ReconsiderationStarted => Self::Decisions,

            Fact::SubmittedToPanel(_)
            | Fact::PanelResponded(_)
            | Fact::PanelQueried(_)
            | Fact::PanelQueryAnswered
            | Fact::AdvicePointRecorded(_)
            | Fact::AdvicePointFinished(_)
            | Fact::NationalReviewCommissioned(_)
            | Fact::NationalReviewEnded => Self::Panel,

            Fact::DraftCommented(comment) => comment.agency.map_or(Self::Lcspr, Self::Return),
            Fact::LcsprDecided(_)
            | Fact::KeyLineAdded(_)
            | Fact::KeyLineTraced(_)
            | Fact::LcsprCommissioned(_)
            | Fact::TermsAgreed(_)
            | Fact::LcsprBegun(_)
            | Fact::LcsprHeld(_)
            | Fact::LcsprResumed
            | Fact::LcsprDiscontinued(_)
            | Fact::ReviewerReplaced(_)
            | Fact::MonitoringChecked(_)
            | Fact::RequestedInWriting
            | Fact::DraftWritten(_)
            | Fact::FamilyContacted(_)
            | Fact::PractitionerEventHeld(_)
            | Fact::FinalReportAgreed(_) => Self::Lcspr,

            Fact::PublicationPlanned(_)
            | Fact::AnonymityChecked(_)
            | Fact::PublicationTold(_)
            | Fact::CopiesSent(_)
            | Fact::PublicationHeld(_)
            | Fact::PublicationReleased
            | Fact::PublicationDeclined(_)
            | Fact::CopyDeposited => Self::Publication,

            Fact::ActionOpened(action) => Self::Action(action.number),
            Fact::ActionUpdated(update) => Self::Action(update.number),
            Fact::ActionMoved(moved) => Self::Action(moved.number),
            Fact::ActionCompleted(done) => Self::Action(done.number),
            Fact::ImpactJudged(impact) => Self::Action(impact.number),
            Fact::ActionClosed(closed) => Self::Action(closed.number),
            Fact::ActionSuperseded(action) => Self::Action(action.number),

            Fact::NoteAdded(note) => {
                if note.restricted {
                    Self::Internal
                } else {
                    Self::Overview
                }
            }
            // Why an entry was struck out may tell what a restricted one said.
            Fact::Corrected(corrected) => corrected.with.as_deref().map_or(Self::Internal, Self::of),
        }
    }
}
