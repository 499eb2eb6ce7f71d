//! The few kinds by which a history is filtered.

use case::{Area, Fact};
use serde::{Deserialize, Serialize};

/// What an entry is about, for people who look for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// The course of the case.
    Progress,
    Decision,
    /// Time limits met, missed or explained.
    Deadline,
    /// What was asked of others and what came back.
    Request,
    Document,
    Action,
    Note,
    /// Who may see the case.
    Access,
    Correction,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub(crate) const ALL: [Self; 9] = [
        Self::Progress,
        Self::Decision,
        Self::Deadline,
        Self::Request,
        Self::Document,
        Self::Action,
        Self::Note,
        Self::Access,
        Self::Correction,
    ];

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Progress => "Progress of the case",
            Self::Decision => "Decisions",
            Self::Deadline => "Deadlines",
            Self::Request => "Requests and replies",
            Self::Document => "Reports and drafts",
            Self::Action => "Actions and learning",
            Self::Note => "Notes",
            Self::Access => "Access",
            Self::Correction => "Corrections",
        }
    }

    /// The kind of an entry. What is none of the special kinds is the progress of the case.
    pub(crate) fn of(fact: &Fact) -> Self {
        match fact {
            Fact::RuleSetPinned(_)
            | Fact::ClockJudged(_)
            | Fact::JudgementWithdrawn(_)
            | Fact::DelayExplained(_) => Self::Deadline,
            Fact::ViewGiven(_)
            | Fact::FoundNotifiable(_)
            | Fact::FoundNotNotifiable(_)
            | Fact::Reclassified(_)
            | Fact::ClosedAtRapidReview
            | Fact::LcsprDecided(_)
            | Fact::FinalReportAgreed(_)
            | Fact::PublicationDeclined(_)
            | Fact::RecommendationAnswered(_) => Self::Decision,
            Fact::AgencyAsked(_)
            | Fact::RequestAcknowledged(_)
            | Fact::SummaryReturned(_)
            | Fact::AgencyChased(_)
            | Fact::ReturnEscalated(_)
            | Fact::ReturnReopened(_)
            | Fact::RequestWithdrawn(_)
            | Fact::PartnersAsked(_)
            | Fact::PanelQueried(_)
            | Fact::PanelQueryAnswered
            | Fact::PanelResponded(_)
            | Fact::RequestedInWriting => Self::Request,
            Fact::SectionWritten(_)
            | Fact::ReportWritten(_)
            | Fact::DraftWritten(_)
            | Fact::DraftCommented(_)
            | Fact::CopiesSent(_) => Self::Document,
            Fact::NoteAdded(_) => Self::Note,
            Fact::AccessGranted(_) | Fact::AccessEnded(_) | Fact::LeadAssigned(_) => Self::Access,
            Fact::Corrected(_) | Fact::WordsErased(_) | Fact::PersonErased(_) => Self::Correction,
            Fact::LearningShared(_) => Self::Action,
            other => match Area::of(other) {
                Area::Decisions => Self::Decision,
                Area::Action(_) => Self::Action,
                _ => Self::Progress,
            },
        }
    }
}
