//! Entries are kept for ever, so what was once stored must always be read.
//!
//! `samples` holds stored facts, at least one file for every kind: `notified.json`, and `notified.2.json` when the kind
//! has grown a field. A file is never changed or removed. How each would be stored today is a snapshot, so that a
//! change of the format is seen by whoever reviews it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use case::{Event, Fact, Words};

use crate::every;

/// Each sample with the name of its file, `notified.2`, in the order of the names.
fn samples() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/always/samples");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut samples: Vec<_> = files
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    samples.sort();
    samples
}

fn kind_of(sample: &str) -> &str {
    sample.split('.').next().unwrap_or(sample)
}

#[test]
fn whatever_was_once_stored_is_read() {
    for (name, stored) in samples() {
        let event = Event::from_json(&stored, Words::none());
        let event = event.unwrap_or_else(|error| panic!("{name} cannot be read any more: {error}"));
        assert_eq!(event.fact.kind(), kind_of(&name));
    }
}

#[test]
fn every_kind_of_entry_has_a_sample() {
    let samples = samples();
    let kept: BTreeSet<_> = samples.iter().map(|(name, _)| kind_of(name)).collect();
    let all: BTreeSet<_> = Fact::KINDS.iter().copied().collect();
    assert_eq!(kept, all, "keep a stored sample of each kind in tests/always/samples");
}

#[test]
fn every_kind_of_entry_is_stored_as_it_was_agreed() {
    for (name, stored) in samples() {
        let event = Event::from_json(&stored, Words::none()).unwrap();
        insta::assert_snapshot!(name, event.facts_json());
    }
}

#[test]
fn the_name_of_a_kind_is_its_name_in_json() {
    let named: Vec<_> = every::every_fact().iter().map(|(name, fact)| (*name, fact.kind())).collect();
    assert!(named.iter().all(|(json, kind)| json == kind), "{named:?}");
    assert_eq!(named.len(), Fact::KINDS.len());
}
