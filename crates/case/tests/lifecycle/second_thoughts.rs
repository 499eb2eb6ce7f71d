//! Steps and looks that the stories of corrections and of erasure share.

use case::keeping::{Correction, Erasure, StrikeOut};
use case::{Case, Step, Word, Words};

use crate::given::{Given, words};

/// An entry was wrong, and this is what should have been recorded.
pub(crate) fn correct(entry: u32, with: Step) -> Step {
    Step::Correct(Correction { entry, with: Box::new(with) })
}

/// An entry should not have been recorded.
pub(crate) fn strike_out(entry: u32) -> Step {
    Step::StrikeOut(StrikeOut { entry })
}

/// Why it is corrected.
pub(crate) fn slip() -> Words {
    words(Word::Correction, "Slip of the pen")
}

/// The words of these entries are to be erased.
pub(crate) fn erase(entries: &[u32]) -> Step {
    Step::EraseWords(Erasure { entries: entries.to_vec() })
}

/// Why they are erased.
pub(crate) fn why() -> Words {
    words(Word::Reason, "The person asked for it")
}

/// The number of the latest entry of a kind.
pub(crate) fn entry(given: &Given, kind: &str) -> u32 {
    given.case.history().iter().rfind(|recorded| recorded.event.fact.kind() == kind).expect("recorded").seq
}

/// The case as it is read back from the record.
#[track_caller]
pub(crate) fn assert_replays(given: &Given) {
    assert_eq!(Case::replay(given.case.history().to_vec()), given.case);
}
