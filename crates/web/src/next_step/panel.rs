//! What the Panel answers, asks and commissions.

use case::{Stage, Step};

use super::{button, may};
use crate::case_view::OpenCase;
use crate::components::ButtonLink;

pub(super) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let next = match open.case.stage {
        Stage::SubmittedToPanel if may(open, answer()) => {
            ("Record the National Panel’s response", "/panel/responses/new")
        }
        Stage::PanelQuery if may(open, answer()) => ("Answer the National Panel", "/panel/answer"),
        Stage::PanelResponded if may(open, Step::CloseAtRapidReview) => {
            ("Decide what follows", "/panel/what-follows")
        }
        Stage::NationalReview if may(open, Step::OpenActions) => {
            ("Decide what follows", "/panel/what-follows")
        }
        Stage::NationalReview
            if open.case.panel.open_national_review().is_some() && may(open, Step::EndNationalReview) =>
        {
            ("Record the end of the national review", "/panel/national/end")
        }
        _ => return None,
    };
    Some(button(open, next))
}

/// Whoever may answer the Panel may record what it says too.
fn answer() -> Step {
    Step::AnswerPanelQuery
}
