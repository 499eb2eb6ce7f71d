//! Which text a question is about, and what the partners decided on it as it stands.

use std::collections::BTreeMap;

use super::{Answer, Decision, DecisionMade, Question};
use crate::position::Position;
use crate::terms::Partner;
use crate::{ReportDigest, Stage};

impl Position {
    /// The version of the report that `question` is about; `None` where it is about none, or none was written.
    pub fn version_in_question(&self, question: Question) -> Option<u16> {
        let asked = self.rapid_review.asked.as_ref().map(|asked| asked.version);
        match question {
            Question::RapidReview => self.rapid_review.submitted.as_ref().map(|sent| sent.version).or(asked),
            Question::Reconsideration => asked,
            Question::SignOff => self.lcspr.latest_draft().map(|draft| draft.version),
            Question::ImprovementsOnly
            | Question::HoldPublication
            | Question::NotPublish
            | Question::Discontinue => None,
        }
    }

    /// Each partner’s decision on `question` as it stands now.
    pub fn decided(&self, question: Question) -> BTreeMap<Partner, &DecisionMade> {
        self.decisions.current(question, self.text_in_question(question))
    }

    /// The decisions on `question` that were made on a text which has changed since.
    pub fn voided(&self, question: Question) -> Vec<&DecisionMade> {
        self.decisions.voided(question, self.text_in_question(question))
    }

    /// The partners who have neither agreed nor disagreed on `question` as it stands now.
    pub fn undecided(&self, question: Question) -> Vec<Partner> {
        let standing = self.decided(question);
        let decided = |partner: &Partner| {
            standing.get(partner).is_some_and(|made| made.decision.answer != Answer::NeedsMoreInformation)
        };
        Partner::ALL.iter().copied().filter(|partner| !decided(partner)).collect()
    }

    /// What the partners were last asked about a rapid review.
    pub fn question_asked(&self) -> Question {
        match self.stage {
            Stage::PartnersReconsidering => Question::Reconsideration,
            _ => Question::RapidReview,
        }
    }

    /// Whether a partner that has decided `question` does not agree.
    pub fn partners_differ(&self, question: Question) -> bool {
        self.decided(question).values().any(|made| made.decision.answer == Answer::Disagree)
    }

    fn text_in_question(&self, question: Question) -> Option<ReportDigest> {
        self.digest_of(question, self.version_in_question(question)?)
    }

    fn digest_of(&self, question: Question, version: u16) -> Option<ReportDigest> {
        match question {
            Question::RapidReview | Question::Reconsideration => {
                self.rapid_review.reports.get(&version).map(|report| report.digest)
            }
            Question::SignOff
            | Question::ImprovementsOnly
            | Question::HoldPublication
            | Question::NotPublish
            | Question::Discontinue => self.lcspr.drafts.get(&version).map(|draft| draft.digest),
        }
    }
}

/// The digest of the text a decision is made on: that of the version it names, as it was frozen.
pub(crate) fn digest_decided_on(position: &Position, decision: &Decision) -> Option<ReportDigest> {
    position.digest_of(decision.question, decision.version?)
}
