//! What a reminder is about. An email says this of the case, and no more.

use serde::{Deserialize, Serialize};

use crate::ClockKey;
use crate::reminders::Occasion;
use crate::terms::codes;

codes! {
    /// What a reminder is about: a clock, or something that was recorded.
    Kind {
        /// The notification is due.
        Notification = "Notification",
        /// The partners are to be told.
        PartnersTold = "Telling the safeguarding partners",
        /// The rapid review is due.
        RapidReview = "Rapid review",
        /// The Panel has not replied.
        PanelReply = "Reply of the Panel",
        /// Our reply to the Panel is due.
        PanelQueryReply = "Reply to the Panel",
        /// The LCSPR is to be published.
        Lcspr = "LCSPR",
        /// Copies are to be sent before publication.
        Copies = "Copies before publication",
        /// The report was online for as long as it must be.
        Online = "Whether a report stays online",
        /// A local target of the rapid review.
        Milestone = "Local milestone",
        /// An agency’s summary is due.
        AgencyReturn = "Agency return",
        Action = "Action",
        AdvicePoint = "Advice of the Panel",
        /// The review that takes the place of the statutory ones.
        AlternativeReview = "Alternative review",
        /// The partners’ decisions.
        PartnerDecisions = "Partner decisions",
        /// The hold of the LCSPR is to be looked at.
        HoldReview = "Looking at the hold of the LCSPR",
        /// The hold of publication is to be looked at.
        PublicationHoldReview = "Looking at the hold of publication",
        /// Somebody was put on the named list.
        AccessGiven = "Access to a case",
        /// An agency was asked for information.
        InformationAsked = "A request for information",
        /// An agency was reminded by the business unit.
        AgencyReminded = "A reminder of the business unit",
        /// More was asked of an agency.
        MoreAsked = "A request for more information",
        /// The partners were asked to decide.
        DecisionAsked = "A request for a decision",
        /// A partner needs more information to decide.
        MoreInformationNeeded = "A partner’s question",
        /// A decision was recorded on somebody’s behalf.
        DecisionRecorded = "A decision recorded for you",
        /// All three partners decided, and agree.
        PartnersDecided = "All partners’ decisions",
        /// The partners do not agree.
        PartnersDiffer = "A disagreement of partners",
        /// The rapid review was sent to the Panel.
        SentToPanel = "Sending to the Panel",
        /// The Panel’s letter was received.
        PanelReplied = "A reply of the Panel",
        /// A reviewer was appointed.
        ReviewerAppointed = "Your appointment as reviewer",
        /// A draft is ready for comments.
        DraftShared = "Comments on a draft",
        /// A delay was explained.
        DelayRecorded = "A delay",
        /// A review was published.
        Published = "A publication",
        /// A report was taken offline.
        Withdrawn = "A report taken offline",
        /// An action was given to somebody.
        ActionGiven = "A new action",
        /// An action was closed.
        ActionClosed = "A closed action",
        /// An email was not delivered.
        NotDelivered = "An email that was not delivered",
        /// A draft that somebody left unfinished is about to be deleted.
        DraftEnds = "A draft that will be deleted",
        /// A summary of what is due, sent daily or weekly.
        Digest = "Digest of what is due",
    }
}

impl Kind {
    /// The kind of the reminders of a clock.
    pub fn of_clock(key: ClockKey) -> Self {
        match key {
            ClockKey::Notification => Self::Notification,
            ClockKey::PartnersTold => Self::PartnersTold,
            ClockKey::RapidReview => Self::RapidReview,
            ClockKey::PanelReply => Self::PanelReply,
            ClockKey::PanelQueryReply => Self::PanelQueryReply,
            ClockKey::Lcspr => Self::Lcspr,
            ClockKey::Copies => Self::Copies,
            ClockKey::Online => Self::Online,
            ClockKey::Milestone(_) => Self::Milestone,
            ClockKey::AgencyReturn(_) => Self::AgencyReturn,
            ClockKey::Action(_) => Self::Action,
            ClockKey::AdvicePoint(_) => Self::AdvicePoint,
            ClockKey::AlternativeReview => Self::AlternativeReview,
            ClockKey::PartnerDecisionsWanted => Self::PartnerDecisions,
            ClockKey::HoldReview => Self::HoldReview,
            ClockKey::PublicationHoldReview => Self::PublicationHoldReview,
        }
    }

    /// Whether it is about a clock, and not about something that was recorded.
    pub fn is_of_clock(self) -> bool {
        self < Self::AccessGiven
    }

    /// Whether somebody may choose not to get it on this occasion. What was asked of them, and its last two working
    /// days, reach everybody; earlier reminders and news of what others did can be switched off.
    pub fn can_be_switched_off(self, occasion: Occasion) -> bool {
        if self.is_of_clock() {
            return occasion.is_early();
        }
        matches!(
            self,
            Self::MoreInformationNeeded
                | Self::PartnersDecided
                | Self::PartnersDiffer
                | Self::SentToPanel
                | Self::PanelReplied
                | Self::DelayRecorded
                | Self::Published
                | Self::Withdrawn
                | Self::ActionClosed
        )
    }
}
