//! Which clock: what people call it, and its short name in commands, addresses and reminders.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::OrganisationId;
use crate::proceedings::StatutoryClock;

/// Which clock of a case. Written as `rapid-review`, `milestone-5`, `action-2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockKey {
    /// The council notifies the Panel, or a death to the Secretary of State and Ofsted.
    Notification,
    /// The statutory partners are told of the incident.
    PartnersTold,
    /// The rapid review is completed and sent to the Panel.
    RapidReview,
    /// The Panel replies to the rapid review.
    PanelReply,
    /// The partners reply to the Panel’s query or letter.
    PanelQueryReply,
    /// The LCSPR is completed and published.
    Lcspr,
    /// Copies reach the Panel and the Secretary of State before publication.
    Copies,
    /// The report stays online.
    Online,
    /// A local target of the rapid review, by its number.
    Milestone(u8),
    /// One agency returns its summary.
    AgencyReturn(OrganisationId),
    /// An action, by its number.
    Action(u16),
    /// A point of the Panel’s advice, by its number.
    AdvicePoint(u16),
    /// The review that takes the place of the statutory ones.
    AlternativeReview,
    /// The three partners’ decisions on the rapid review.
    PartnerDecisionsWanted,
    /// Looking again at the hold of the LCSPR.
    HoldReview,
    /// Looking again at the hold of publication.
    PublicationHoldReview,
}

use ClockKey::{
    Action, AdvicePoint, AgencyReturn, AlternativeReview, Copies, HoldReview, Lcspr, Milestone, Notification,
    Online, PanelQueryReply, PanelReply, PartnerDecisionsWanted, PartnersTold, PublicationHoldReview,
    RapidReview,
};

/// The clocks of which a case has at most one, with their short names.
const SINGLE: [(ClockKey, &str); 12] = [
    (Notification, "notification"),
    (PartnersTold, "partners-told"),
    (RapidReview, "rapid-review"),
    (PanelReply, "panel-reply"),
    (PanelQueryReply, "panel-query-reply"),
    (Lcspr, "lcspr"),
    (Copies, "copies"),
    (Online, "online"),
    (AlternativeReview, "alternative-review"),
    (PartnerDecisionsWanted, "partner-decisions"),
    (HoldReview, "hold-review"),
    (PublicationHoldReview, "publication-hold-review"),
];

impl ClockKey {
    /// Whether its date is no deadline, but the end of the shortest time for which something has to last.
    pub fn is_minimum(self) -> bool {
        self == Online
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Notification => "Notification",
            PartnersTold => "Tell the safeguarding partners",
            RapidReview => "Rapid review",
            PanelReply => "Reply of the Panel",
            PanelQueryReply => "Reply to the Panel",
            Lcspr => "LCSPR",
            Copies => "Copies before publication",
            Online => "Keep the report online",
            Milestone(_) => "Local milestone",
            AgencyReturn(_) => "Agency return",
            Action(_) => "Action",
            AdvicePoint(_) => "Advice of the Panel",
            AlternativeReview => "Alternative review",
            PartnerDecisionsWanted => "Partner decisions",
            HoldReview => "Look at the hold again",
            PublicationHoldReview => "Look at the hold of publication again",
        }
    }

    /// The time limit in law that this is. Its delay can be explained, and its end is judged for good.
    pub fn statutory(self) -> Option<StatutoryClock> {
        match self {
            Notification => Some(StatutoryClock::Notification),
            RapidReview => Some(StatutoryClock::RapidReview),
            Lcspr => Some(StatutoryClock::Lcspr),
            Copies => Some(StatutoryClock::Copies),
            Online => Some(StatutoryClock::Online),
            PartnersTold
            | PanelReply
            | PanelQueryReply
            | Milestone(_)
            | AgencyReturn(_)
            | Action(_)
            | AdvicePoint(_)
            | AlternativeReview
            | PartnerDecisionsWanted
            | HoldReview
            | PublicationHoldReview => None,
        }
    }
}

impl fmt::Display for ClockKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Milestone(number) => write!(f, "milestone-{number}"),
            AgencyReturn(agency) => write!(f, "agency-{agency}"),
            Action(number) => write!(f, "action-{number}"),
            AdvicePoint(number) => write!(f, "advice-{number}"),
            single => {
                let name = SINGLE.iter().find(|(key, _)| key == single).map(|(_, name)| *name);
                f.write_str(name.expect("every clock without a number is in the list"))
            }
        }
    }
}

/// The text was not the short name of a clock.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a clock: write notification, partners-told, rapid-review, panel-reply, panel-query-reply, lcspr, \
     copies, online, alternative-review, partner-decisions, hold-review, publication-hold-review, milestone-5, \
     action-2, advice-1 or agency- and its id"
)]
pub struct NotAClock(String);

impl FromStr for ClockKey {
    type Err = NotAClock;

    fn from_str(text: &str) -> Result<Self, NotAClock> {
        let text = text.trim();
        let single = SINGLE.iter().find(|(_, name)| *name == text).map(|(key, _)| *key);
        single.or_else(|| numbered(text)).ok_or_else(|| NotAClock(text.chars().take(60).collect()))
    }
}

fn numbered(text: &str) -> Option<ClockKey> {
    let (kind, which) = text.split_once('-')?;
    match kind {
        "milestone" => which.parse().ok().map(Milestone),
        "agency" => which.parse().ok().map(|agency| AgencyReturn(OrganisationId(agency))),
        "action" => which.parse().ok().map(Action),
        "advice" => which.parse().ok().map(AdvicePoint),
        _ => None,
    }
}

impl Serialize for ClockKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
