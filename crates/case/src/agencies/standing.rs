//! What agencies were asked, and what came of it.

use std::collections::BTreeMap;

use super::{Acknowledgement, AgencyRequest, Holds};
use crate::events::{Event, Fact};
use crate::{OrganisationId, When};

/// What each agency was asked, and what it returned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The latest request to each agency.
    pub requests: BTreeMap<OrganisationId, Request>,
}

/// One agency’s request and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What the agency was asked for.
    pub asked: AgencyRequest,
    /// When the agency was asked.
    pub asked_on: When,
    /// What the agency said before it answered.
    pub acknowledged: Option<Acknowledgement>,
    /// Whether it holds information, once it has answered.
    pub holds: Option<Holds>,
    /// When it answered.
    pub returned_on: Option<When>,
    /// How many times the agency was chased.
    pub chased: u16,
    /// Whether the late return was taken to a named senior.
    pub escalated: bool,
    /// Whether the request was withdrawn.
    pub withdrawn: bool,
}

impl Request {
    fn new(asked: AgencyRequest, asked_on: When) -> Self {
        Self {
            asked,
            asked_on,
            acknowledged: None,
            holds: None,
            returned_on: None,
            chased: 0,
            escalated: false,
            withdrawn: false,
        }
    }

    /// Whether an answer is still awaited.
    pub fn is_open(&self) -> bool {
        self.holds.is_none() && !self.withdrawn
    }
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::AgencyAsked(asked) => {
                self.requests.insert(asked.agency, Request::new(asked.clone(), event.on));
            }
            Fact::RequestAcknowledged(answer) => {
                self.change(answer.agency, |request| request.acknowledged = Some(answer.clone()));
            }
            Fact::SummaryReturned(answer) => self.change(answer.agency, |request| {
                request.holds = Some(answer.holds);
                request.returned_on = Some(event.on);
            }),
            Fact::AgencyChased(agency) => {
                self.change(agency.agency, |request| request.chased = request.chased.saturating_add(1));
            }
            Fact::ReturnEscalated(agency) => self.change(agency.agency, |request| request.escalated = true),
            Fact::ReturnReopened(reopened) => self.change(reopened.agency, |request| {
                request.holds = None;
                request.returned_on = None;
                request.asked.due = reopened.due;
            }),
            Fact::RequestWithdrawn(agency) => self.change(agency.agency, |request| request.withdrawn = true),
            _ => {}
        }
    }

    fn change(&mut self, agency: OrganisationId, change: impl FnOnce(&mut Request)) {
        if let Some(request) = self.requests.get_mut(&agency) {
            change(request);
        }
    }
}
