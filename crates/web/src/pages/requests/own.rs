//! The request of the visitor's own agency.

use case::{Area, OrganisationId, Role};

use crate::case_view::OpenCase;

/// The page of the request, below the case.
pub(super) fn path(agency: OrganisationId) -> String {
    format!("/requests/{agency}")
}

/// Whether the visitor answers for this agency in this case.
pub(super) fn speaks_for(open: &OpenCase, agency: OrganisationId) -> bool {
    let roles = &open.visitor.actor.memberships;
    let is_own = roles.iter().any(|held| held.role == Role::Contributor && held.organisation == agency);
    let was_asked = open.case.agencies.requests.contains_key(&agency);
    is_own && was_asked && open.shows(Area::Request(agency))
}

/// Whether an answer is awaited.
pub(super) fn is_open(open: &OpenCase, agency: OrganisationId) -> bool {
    let request = open.case.agencies.requests.get(&agency);
    request.is_some_and(case::agencies::Request::is_open) && !open.case.is_closed()
}

/// What can still be changed after an answer was sent.
pub(super) const AFTERWARDS: &str = "The business unit has it. If you find more or something is wrong, the business unit can open your answer again.";
