//! Where a case of a list is found.

use case::{Membership, PartnershipId, Reference};

use crate::app::Known;
use crate::session::SignedIn;

/// The address of a case. Whoever has to do with several partnerships finds the partnership in it, because each counts
/// its cases from 1.
pub(crate) fn of_case(
    known: &Known,
    visitor: &SignedIn,
    partnership: PartnershipId,
    reference: Reference,
) -> String {
    of_case_for(known, &visitor.actor.memberships, partnership, reference)
}

/// The same address for somebody who holds these roles, as a letter to them says it.
pub(crate) fn of_case_for<'m>(
    known: &Known,
    roles: impl IntoIterator<Item = &'m Membership>,
    partnership: PartnershipId,
    reference: Reference,
) -> String {
    let elsewhere = roles.into_iter().any(|held| held.partnership != partnership);
    match known.partnership(partnership).filter(|_| elsewhere) {
        Some(partnership) => format!("/cases/{}.{reference}", partnership.slug),
        None => format!("/cases/{reference}"),
    }
}
