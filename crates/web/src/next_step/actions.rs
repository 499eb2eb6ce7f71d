//! The actions, and the ends of a case.

use case::{Stage, Step};

use super::{button, may};
use crate::case_view::OpenCase;
use crate::components::ButtonLink;

pub(super) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let next = match open.case.stage {
        Stage::AlternativeReview if may(open, Step::FinishAlternativeReview) => {
            ("Finish the other review", "/notification/alternative/end")
        }
        Stage::ClosedAtRapidReview if may(open, Step::OpenActions) => {
            ("Turn to the actions", "/actions/begin")
        }
        Stage::Published
        | Stage::PublishedImprovementsOnly
        | Stage::NotPublished
        | Stage::LcsprDiscontinued
            if may(open, Step::OpenActions) =>
        {
            ("Turn to the actions", "/actions")
        }
        Stage::ActionsOpen if may(open, Step::ReviewImpact) && has_undone_action(open) => {
            ("Review the actions", "/actions")
        }
        Stage::ActionsOpen if may(open, Step::ReviewImpact) => ("Turn to the evidence", "/actions/impact"),
        Stage::ImpactReview if may(open, Step::Close) => ("Close the case", "/close"),
        Stage::Closed if may(open, Step::Reopen) => {
            return Some(ButtonLink::secondary("Reopen the case", open.address("/reopen")));
        }
        _ => return None,
    };
    Some(button(open, next))
}

/// Whether an action is neither done nor closed.
fn has_undone_action(open: &OpenCase) -> bool {
    open.case.actions.open().any(|action| action.done.is_none())
}
