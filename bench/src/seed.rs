//! Invented cases for measuring: as many as wanted, with a realistic spread of stages, as a file that `cspr import` takes.

mod long_case;
pub(crate) mod open_cases;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::place::today;

/// The agencies asked in every rapid review.
const AGENCIES: [&str; 5] = ["council", "board", "police", "school", "hospital"];

/// Of how many referrals one is notifiable: the others end at the consideration, and the whole has ten entries a case.
const NOTIFIABLE: usize = 5;

/// How many steps give a history of 30 entries.
const THIRTY: usize = 22;

/// How many days lie between the first referral and the last, which is a few days before the day of measuring.
const DAYS: u64 = 1242;

/// The case with the long history, by its number.
const LONG: usize = 1;

/// Writes a file of `cases` cases. Case number 0 has the 30 entries that opening a case is measured with, and case
/// number 1 has 300.
pub(crate) fn write(path: &Path, cases: usize) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for line in parties() {
        writeln!(file, "{line}")?;
    }
    for number in 0..cases {
        writeln!(file, "{}", case(number))?;
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

/// One case that began on a day of its own and has come as far as its steps had happened by the day of measuring.
fn case(number: usize) -> Value {
    if number == LONG {
        return with_steps(number, &long_case::steps());
    }
    let began = (number as u64 * 7919) % DAYS;
    let first = NaiveDate::from_ymd_opt(2023, 1, 3).expect("a real day") + Days::new(began);
    let on = |days: u64| (first + Days::new(days)).to_string();
    let path =
        if number.is_multiple_of(NOTIFIABLE) { to_the_end(number, &on) } else { not_notifiable(number, &on) };
    let measured = today().to_string();
    let happened = |step: &Value| step["on"].as_str().is_some_and(|on| on <= measured.as_str());
    let most = if number == 0 { THIRTY } else { path.len() };
    let steps: Vec<Value> = path.into_iter().filter(happened).take(most).collect();
    with_steps(number, &steps)
}

fn with_steps(number: usize, steps: &[Value]) -> Value {
    json!({"case": {"key": format!("case-{number}"), "partnership": "measured", "steps": steps}})
}

fn step(on: &str, what: &Value, words: &Value) -> Value {
    json!({"on": on, "do": what, "words": words})
}

fn referred(number: usize, on: &dyn Fn(u64) -> String) -> [Value; 2] {
    let title = format!("Child, invented case {number}");
    [
        step(&on(0), &referral(&on(0)), &json!({"title": title, "account": account(number)})),
        step(&on(0), &json!({"consider": {"asked": []}}), &json!({})),
    ]
}

/// Every step from the referral to the Panel, in order; `on` gives the date so many days after the start.
fn to_the_submission(number: usize, lcspr: bool, on: &dyn Fn(u64) -> String) -> Vec<Value> {
    let step = |days: u64, what: Value, words: Value| step(&on(days), &what, &words);
    let mut steps = referred(number, on).to_vec();
    steps.extend([
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
    ]);
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
    steps.push(step(13, json!({"write_report": {"version": 1, "digest": "ab".repeat(32), "national": "no", "lcspr": lcspr, "recommendations": 3}}), answers()));
    steps.push(step(13, json!({"ask_partners": {"version": 1}}), json!({})));
    for partner in ["council", "icb", "police"] {
        let decision = json!({"question": "rapid_review", "partner": partner, "answer": "agree", "capacity": "delegated", "version": 1});
        steps.push(step(14, json!({"decide_as_partner": decision}), json!({"decided_by": "Delegate"})));
    }
    steps.push(step(16, json!({"submit_to_panel": {"version": 1}}), json!({})));
    steps
}

/// Every step of a case that ends at its rapid review.
fn to_the_end(number: usize, on: &dyn Fn(u64) -> String) -> Vec<Value> {
    let step = |days: u64, what: Value, words: Value| step(&on(days), &what, &words);
    let mut steps = to_the_submission(number, false, on);
    steps.push(step(
        30,
        json!({"record_panel_response": {"letter": on(29), "outcome": "agree_no_lcspr"}}),
        json!({"summary": "Agrees"}),
    ));
    steps.push(step(32, json!("close_at_rapid_review"), json!({"reason": "The learning is captured"})));
    steps.push(step(33, json!("open_actions"), json!({})));
    let action = json!({"open_action": {"number": 1, "owner_organisation": "@school", "due": on(120)}});
    let judged = json!({"judge_impact": {"number": 1, "kind": "audit", "judgement": "embedded"}});
    steps.extend([
        step(33, action, json!({"text": "Do it", "measure": "Look at it"})),
        step(110, json!({"complete_action": {"number": 1}}), json!({"evidence": "Done"})),
        step(111, json!("review_impact"), json!({})),
        step(200, judged, json!({"evidence": "Seen", "decided_by": "Quality group"})),
        step(201, json!({"close_action": {"number": 1}}), json!({})),
        step(202, json!("close"), json!({"decided_by": "The delegated partners"})),
    ]);
    steps
}

/// Every step of a case in which the criteria are not met: there it rests.
fn not_notifiable(number: usize, on: &dyn Fn(u64) -> String) -> Vec<Value> {
    let decision = json!({"decide_not_notifiable": {"harm": "serious_harm", "abuse": "not_suspected", "told": ["@board", "@police"]}});
    let mut steps = referred(number, on).to_vec();
    steps.push(step(&on(2), &decision, &decided()));
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
    json!({"national_significance": "None", "lcspr_reason": "Not needed", "good_practice": "Some", "actions": "Four", "scope": "Two years"})
}

/// A few sentences, different in each case.
fn account(number: usize) -> String {
    const WORDS: [&str; 8] = ["visit", "injury", "school", "clinic", "report", "delay", "record", "concern"];
    (0..24).map(|at| WORDS[(number * 31 + at * at) % WORDS.len()]).collect::<Vec<_>>().join(" ")
}
