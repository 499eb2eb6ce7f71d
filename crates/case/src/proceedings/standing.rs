//! What goes on beside the case.

use std::collections::BTreeMap;

use super::{Delay, LinkedReview, Proceeding, StatutoryClock};
use crate::When;
use crate::events::{Event, Fact};

/// The proceedings, other reviews and delays of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The proceedings, by number.
    pub proceedings: BTreeMap<u16, ProceedingStanding>,
    /// The other reviews of the same events.
    pub linked: Vec<LinkedReview>,
    /// The latest explanation of each delay.
    pub delays: BTreeMap<StatutoryClock, Delay>,
}

/// One proceeding and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProceedingStanding {
    /// The proceeding as it was opened.
    pub proceeding: Proceeding,
    /// When it came to its end.
    pub ended: Option<When>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::ProceedingOpened(proceeding) => {
                let standing = ProceedingStanding { proceeding: proceeding.clone(), ended: None };
                self.proceedings.insert(proceeding.number, standing);
            }
            Fact::ProceedingEnded(end) => {
                if let Some(proceeding) = self.proceedings.get_mut(&end.number) {
                    proceeding.ended = Some(event.on);
                }
            }
            Fact::ReviewLinked(review) => self.linked.push(review.clone()),
            Fact::DelayExplained(delay) => {
                self.delays.insert(delay.clock, delay.clone());
            }
            Fact::LcsprHeld(hold) => self.explain_hold(hold.panel_told, hold.secretary_of_state_told),
            Fact::PublicationHeld(hold) => self.explain_hold(hold.panel_told, hold.secretary_of_state_told),
            _ => {}
        }
    }
}

impl Standing {
    /// A hold explains why the LCSPR is late where the Panel was told of it, even after the hold has ended.
    fn explain_hold(&mut self, panel_told: When, secretary_of_state_told: When) {
        if panel_told == When::NotKnown {
            return;
        }
        let expected = self.delays.get(&StatutoryClock::Lcspr).map_or(When::NotKnown, |delay| delay.expected);
        let delay = Delay { clock: StatutoryClock::Lcspr, expected, panel_told, secretary_of_state_told };
        self.delays.insert(StatutoryClock::Lcspr, delay);
    }
}
