//! What several forms of the LCSPR ask alike.

use case::When;

use crate::form::question::{Question, when};

/// What stands under a box whose text travels with the case.
pub(super) const READERS: &str =
    "Everyone who may read the LCSPR reads this. Do not use names of children or families";

/// When the Panel was told that the review is held or stopped.
pub(super) const PANEL_TOLD: Question<When> =
    when("panel_told", "When was the National Panel told? (optional)")
        .short("Panel told")
        .called("Date the Panel was told")
        .hint("Leave empty if it has not been told yet");
