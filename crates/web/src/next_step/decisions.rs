//! The decisions of the three partners.

use case::decisions::Question;
use case::rapid_review::Submission;
use case::{Stage, Step};

use super::may;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::pages::partner_decisions;

/// Whoever decides for a partner decides; the business unit sends the report when all three have.
pub(super) fn next(open: &OpenCase) -> Option<ButtonLink> {
    if let Some(decide) = partner_decisions::next(open) {
        return Some(decide);
    }
    let all = || {
        open.is_business_unit().then(|| ButtonLink::primary("See the decisions", open.address("/decisions")))
    };
    submit(open).or_else(all)
}

/// Sending the report to the Panel, when all three partners have decided on it.
pub(crate) fn submit(open: &OpenCase) -> Option<ButtonLink> {
    let submit = Step::SubmitToPanel(Submission { version: 0, without_all_partners: false });
    let all = open.case.undecided(Question::RapidReview).is_empty();
    let is_time = open.case.stage == Stage::PartnerDecision && all;
    (is_time && may(open, submit))
        .then(|| ButtonLink::primary("Submit to the National Panel", open.address("/panel/submit")))
}
