//! The step that leads to an entry, for whoever records it again in other words.

use std::collections::BTreeSet;

use case::{Fact, Stage};
use proptest::prelude::*;

use crate::anything::Choices;
use crate::every::{every_fact, every_step};

/// The name under which a step is written.
fn name(step: &case::Step) -> String {
    match serde_json::to_value(step).unwrap() {
        serde_json::Value::String(name) => name,
        other => other.as_object().unwrap().keys().next().unwrap().clone(),
    }
}

#[test]
fn every_step_but_three_is_found_again_in_its_entry() {
    let found: BTreeSet<_> = every_fact()
        .into_iter()
        .filter_map(|(_, fact)| fact.into_step())
        .collect::<Vec<_>>()
        .iter()
        .map(name)
        .collect();
    let all: BTreeSet<_> = every_step().iter().map(|(_, step)| name(step)).collect();
    let lost: Vec<_> = all.difference(&found).map(String::as_str).collect();
    // Corrections are corrected by the entry they are about, and a name is not in the record.
    assert_eq!(lost, ["correct", "identify_child", "strike_out"]);
    assert!(found.is_subset(&all));
}

#[test]
fn an_entry_moves_a_case_as_the_kind_of_its_step_says() {
    let mut moves_at_some_stages = Vec::new();
    for (name, fact) in every_fact() {
        let moves: Vec<_> = Stage::ALL.iter().map(|stage| fact.moves(*stage)).collect();
        let always = fact.step_kind().and_then(|kind| kind.moves());
        if moves.iter().any(|step| *step != always) {
            assert_eq!(always, None, "{name} does not move a case from every stage");
            moves_at_some_stages.push(name);
        }
    }
    assert_eq!(
        moves_at_some_stages,
        [
            "summary_returned",
            "meeting_held",
            "partners_asked",
            "panel_responded",
            "national_review_commissioned",
            "final_report_agreed",
            "copies_sent"
        ]
    );
}

proptest! {
    #[test]
    fn an_entry_is_of_the_kind_of_its_step(bytes in prop::collection::vec(any::<u8>(), 40)) {
        let fact: Fact = Choices::from(&bytes).any();
        prop_assert_eq!(fact.step_kind(), fact.into_step().map(|step| step.kind()));
    }
}
