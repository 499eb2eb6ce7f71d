//! How the consideration stands.

use std::collections::BTreeMap;

use super::{AlternativeReview, Locus, NotNotifiableDecision, NotifiableDecision, View};
use crate::When;
use crate::events::{Event, Fact};
use crate::terms::Partner;

/// What the partners thought of the incident, and what the council decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Where the incident happened, as the referral says it.
    pub referred_locus: Option<Locus>,
    /// Each partner’s latest view on notifying.
    pub views: BTreeMap<Partner, View>,
    /// The council’s decision to notify.
    pub notifiable: Option<NotifiableDecision>,
    /// The council’s decision that the criteria are not met.
    pub not_notifiable: Option<NotNotifiableDecision>,
    /// The other review, where there is one.
    pub alternative: Option<AlternativeReview>,
    /// When the other review ended.
    pub alternative_finished: Option<When>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::Referred(referral) => self.referred_locus = referral.locus,
            Fact::ViewGiven(view) => {
                self.views.insert(view.partner, view.clone());
            }
            Fact::FoundNotifiable(decision) => self.notifiable = Some(decision.clone()),
            Fact::FoundNotNotifiable(decision) => self.not_notifiable = Some(decision.clone()),
            Fact::AlternativeReviewStarted(review) => {
                self.alternative = Some(review.clone());
                self.alternative_finished = None;
            }
            Fact::AlternativeReviewFinished => self.alternative_finished = Some(event.on),
            _ => {}
        }
    }
}
