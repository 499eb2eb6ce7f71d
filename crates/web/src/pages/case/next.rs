//! The next thing that somebody can do in a case: the buttons in the head of its overview. What it is, the part of the case
//! says that is at work at this stage.

use case::{Area, ClockState, Stage, main_clock};

use super::close::Close;
use super::delay::DelayForm;
use super::reopen::Reopen;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::pages::note::NewNote;
use crate::pages::{
    actions, lcspr, notification, offered, panel, partner_decisions, publication, rapid_review, requests,
};

/// The next step of this person, in green where there is one, and adding a note.
pub(super) fn buttons(open: &OpenCase) -> Vec<ButtonLink> {
    let next = of_stage(open).or_else(|| requests::next(open)).or_else(|| delay(open));
    let note = offered::link(&NewNote, open).filter(|_| open.shows(Area::Overview));
    next.into_iter().chain(note).collect()
}

/// What takes the case on from its stage; none where somebody else has to move.
fn of_stage(open: &OpenCase) -> Option<ButtonLink> {
    match open.case.stage {
        Stage::Referred
        | Stage::UnderConsideration
        | Stage::AwaitingNotification
        | Stage::AlternativeReview => notification::next(open),
        Stage::Notified | Stage::RapidReviewOpen | Stage::AgencyReturns | Stage::RapidReviewMeeting => {
            rapid_review::next(open)
        }
        Stage::PartnerDecision | Stage::PartnersReconsidering => partner_decisions::next(open),
        Stage::SubmittedToPanel | Stage::PanelQuery | Stage::PanelResponded | Stage::NationalReview => {
            panel::next(open)
        }
        Stage::LcsprDecided | Stage::LcsprCommissioned | Stage::LcsprInProgress | Stage::LcsprHeld => {
            lcspr::next(open)
        }
        Stage::FinalReportAgreed | Stage::PrePublication | Stage::PublicationHeld => publication::next(open),
        Stage::ImpactReview => offered::first(&[&Close], open),
        Stage::Closed => offered::link(&Reopen, open),
        _ => actions::next(open),
    }
}

/// A statutory date that has passed is explained, once.
fn delay(open: &OpenCase) -> Option<ButtonLink> {
    let clocks = open.clocks();
    let main = main_clock(&clocks)?;
    let is_late = matches!(main.state(open.today, open.calendar()), ClockState::Overdue { .. });
    let form = DelayForm::of(main.key).filter(|_| is_late)?;
    offered::first(&[&form], open)
}
