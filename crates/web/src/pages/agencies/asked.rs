//! The agencies that were asked, and how each request stands.

use case::agencies::{Holds, Request};
use case::{ClockKey, ClockState, OrganisationId};

use crate::case_view::OpenCase;
use crate::components::Urgency;
use crate::text::clock::urgency;
use crate::text::grammar::{lower_first, several};

/// How many working days before its date a request may be called due.
const NEAR: u32 = 3;

/// One request.
pub(super) struct Asked<'o> {
    pub(super) agency: OrganisationId,
    pub(super) name: String,
    pub(super) request: &'o Request,
    state: Option<ClockState>,
    words: String,
}

/// Every request: those that are awaited by their date, then those that were answered, then those withdrawn.
pub(super) fn all(open: &OpenCase) -> Vec<Asked<'_>> {
    let mut all: Vec<_> =
        open.case.agencies.requests.keys().filter_map(|agency| one(open, *agency)).collect();
    all.sort_by_key(|asked| {
        let rank = (asked.request.withdrawn, asked.request.holds.is_some(), asked.request.asked.due);
        (rank, asked.name.clone())
    });
    all
}

/// The request of one agency.
pub(super) fn one(open: &OpenCase, agency: OrganisationId) -> Option<Asked<'_>> {
    let request = open.case.agencies.requests.get(&agency)?;
    let clocks = open.clocks();
    let clock = clocks.iter().find(|clock| clock.key == ClockKey::AgencyReturn(agency));
    let state = clock.map(|clock| clock.state(open.today, open.calendar()));
    let words = match clock {
        Some(clock) => clock.words(open.today, open.calendar()),
        None => "Not received yet".to_owned(),
    };
    let is_tomorrow = (request.asked.due - open.today).num_days() == 1;
    let runs = matches!(state, Some(ClockState::Running { .. }));
    let words = if runs && is_tomorrow { "Due tomorrow".to_owned() } else { words };
    Some(Asked { agency, name: open.names().organisation(agency), request, state, words })
}

impl Asked<'_> {
    /// Whether it is late.
    pub(super) fn is_late(&self) -> bool {
        self.request.is_open() && matches!(self.state, Some(ClockState::Overdue { .. }))
    }

    /// Whether it is time for a reminder: due in 3 working days or fewer, or late.
    pub(super) fn is_due(&self) -> bool {
        let near = match self.state {
            Some(ClockState::Running { left }) => left <= NEAR,
            Some(ClockState::DueToday | ClockState::Overdue { .. }) => true,
            _ => false,
        };
        self.request.is_open() && near
    }

    /// “Northmere Community Health is 1 working day overdue”.
    pub(super) fn late(&self) -> String {
        format!("{} is {}", self.name, lower_first(&self.words))
    }

    /// “Received 18 March 2026”, “Nothing held”, “Due tomorrow”, “1 working day overdue”.
    pub(super) fn standing(&self) -> String {
        match (self.request.withdrawn, self.request.holds, self.request.returned_on) {
            (true, ..) => "Withdrawn".to_owned(),
            (_, Some(Holds::Information), Some(on)) => format!("Received {on}"),
            (_, Some(Holds::Information), None) => "Received".to_owned(),
            (_, Some(Holds::Nothing), _) => "Nothing held".to_owned(),
            _ => self.words.clone(),
        }
    }

    /// How near it is.
    pub(super) fn urgency(&self) -> Urgency {
        match &self.state {
            Some(state) if self.request.is_open() => urgency(state),
            _ => Urgency::History,
        }
    }

    /// What happened since it was asked, in short: “Checking its records. Reminded once”.
    pub(super) fn note(&self) -> String {
        if !self.request.is_open() {
            return String::new();
        }
        let said = self.request.acknowledged.as_ref().map(|said| {
            if said.checking { "Checking its records" } else { "Holds information, the summary follows" }
        });
        let reminded = match self.request.chased {
            0 => None,
            1 => Some("Reminded once".to_owned()),
            times => Some(format!("Reminded {}", several(times.into(), "time", "times"))),
        };
        let escalated = self.request.escalated.then(|| "Taken to a senior person".to_owned());
        let all: Vec<_> = said.map(str::to_owned).into_iter().chain(reminded).chain(escalated).collect();
        all.join(". ")
    }
}
