//! How the LCSPR stands.

use std::collections::BTreeMap;

use super::{Commission, Draft, Hold, LcsprDecision};
use crate::events::{Event, Fact};

/// What was decided, commissioned and written for the LCSPR.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The decision to start it.
    pub decision: Option<LcsprDecision>,
    /// The key lines of enquiry, and whether each was traced to a finding.
    pub key_lines: BTreeMap<u8, bool>,
    /// The appointment of the reviewer.
    pub commission: Option<Commission>,
    /// The number of the agreed version of the terms of reference.
    pub terms: Option<u16>,
    /// The hold, while there is one.
    pub hold: Option<Hold>,
    /// The versions of the report, by number.
    pub drafts: BTreeMap<u16, Draft>,
    /// The number of the version that was signed off.
    pub agreed: Option<u16>,
    /// How many monitoring checks there were.
    pub checks: u16,
}

impl Standing {
    /// The latest version of the report.
    pub fn latest_draft(&self) -> Option<&Draft> {
        self.drafts.last_key_value().map(|(_, draft)| draft)
    }

    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::LcsprDecided(decision) => self.decision = Some(decision.clone()),
            Fact::KeyLineAdded(line) => {
                self.key_lines.insert(line.number, false);
            }
            Fact::KeyLineTraced(line) => {
                self.key_lines.insert(line.number, true);
            }
            Fact::LcsprCommissioned(commission) => {
                self.terms = Some(commission.terms_version);
                self.commission = Some(commission.clone());
            }
            Fact::TermsAgreed(terms) => self.terms = Some(terms.version),
            Fact::LcsprHeld(hold) => self.hold = Some(hold.clone()),
            Fact::LcsprResumed | Fact::LcsprDiscontinued(_) => self.hold = None,
            Fact::ReviewerReplaced(replaced) => {
                if let Some(commission) = &mut self.commission {
                    commission.reviewer = replaced.reviewer;
                }
            }
            Fact::MonitoringChecked(_) => self.checks += 1,
            Fact::DraftWritten(draft) => {
                self.drafts.insert(draft.version, draft.clone());
            }
            Fact::FinalReportAgreed(report) => self.agreed = Some(report.version),
            _ => {}
        }
    }
}
