//! The next thing that a person can do in a case: the one green button of its overview.

mod actions;
mod decisions;
mod lcspr;
mod notification;
mod panel;
mod rapid_review;

use case::keeping::Note;
use case::proceedings::Delay;
use case::{Area, ClockState, Command, Stage, Step, When, Words, main_clock};

use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::pages::publication;
use crate::pages::requests::own;

pub(crate) use decisions::submit;

/// The next step of this person; none where somebody else has to move.
pub(crate) fn of(open: &OpenCase) -> Option<ButtonLink> {
    stage_step(open).or_else(|| own_request(open)).or_else(|| delay(open))
}

/// Adding a note, for whoever may.
pub(crate) fn note(open: &OpenCase) -> Option<ButtonLink> {
    let may = open.shows(Area::Overview) && may(open, Step::AddNote(Note { restricted: false }));
    may.then(|| ButtonLink::secondary("Add a note", open.address("/notes/new")))
}

/// Whether the visitor may record a step at all; the rules of its contents are asked later.
pub(crate) fn may(open: &OpenCase, step: Step) -> bool {
    open.permits(&Command { on: When::Day(open.today), step, words: Words::none() })
}

/// What takes the case on from its stage.
fn stage_step(open: &OpenCase) -> Option<ButtonLink> {
    match open.case.stage {
        Stage::Referred | Stage::UnderConsideration | Stage::AwaitingNotification => notification::next(open),
        Stage::Notified | Stage::RapidReviewOpen | Stage::AgencyReturns | Stage::RapidReviewMeeting => {
            rapid_review::next(open)
        }
        Stage::PartnerDecision | Stage::PartnersReconsidering => decisions::next(open),
        Stage::SubmittedToPanel | Stage::PanelQuery | Stage::PanelResponded | Stage::NationalReview => {
            panel::next(open)
        }
        Stage::LcsprDecided | Stage::LcsprCommissioned | Stage::LcsprInProgress | Stage::LcsprHeld => {
            lcspr::next(open)
        }
        Stage::FinalReportAgreed | Stage::PrePublication | Stage::PublicationHeld => publication::next(open),
        _ => actions::next(open),
    }
}

/// A green button with these words to a page of the case.
fn button(open: &OpenCase, (text, page): (&str, &str)) -> ButtonLink {
    ButtonLink::primary(text, open.address(page))
}

/// What the visitor's own agency was asked and has not answered.
fn own_request(open: &OpenCase) -> Option<ButtonLink> {
    let mut requests = open.case.agencies.requests.iter().filter(|(_, request)| request.is_open());
    let (agency, _) = requests.find(|(agency, _)| own::speaks_for(open, **agency))?;
    Some(ButtonLink::primary("Answer the request", open.address(&own::path(*agency))))
}

/// A statutory date that has passed is explained, once.
fn delay(open: &OpenCase) -> Option<ButtonLink> {
    let clocks = open.clocks();
    let main = main_clock(&clocks)?;
    let limit = main.key.statutory()?;
    let is_late = matches!(main.state(open.today, open.calendar()), ClockState::Overdue { .. });
    let step = Step::ExplainDelay(Delay {
        clock: limit,
        expected: When::NotKnown,
        panel_told: When::NotKnown,
        secretary_of_state_told: When::NotKnown,
    });
    (is_late && may(open, step)).then(|| {
        ButtonLink::primary("Record a delay", open.address(&format!("/deadlines/{}/delay", main.key)))
    })
}
