//! Stages and phases as lists and addresses hold them.

use case::{Phase, Stage};
use serde::Serialize;

/// The stage of the code that lists hold; none where the reader may not know of it.
pub(crate) fn stage(code: &str) -> Option<Stage> {
    serde_json::from_value(code.into()).ok()
}

/// The code of a stage, as lists hold it.
pub(crate) fn code(stage: Stage) -> String {
    coded(stage)
}

/// A phase as addresses say it, such as `rapid-review`.
pub(crate) fn in_address(phase: Phase) -> String {
    coded(phase).replace('_', "-")
}

fn coded(value: impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_read_back_from_lists() {
        assert!(Stage::ALL.iter().all(|one| stage(&code(*one)) == Some(*one)));
        assert_eq!(stage(""), None);
    }

    #[test]
    fn every_phase_has_an_address_of_its_own() {
        let codes: std::collections::BTreeSet<_> =
            Phase::ALL.iter().map(|phase| in_address(*phase)).collect();
        assert_eq!(codes.len(), Phase::ALL.len());
        assert_eq!(in_address(Phase::RapidReview), "rapid-review");
    }
}
