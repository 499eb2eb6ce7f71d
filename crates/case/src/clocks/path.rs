//! Where a case stands on the statutory path, as far as its clocks care.

use crate::KeyDate::{DeathNotified, Notified};
use crate::Stage;
use crate::consideration::CaseKind;
use crate::position::Position;

use super::NotNeeded;

/// The leg of the statutory path that a case is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Leg {
    /// The notification is not sent yet.
    BeforeNotification,
    /// The case has left the statutory path, or never was on it.
    Aside,
    /// From the notification until the report is sent.
    RapidReview,
    /// The Panel considers the report.
    WithPanel,
    /// The Panel has answered and nothing is decided.
    Answered,
    /// A national review instead, out of which an LCSPR may still come.
    National,
    /// It was decided to do no LCSPR, or to stop it.
    NoLcspr,
    /// An LCSPR is being done.
    Lcspr,
    /// The final report is agreed and not published.
    Publishing,
    /// Published, or decided not to.
    Published,
    /// Carrying out what was learnt.
    Learning,
}

pub(super) fn leg(stage: Stage) -> Leg {
    match stage {
        Stage::New | Stage::Referred | Stage::UnderConsideration | Stage::AwaitingNotification => {
            Leg::BeforeNotification
        }
        Stage::NotNotifiable
        | Stage::AlternativeReview
        | Stage::NotifiedLookedAfterDeath
        | Stage::NotifiedCareLeaverDeath
        | Stage::NotificationReclassified => Leg::Aside,
        Stage::Notified
        | Stage::RapidReviewOpen
        | Stage::AgencyReturns
        | Stage::RapidReviewMeeting
        | Stage::PartnerDecision => Leg::RapidReview,
        Stage::SubmittedToPanel => Leg::WithPanel,
        Stage::PanelResponded | Stage::PanelQuery | Stage::PartnersReconsidering => Leg::Answered,
        Stage::NationalReview => Leg::National,
        Stage::ClosedAtRapidReview | Stage::LcsprDiscontinued => Leg::NoLcspr,
        Stage::LcsprDecided | Stage::LcsprCommissioned | Stage::LcsprInProgress | Stage::LcsprHeld => {
            Leg::Lcspr
        }
        Stage::FinalReportAgreed | Stage::PrePublication | Stage::PublicationHeld => Leg::Publishing,
        Stage::Published | Stage::PublishedImprovementsOnly | Stage::NotPublished => Leg::Published,
        Stage::ActionsOpen | Stage::ImpactReview | Stage::Closed => Leg::Learning,
    }
}

/// Why a case is not on the statutory path, where it is not or left it before it came to its end.
pub(super) fn aside(position: &Position) -> Option<NotNeeded> {
    let reclassified = position.notification.reclassified.is_some();
    match position.stage {
        Stage::NotNotifiable => Some(NotNeeded::CriteriaNotMet),
        Stage::NotifiedLookedAfterDeath => Some(NotNeeded::LookedAfterDeath),
        Stage::NotifiedCareLeaverDeath => Some(NotNeeded::CareLeaverDeath),
        Stage::NotificationReclassified => Some(NotNeeded::Reclassified),
        Stage::AlternativeReview if reclassified => Some(NotNeeded::Reclassified),
        Stage::AlternativeReview => Some(NotNeeded::AlternativeReview),
        Stage::Referred | Stage::UnderConsideration => local_from_the_start(position),
        Stage::ActionsOpen | Stage::ImpactReview | Stage::Closed if reclassified => {
            Some(NotNeeded::Reclassified)
        }
        Stage::ActionsOpen | Stage::ImpactReview | Stage::Closed => never_notified(position),
        _ => None,
    }
}

fn never_notified(position: &Position) -> Option<NotNeeded> {
    if position.dates.get(Notified).is_some() {
        None
    } else if position.dates.get(DeathNotified).is_some() {
        Some(NotNeeded::CareLeaverDeath)
    } else if position.consideration.alternative.is_some() {
        Some(NotNeeded::AlternativeReview)
    } else {
        local_from_the_start(position)
    }
}

fn local_from_the_start(position: &Position) -> Option<NotNeeded> {
    (position.kind == Some(CaseKind::LocalLearning)).then_some(NotNeeded::LocalLearning)
}
