//! How publication stands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{AnonymityCheck, Audience, PublicationHold, Recipient};
use crate::consideration::BroughtIn;
use crate::events::{Event, Fact};
use crate::{KeyDate, Stage, When};

/// What was planned, sent, published or held back so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The planned day of publication.
    pub planned: Option<NaiveDate>,
    /// Who got a copy so far, and when the latest went to them.
    pub copies: BTreeMap<Recipient, When>,
    /// The latest check of anonymity.
    pub anonymity: Option<AnonymityCheck>,
    /// The people who were told before publication.
    pub told: BTreeSet<Audience>,
    /// The hold, while there is one.
    pub hold: Option<PublicationHold>,
    /// Whether the report or the improvements can be read online.
    pub online: bool,
    /// When the Panel was told that only the improvements are published.
    pub improvements_told: Option<When>,
    /// Whether the national repository has a copy.
    pub deposited: bool,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::PublicationPlanned(plan) => self.planned = Some(plan.planned),
            Fact::AnonymityChecked(check) => self.anonymity = Some(check.clone()),
            Fact::PublicationTold(told) => self.told.extend(&told.who),
            Fact::BroughtIn(case) => self.online = was_published(case),
            Fact::CopiesSent(copies) => {
                self.planned = Some(copies.planned);
                self.copies.extend(copies.to.iter().map(|to| (*to, event.on)));
            }
            Fact::Published(_) => self.online = true,
            Fact::ImprovementsPublished(improvements) => {
                self.online = true;
                self.improvements_told = Some(improvements.panel_told);
            }
            Fact::TakenDown(_) => self.online = false,
            Fact::PublicationHeld(hold) => self.hold = Some(hold.clone()),
            Fact::PublicationReleased => self.hold = None,
            Fact::CopyDeposited => self.deposited = true,
            _ => {}
        }
    }
}

impl Standing {
    /// When the later of the two copies that the law asks for went out: the Panel’s and the Secretary of State’s.
    pub(crate) fn both_copies_sent(&self) -> Option<When> {
        let panel = *self.copies.get(&Recipient::Panel)?;
        let secretary = *self.copies.get(&Recipient::SecretaryOfState)?;
        if panel == When::NotKnown || secretary == When::NotKnown {
            return Some(When::NotKnown);
        }
        Some(if panel.latest() > secretary.latest() { panel } else { secretary })
    }
}

fn was_published(case: &BroughtIn) -> bool {
    let has = |what| case.known.iter().any(|date| date.what == what);
    match case.stage {
        Stage::Published | Stage::PublishedImprovementsOnly => true,
        Stage::ActionsOpen | Stage::ImpactReview | Stage::Closed => {
            has(KeyDate::Published) && !has(KeyDate::TakenDown)
        }
        _ => false,
    }
}
