//! The step that leads to an entry, for whoever records it again in other words.

use std::collections::BTreeSet;

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
