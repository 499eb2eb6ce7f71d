//! Whether there is an LCSPR, decided here or elsewhere.

use crate::{Case, Stage};

/// Whether an LCSPR was decided, here or before the case was brought in.
pub fn started(case: &Case) -> bool {
    case.lcspr.decision.is_some() || taken_over(case)
}

/// Whether the case was brought in with its LCSPR decided, so that what led there may be missing from the record.
pub fn taken_over(case: &Case) -> bool {
    case.brought_in_at.is_some_and(|stage| stage >= Stage::LcsprDecided)
}
