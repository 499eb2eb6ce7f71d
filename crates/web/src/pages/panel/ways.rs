//! What the partnership can do after the Panel answered.

use case::panel::PanelOutcome;
use case::{Move, Stage, StepKind};
use serde::{Deserialize, Serialize};

use super::close::EndOfReview;
use super::national::National;
use super::national_end::NationalEnd;
use super::reconsider::Reconsider;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::case_form::is_offered;
use crate::pages::offered;

/// One way on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Way {
    /// The partners reconsider.
    Reconsider,
    /// An LCSPR starts.
    Lcspr,
    /// The review ends at the rapid review.
    End,
    /// The Panel commissioned a national or thematic review.
    National,
    /// The criteria are not met.
    Reclassify,
    /// The national review has ended.
    NationalEnd,
    /// The actions are carried out.
    Actions,
}

const ALL: [Way; 7] =
    [Way::Reconsider, Way::Lcspr, Way::End, Way::National, Way::Reclassify, Way::NationalEnd, Way::Actions];

impl Way {
    /// In words, and what it means.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Reconsider => (
                "The partners reconsider",
                "Each partner decides again. Then an LCSPR starts or the review ends at the rapid review",
            ),
            Self::Lcspr => ("Start an LCSPR", "Its six months begin on the day this is decided"),
            Self::End => {
                ("End at the rapid review, without an LCSPR", "What was learnt and the actions go on")
            }
            Self::National => (
                "Record a national or thematic review",
                "The National Panel commissioned it. Say whether local work goes on",
            ),
            Self::Reclassify => (
                "Record that the criteria are not met",
                "The council decides that with its partners, and the National Panel is told",
            ),
            Self::NationalEnd => ("Record the end of the national or thematic review", "Say how it ended"),
            Self::Actions => ("Turn to the actions", "Without an LCSPR of its own"),
        }
    }

    /// The page on which it is done, below the case.
    pub(super) fn page(self) -> &'static str {
        match self {
            Self::Reconsider => "/panel/reconsider",
            Self::Lcspr => "/lcspr/decide",
            Self::End => "/panel/close",
            Self::National => "/panel/national",
            Self::Reclassify => "/notification/reclassify",
            Self::NationalEnd => "/panel/national/end",
            Self::Actions => "/actions",
        }
    }

    fn is_open(self, open: &OpenCase) -> bool {
        let stage = open.case.stage;
        match self {
            Self::Reconsider => is_offered(&Reconsider, open),
            Self::Lcspr => may_start_lcspr(open),
            Self::End => is_offered(&EndOfReview, open),
            Self::National => stage.after(Move::GoNational).is_some() && is_offered(&National, open),
            Self::Reclassify => stage == Stage::PanelResponded && open.may(&StepKind::Reclassify),
            Self::NationalEnd => stage == Stage::NationalReview && is_offered(&NationalEnd, open),
            Self::Actions => stage == Stage::NationalReview && open.may(&StepKind::OpenActions),
        }
    }
}

/// An LCSPR starts once no disagreement with the Panel waits to be reconsidered.
fn may_start_lcspr(open: &OpenCase) -> bool {
    let case = &open.case;
    let is_ready = match case.stage {
        Stage::PartnersReconsidering => case.has_decided_afresh(),
        Stage::PanelResponded => case.panel.open_disagreement().is_none(),
        _ => true,
    };
    let decide = StepKind::DecideLcspr;
    decide.fits(case.stage) && is_ready && open.may(&decide)
}

/// The ways that are open to the visitor, first the one that the Panel’s answer leads to.
pub(super) fn of(open: &OpenCase) -> Vec<Way> {
    let likely = match open.case.panel.latest().map(|letter| letter.outcome) {
        Some(PanelOutcome::AgreeNoLcspr) => Some(Way::End),
        Some(PanelOutcome::CriteriaNotMet) => Some(Way::Reclassify),
        Some(PanelOutcome::NationalReview | PanelOutcome::ThematicReview) => Some(Way::National),
        _ => None,
    };
    let mut ways: Vec<_> = ALL.into_iter().filter(|way| way.is_open(open)).collect();
    ways.sort_by_key(|way| Some(*way) != likely);
    ways
}

/// The page on which one of them is chosen, or where there is nothing to choose, the end of the national review itself.
pub(super) fn next(open: &OpenCase) -> Option<ButtonLink> {
    match of(open).as_slice() {
        [] => None,
        [Way::NationalEnd] => offered::first(&[&NationalEnd], open),
        _ => Some(ButtonLink::primary("Decide what follows", open.address("/panel/what-follows"))),
    }
}
