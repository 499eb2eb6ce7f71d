//! `cspr --help`, and what can be recorded.

use std::process::{Command, Stdio};

use crate::harness::Cspr;

#[test]
fn help_lists_every_command_and_each_has_help_of_its_own() {
    let cspr = Cspr::nowhere();
    let help = cspr.ok(&["--help"]);
    for command in [
        "case",
        "cases",
        "count",
        "due",
        "erase",
        "explain",
        "export",
        "heads",
        "holidays",
        "import",
        "mail",
        "migrate",
        "organisations",
        "partnerships",
        "people",
        "rebuild",
        "record",
        "remind",
        "search",
        "steps",
        "verify",
    ] {
        assert!(help.contains(&format!("\n  {command} ")), "{command} is not in\n{help}");
        let own = cspr.ok(&[command, "--help"]);
        assert!(own.contains("Usage: cspr"), "{own}");
    }
    assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
}

#[test]
fn every_step_of_the_lifecycle_is_listed_with_what_it_asks_for() {
    let steps = Cspr::nowhere().json(&["steps"]);
    let notify = steps.as_array().unwrap().iter().find(|step| step["step"] == "notify").unwrap();
    assert_eq!(notify["fields"][1]["name"], "told");
    assert_eq!(notify["fields"][1]["holds"], "list of: council | icb | police");
    let said = Cspr::nowhere().refused(&["steps", "notfy"]);
    assert!(said.contains("`cspr steps` lists them all"), "{said}");
}

#[test]
fn without_a_record_it_says_how_to_start_one() {
    let said = Cspr::nowhere().refused(&["due"]);
    assert!(said.contains("there is no record at") && said.contains("cspr migrate"), "{said}");
}

#[test]
fn whoever_stops_reading_early_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cspr"))
        .args(["steps", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ran = child.wait_with_output().unwrap();
    assert!(ran.status.success() && ran.stderr.is_empty(), "{ran:?}");
}
