//! Questions that several forms of the rapid review ask.

use case::{When, Word};

use crate::form::question::{Question, YesOrNo, text, when, yes_or_no};

/// Where a period begins may be known in part.
pub(super) const PERIOD_FROM: &str =
    "For example, 27 3 2024. Leave out the day, or the day and the month, if you do not know them";
pub(super) const SCOPE_TO: Question<When> = when("scope_to", "Until when? (optional)")
    .short("Period to")
    .called("End of the period")
    .hint("For example, 27 3 2026");
/// Why what is asked before was not done.
pub(super) const WHY_NOT: Question<String> =
    text(Word::Reason, "If not, why not?").short("Why not").rows(3).hint("1 or 2 sentences");
/// The last question of every section: its writer decides whether it is complete, not the form.
pub(super) const COMPLETE: Question<bool> = yes_or_no(
    "complete",
    "Have you completed this section?",
    &YesOrNo("Yes, it is complete", "No, I will come back to it, or somebody else will"),
)
.short("Complete")
.missing("Select whether you have completed this section");
