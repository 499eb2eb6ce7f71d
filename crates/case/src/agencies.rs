//! What agencies are asked for a rapid review, and what they return.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Event;
use crate::OrganisationId;
use crate::fact::Fact;
use crate::rejection::Problems;
use crate::terms::codes;
use crate::{Case, Command, Setting};

codes! {
    /// What an agency found in its records.
    Holds {
        /// Information held.
        Information = "information held",
        /// Nothing held.
        Nothing = "nothing held",
    }
}

/// An agency is asked for a summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyRequest {
    /// The agency.
    pub agency: OrganisationId,
    /// When the summary is wanted.
    pub due: NaiveDate,
    /// Whether a chronology is wanted too.
    #[serde(default)]
    pub chronology: bool,
}

/// An agency answered. Words: `summary`, `learning`, `decided_by` (who signed it off).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyReturn {
    /// The agency.
    pub agency: OrganisationId,
    /// Whether it holds anything: a nil return is a positive fact.
    pub holds: Holds,
    /// Whether a chronology came with it.
    #[serde(default)]
    pub chronology: bool,
}

/// Something about one agency’s request. Words as the step needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyConcerned {
    /// The agency.
    pub agency: OrganisationId,
}

/// A return is open again until a new date. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnReopened {
    /// The agency.
    pub agency: OrganisationId,
    /// When the return is wanted now.
    pub due: NaiveDate,
}

/// What was asked and returned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Each agency’s request.
    pub requests: BTreeMap<OrganisationId, Request>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::AgencyAsked(request) => {
                self.requests.insert(request.agency, Request::new(request.clone()));
            }
            Fact::SummaryReturned(answer) => {
                self.change(answer.agency, |request| request.holds = Some(answer.holds))
            }
            Fact::AgencyChased(agency) => self.change(agency.agency, |request| request.chased += 1),
            Fact::ReturnEscalated(agency) => self.change(agency.agency, |request| request.escalated = true),
            Fact::ReturnReopened(reopened) => self.change(reopened.agency, |request| {
                request.holds = None;
                request.asked.due = reopened.due;
            }),
            Fact::RequestWithdrawn(agency) => self.change(agency.agency, |request| request.withdrawn = true),
            _ => {}
        }
    }
}

/// One agency’s request and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What was asked.
    pub asked: AgencyRequest,
    /// What the agency answered.
    pub holds: Option<Holds>,
    /// How often it was chased.
    pub chased: u16,
    /// Whether the late return was taken to a named senior.
    pub escalated: bool,
    /// Whether the request was withdrawn.
    pub withdrawn: bool,
}

impl Request {
    fn new(asked: AgencyRequest) -> Self {
        Self { asked, holds: None, chased: 0, escalated: false, withdrawn: false }
    }

    /// Whether an answer is still awaited.
    pub fn is_open(&self) -> bool {
        self.holds.is_none() && !self.withdrawn
    }
}

impl Standing {
    fn change(&mut self, agency: OrganisationId, change: impl FnOnce(&mut Request)) {
        if let Some(request) = self.requests.get_mut(&agency) {
            change(request);
        }
    }
}

/// Checks the steps of this part of a case's life.
pub(crate) fn check(_case: &Case, _command: &Command, _setting: &Setting<'_>, _problems: &mut Problems) {}
