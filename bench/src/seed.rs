//! Invented cases for measuring: as many as wanted, with a realistic spread of stages, as a file that `cspr import` takes.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// The agencies asked in every rapid review.
const AGENCIES: [&str; 5] = ["council", "board", "police", "school", "hospital"];

/// How far each case of ten has come, as a number of steps. Most cases end early, and the whole has ten entries a case.
const SPREAD: [usize; 10] = [1, 2, 2, 3, 4, 4, 6, 7, 9, 20];

/// How many steps take a case all the way to its actions: a history of 30 entries.
pub(crate) const WHOLE: usize = 26;

/// Writes a file of `cases` cases. Case number 0 is whole: it has the 30 entries that opening a case is measured with.
pub(crate) fn write(path: &Path, cases: usize) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for line in parties() {
        writeln!(file, "{line}")?;
    }
    for number in 0..cases {
        let steps = if number == 0 { WHOLE } else { SPREAD[number % SPREAD.len()] };
        writeln!(file, "{}", case(number, steps))?;
    }
    file.flush()?;
    Ok(())
}

fn parties() -> Vec<Value> {
    let organisation =
        |key: &str, kind: &str| json!({"organisation": {"key": key, "kind": kind, "name": key}});
    let mut lines = vec![
        organisation("council", "council"),
        organisation("board", "icb"),
        organisation("police", "police"),
        organisation("school", "agency"),
        organisation("hospital", "agency"),
    ];
    let members: Vec<_> = AGENCIES.iter().map(|agency| (*agency).to_owned()).collect();
    lines.push(
        json!({"partnership": {"key": "measured", "name": "Measured partnership", "members": members}}),
    );
    lines
}

/// One case that began on a day of its own and has come `steps` steps far.
fn case(number: usize, steps: usize) -> Value {
    // Starts lie in 2023 to 2026, so that some time limits are long past and some still run.
    let first =
        NaiveDate::from_ymd_opt(2023, 1, 3).expect("a real day") + Days::new((number as u64 * 7919) % 1300);
    let on = |days: u64| (first + Days::new(days)).to_string();
    let steps: Vec<Value> = path(number, &on).into_iter().take(steps).collect();
    json!({"case": {"key": format!("case-{number}"), "partnership": "measured", "steps": steps}})
}

/// Every step of a case that ends at its rapid review, in order; `on` gives the date so many days after the start.
fn path(number: usize, on: &dyn Fn(u64) -> String) -> Vec<Value> {
    let step = |days: u64, what: Value, words: Value| json!({"on": on(days), "do": what, "words": words});
    let mut steps = vec![
        step(
            0,
            referral(&on(0)),
            json!({"title": format!("Child, invented case {number}"), "account": account(number)}),
        ),
        step(0, json!({"consider": {"asked": []}}), json!({})),
        step(
            1,
            json!({"decide_notifiable": {"harm": "serious_harm", "abuse": "suspected", "locus": "in_area"}}),
            decided(),
        ),
        step(
            3,
            json!({"notify": {"told": ["icb", "police"]}}),
            json!({"reference": "N-1", "decided_by": "Notifier"}),
        ),
        step(
            4,
            json!({"open_rapid_review": {"scope_from": "2022", "scope_to": on(0), "executives_told": true}}),
            json!({"scope": "Two years"}),
        ),
    ];
    for agency in AGENCIES {
        steps.push(step(
            4,
            json!({"ask_agency": {"agency": format!("@{agency}"), "due": on(11)}}),
            json!({}),
        ));
    }
    for agency in AGENCIES {
        let answer = json!({"return_summary": {"agency": format!("@{agency}"), "holds": "information"}});
        steps.push(step(10, answer, json!({"summary": account(number), "decided_by": "Lead"})));
    }
    steps.push(step(
        12,
        json!({"hold_meeting": {"present": ["council", "icb", "police"], "safety_checked": true}}),
        meeting(),
    ));
    steps.push(step(13, json!({"write_report": {"version": 1, "digest": "ab".repeat(32), "national": "no", "lcspr": false, "recommendations": 3}}), answers()));
    steps.push(step(13, json!({"ask_partners": {"version": 1}}), json!({})));
    for partner in ["council", "icb", "police"] {
        let decision = json!({"question": "rapid_review", "partner": partner, "answer": "agree", "capacity": "delegated", "version": 1});
        steps.push(step(14, json!({"decide_as_partner": decision}), json!({"decided_by": "Delegate"})));
    }
    steps.push(step(16, json!({"submit_to_panel": {"version": 1}}), json!({})));
    steps.push(step(
        30,
        json!({"record_panel_response": {"letter": on(29), "outcome": "agree_no_lcspr"}}),
        json!({"summary": "Agrees"}),
    ));
    steps.push(step(32, json!("close_at_rapid_review"), json!({"reason": "The learning is captured"})));
    steps.push(step(33, json!("open_actions"), json!({})));
    for number in 1..=4 {
        let action =
            json!({"open_action": {"number": number, "owner_organisation": "@school", "due": on(120)}});
        steps.push(step(33, action, json!({"text": "Do it", "measure": "Look at it"})));
    }
    steps
}

fn referral(on: &str) -> Value {
    json!({"refer": {"partnership": "@measured", "kind": "serious_incident", "incident": on, "aware": on, "locus": "in_area"}})
}

fn decided() -> Value {
    json!({"decided_by": "Director", "reason": "Both criteria are met", "comment": "No view was given in time"})
}

fn meeting() -> Value {
    json!({"facts": "What was known", "learning": "What was learnt"})
}

fn answers() -> Value {
    json!({"national_significance": "None", "lcspr_reason": "Not needed", "good_practice": "Some", "actions": "Four"})
}

/// A few sentences, different in each case.
fn account(number: usize) -> String {
    const WORDS: [&str; 8] = ["visit", "injury", "school", "clinic", "report", "delay", "record", "concern"];
    (0..24).map(|at| WORDS[(number * 31 + at * at) % WORDS.len()]).collect::<Vec<_>>().join(" ")
}
