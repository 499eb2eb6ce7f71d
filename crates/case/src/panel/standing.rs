//! What the Panel said, asked and advised so far.

use std::collections::BTreeMap;

use super::{AdvicePoint, NationalReview, PanelQuery, PanelResponse};
use crate::When;
use crate::events::{Event, Fact};

/// The Panel’s letters, queries and advice so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The Panel’s letters, oldest first.
    pub responses: Vec<PanelResponse>,
    /// How many of the letters there were when the partners last decided how to go on.
    pub settled: usize,
    /// The query that is not answered yet.
    pub query: Option<PanelQuery>,
    /// When the Panel’s latest query was answered, and when the letter that followed arrived.
    pub answered: Option<(When, Option<When>)>,
    /// Points of advice, and when each was dealt with.
    pub advice: BTreeMap<u16, (AdvicePoint, Option<When>)>,
    /// The national or thematic review.
    pub national: Option<NationalReview>,
    /// Whether the national or thematic review ended.
    pub national_ended: bool,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::PanelResponded(response) => {
                self.responses.push(response.clone());
                if let Some((_, reply)) = &mut self.answered {
                    reply.get_or_insert(event.on);
                }
            }
            Fact::PanelQueried(query) => self.query = Some(query.clone()),
            Fact::PanelQueryAnswered => {
                self.query = None;
                self.answered = Some((event.on, None));
            }
            Fact::AdvicePointRecorded(point) => {
                self.advice.insert(point.number, (point.clone(), None));
            }
            Fact::AdvicePointFinished(done) => {
                if let Some((_, finished)) = self.advice.get_mut(&done.number) {
                    *finished = Some(event.on);
                }
            }
            Fact::NationalReviewCommissioned(review) => {
                self.national = Some(review.clone());
                self.national_ended = false;
            }
            Fact::NationalReviewEnded => self.national_ended = true,
            Fact::ClosedAtRapidReview | Fact::LcsprDecided(_) => self.settled = self.responses.len(),
            _ => {}
        }
    }

    /// The Panel’s latest letter.
    pub fn latest(&self) -> Option<&PanelResponse> {
        self.responses.last()
    }

    /// The latest letter that says whether the Panel agrees with the local decision.
    pub fn definite(&self) -> Option<&PanelResponse> {
        self.responses.iter().rfind(|letter| letter.agreement().is_some())
    }

    /// Whether the Panel agrees with the local decision; `None` while it has not said so.
    pub fn agreement(&self) -> Option<bool> {
        self.definite()?.agreement()
    }

    /// The letter by which the Panel disagrees, until the partners have decided how to go on.
    pub fn open_disagreement(&self) -> Option<&PanelResponse> {
        let unsettled = self.responses.get(self.settled..).unwrap_or_default();
        let definite = unsettled.iter().rfind(|letter| letter.agreement().is_some());
        definite.filter(|letter| letter.agreement() == Some(false))
    }

    /// The national or thematic review that has not ended.
    pub fn open_national_review(&self) -> Option<&NationalReview> {
        self.national.as_ref().filter(|_| !self.national_ended)
    }

    /// The points of advice that nobody has dealt with yet.
    pub fn open_advice(&self) -> impl Iterator<Item = &AdvicePoint> {
        self.advice.values().filter(|(_, finished)| finished.is_none()).map(|(point, _)| point)
    }
}
