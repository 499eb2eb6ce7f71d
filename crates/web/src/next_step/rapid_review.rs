//! The rapid review, until its report goes to the partners.

use case::rapid_review::{Meeting, RapidReview};
use case::{Stage, Step, When};

use super::{button, may};
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::pages::rapid_review::is_ready_for_partners;

pub(super) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let next = match open.case.stage {
        Stage::Notified if may(open, open_review()) => ("Open the rapid review", "/rapid-review/open"),
        Stage::RapidReviewOpen if open.case.agencies.requests.is_empty() && may(open, hold()) => {
            ("Ask agencies", "/agencies")
        }
        Stage::RapidReviewOpen | Stage::AgencyReturns if may(open, hold()) => {
            ("Record the meeting", "/rapid-review/meeting")
        }
        Stage::RapidReviewMeeting if is_ready_for_partners(open) => {
            ("Ask the partners to decide", "/rapid-review/ask")
        }
        Stage::RapidReviewMeeting if may(open, hold()) => ("Write the report", "/rapid-review"),
        _ => return None,
    };
    Some(button(open, next))
}

fn open_review() -> Step {
    Step::OpenRapidReview(RapidReview {
        scope_from: When::NotKnown,
        scope_to: When::NotKnown,
        returns_due: None,
        executives_told: false,
    })
}

fn hold() -> Step {
    Step::HoldMeeting(Meeting { present: Vec::new(), agencies: Vec::new(), safety_checked: false })
}
