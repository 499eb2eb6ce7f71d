//! What the three partners decided, on which text, and what of it still stands.

use std::collections::BTreeMap;

use super::{DecisionMade, Escalation, EscalationEnd, Question};
use crate::ReportDigest;
use crate::events::{Event, Fact};
use crate::terms::Partner;

/// The partners’ decisions and disagreements so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Every decision, oldest first; later ones supersede earlier ones.
    pub made: Vec<DecisionMade>,
    /// The latest escalation on each question, and how it ended. One that ended before a changed report was put to
    /// the partners was about another text; it is only in the history.
    pub escalations: BTreeMap<Question, (Escalation, Option<EscalationEnd>)>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::PartnerDecided(decision) => self.made.push(decision.clone()),
            Fact::PartnersAsked(_) => self.escalations.retain(|_, (_, end)| end.is_none()),
            Fact::Escalated(escalation) => {
                self.escalations.insert(escalation.question, (escalation.clone(), None));
            }
            Fact::EscalationEnded(end) => {
                if let Some((_, ended)) = self.escalations.get_mut(&end.question) {
                    *ended = Some(end.clone());
                }
            }
            _ => {}
        }
    }

    /// Each partner’s latest decision on `question`, where it still stands. `text` is the digest of the text in
    /// question; `None` where the question is about no text.
    ///
    /// A decision made on another text does not stand.
    pub fn current(
        &self,
        question: Question,
        text: Option<ReportDigest>,
    ) -> BTreeMap<Partner, &DecisionMade> {
        let latest: BTreeMap<_, _> = self.on(question).map(|made| (made.decision.partner, made)).collect();
        latest.into_iter().filter(|(_, made)| stands(made, text)).collect()
    }

    /// The decisions on `question` that a change of its text made void, oldest first.
    pub fn voided(&self, question: Question, text: Option<ReportDigest>) -> Vec<&DecisionMade> {
        self.on(question).filter(|made| !stands(made, text)).collect()
    }

    /// The escalation on `question` that has not ended.
    pub fn open_escalation(&self, question: Question) -> Option<&Escalation> {
        self.escalations.get(&question).filter(|(_, end)| end.is_none()).map(|(escalation, _)| escalation)
    }

    fn on(&self, question: Question) -> impl Iterator<Item = &DecisionMade> {
        self.made.iter().filter(move |made| made.decision.question == question)
    }
}

fn stands(made: &DecisionMade, text: Option<ReportDigest>) -> bool {
    text.is_none() || made.digest == text
}
