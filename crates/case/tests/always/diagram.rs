//! The diagram three times over: as the rules have it, as `docs/lifecycle.md` draws it, and as it was written by hand
//! from the guidance for the fuzzer.

use std::collections::BTreeSet;

use case::consideration::{BroughtIn, CaseKind};
use case::{Case, Command, Move, PartnershipId, Phase, Stage, Step, When};
use chrono::Days;
use uuid::Uuid;

use crate::anything::FIRST_DAY;
use crate::{every, walk};

#[path = "../../fuzz/src/diagram.rs"]
mod by_hand;

type Arrow = (String, String, String);

fn name(stage: Stage) -> String {
    match stage {
        Stage::New => "[*]".into(),
        stage => format!("{stage:?}"),
    }
}

fn arrows_of_the_rules() -> BTreeSet<Arrow> {
    let moves = Move::ALL.iter().flat_map(|step| {
        let (from, to) = step.path();
        from.iter().map(move |from| (name(*from), name(to), step.label().to_owned()))
    });
    let ends = Stage::ALL.iter().filter(|stage| stage.is_end());
    moves.chain(ends.map(|stage| (name(*stage), "[*]".into(), String::new()))).collect()
}

/// The arrows of all state diagrams in the page, each drawn once.
fn arrows_of_the_page() -> BTreeSet<Arrow> {
    let page = include_str!("../../../../docs/lifecycle.md");
    let mut arrows = BTreeSet::new();
    for diagram in page.split("```mermaid\nstateDiagram-v2\n").skip(1) {
        let (diagram, _) = diagram.split_once("```").expect("the drawing ends");
        for line in diagram.lines() {
            let (from, rest) = line.split_once("-->").unwrap_or_else(|| panic!("not an arrow: {line}"));
            let (to, label) = rest.split_once(" : ").unwrap_or((rest, ""));
            let arrow = (from.trim().into(), to.trim().into(), label.trim().into());
            assert!(arrows.insert(arrow), "drawn twice: {line}");
        }
    }
    arrows
}

#[test]
fn the_page_draws_every_arrow_of_the_rules_and_no_other() {
    let (rules, page) = (arrows_of_the_rules(), arrows_of_the_page());
    let missing: Vec<_> = rules.difference(&page).collect();
    let invented: Vec<_> = page.difference(&rules).collect();
    assert!(
        missing.is_empty() && invented.is_empty(),
        "not drawn: {missing:#?}\nnot in the rules: {invented:#?}"
    );
}

#[test]
fn the_rules_and_the_diagram_written_by_hand_have_the_same_arrows() {
    for from in Stage::ALL {
        for to in Stage::ALL {
            let in_rules = Move::ALL.iter().any(|step| from.after(*step) == Some(*to));
            assert_eq!(in_rules, by_hand::has_arrow(*from, *to), "{from:?} to {to:?}");
        }
    }
}

#[test]
fn a_case_can_come_from_its_beginning_to_every_stage() {
    let mut reached = BTreeSet::from([Stage::New]);
    while let Some(next) = Move::ALL.iter().find_map(|step| {
        let (from, to) = step.path();
        (from.iter().any(|stage| reached.contains(stage)) && !reached.contains(&to)).then_some(to)
    }) {
        reached.insert(next);
    }
    let all: BTreeSet<_> = Stage::ALL.iter().copied().collect();
    assert_eq!(reached, all);
}

#[test]
fn every_phase_has_stages() {
    let empty: Vec<_> = Phase::ALL.iter().filter(|phase| phase.stages().next().is_none()).collect();
    assert!(empty.is_empty(), "{empty:?}");
}

/// How many walks set out from every stage, and how far each goes.
const WALKS: usize = 3;
const STEPS: u64 = 8;

#[test]
fn whatever_is_tried_from_any_stage_a_case_only_follows_the_arrows() {
    let mut bytes = every::any_bytes();
    let mut walked = BTreeSet::new();
    for stage in Stage::ALL.iter().filter(|stage| **stage != Stage::New).flat_map(|stage| [stage; WALKS]) {
        let mut case = brought_in(*stage);
        for day in 1..=STEPS {
            let followed = try_every_step(&case, day, &mut bytes);
            for (from, to) in followed.iter().flat_map(|(_, moved)| moved) {
                assert!(by_hand::has_arrow(*from, *to), "{from:?} to {to:?}");
                walked.insert((*from, *to));
            }
            let chance = usize::from(bytes.next().expect("they never end"));
            let onwards: Vec<_> = followed.iter().filter(|(_, moved)| !moved.is_empty()).collect();
            let ways =
                if chance % 2 == 0 || onwards.is_empty() { followed.iter().collect() } else { onwards };
            case = ways[chance % ways.len()].0.clone();
        }
    }
    let arrows = arrows_of_the_rules().len();
    assert!(walked.len() * 3 > arrows * 2, "only {} of {arrows} arrows were walked", walked.len());
}

/// The case after each of the steps that can be recorded next, and the arrows it followed. Corrections tell the past
/// anew, and follow none.
fn try_every_step(
    case: &Case,
    day: u64,
    bytes: &mut impl Iterator<Item = u8>,
) -> Vec<(Case, Vec<(Stage, Stage)>)> {
    let on = When::Day(FIRST_DAY + Days::new(day));
    let tried = every::each_step(bytes).filter(|step| !matches!(step, Step::Correct(_) | Step::StrikeOut(_)));
    let followed = tried.filter_map(|step| {
        let events = walk::ask(case, Command { on, step, words: every::every_word() }).ok()?;
        let mut case = case.clone();
        let moved = walk::record(&mut case, events);
        Some((case, moved))
    });
    followed.collect()
}

/// A case that was taken over at a stage.
fn brought_in(stage: Stage) -> Case {
    let step = Step::BringIn(BroughtIn {
        partnership: PartnershipId(Uuid::nil()),
        kind: CaseKind::SeriousIncident,
        stage,
        incident: When::NotKnown,
        aware: When::NotKnown,
        known: Vec::new(),
    });
    let mut case = Case::new();
    let command = Command { on: When::Day(FIRST_DAY), step, words: every::every_word() };
    let events = walk::ask(&case, command).unwrap_or_else(|rejection| panic!("{stage}: {rejection}"));
    walk::record(&mut case, events);
    case
}
