//! Where a case of a list is found.

use case::{PartnershipId, Reference};

use crate::app::Known;
use crate::signed_in::SignedIn;

/// The address of a case. Whoever has to do with several partnerships finds the partnership in it, because each counts
/// its cases from 1.
pub(crate) fn of_case(
    known: &Known,
    visitor: &SignedIn,
    partnership: PartnershipId,
    reference: Reference,
) -> String {
    let elsewhere = visitor.actor.memberships.iter().any(|held| held.partnership != partnership);
    match known.partnership(partnership).filter(|_| elsewhere) {
        Some(partnership) => format!("/cases/{}.{reference}", partnership.slug),
        None => format!("/cases/{reference}"),
    }
}
