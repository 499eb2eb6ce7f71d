//! A partnership whose cases are all open: in each an action waits, and of a known number of them somebody is to be told on
//! the day of measuring.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::{NOTIFIABLE, not_notifiable, parties, step, to_the_end, with_steps};
use crate::place::today;

/// Of how many cases somebody is to be told on the day of measuring, each of them somebody else.
pub(crate) const TOLD: usize = 1_000;

/// How many of the other cases wait for the same person.
pub(crate) const EACH: usize = 200;

/// On which days the actions are due of which is spoken on the day of measuring: it, and 2 and 10 working days later.
const SPOKEN_OF: [u64; 3] = [0, 2, 14];

/// From how many days after the day of measuring the others are due, and over how many days.
const LATER: (u64, u64) = (16, 300);

/// The day of a case on which it comes to its actions.
const ACTIONS: u64 = 33;

/// Writes a file of `cases` open cases.
pub(crate) fn write(path: &Path, cases: usize) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for line in parties().into_iter().chain((0..=owner(cases - 1)).map(person)) {
        writeln!(file, "{line}")?;
    }
    for number in 0..cases {
        writeln!(file, "{}", with_steps(number, &steps(number)))?;
    }
    file.flush()?;
    Ok(())
}

/// When the actions are due of which is spoken on the day of measuring.
pub(crate) fn spoken_of() -> [NaiveDate; 3] {
    SPOKEN_OF.map(|days| today() + Days::new(days))
}

/// The key of an owner of actions.
pub(crate) fn key(owner: usize) -> String {
    format!("owner-{owner}")
}

/// Whose action waits in a case, by number.
pub(crate) fn owner(case: usize) -> usize {
    case.checked_sub(TOLD).map_or(case, |later| TOLD + later / EACH)
}

fn person(owner: usize) -> Value {
    let held = json!({"organisation": "@school", "partnership": "@measured", "role": "contributor"});
    json!({"person": {
        "key": key(owner), "name": format!("Owner {owner}"), "email": format!("{}@measured.example", key(owner)),
        "memberships": [held],
    }})
}

/// A case that came to its actions some weeks or months ago, or to its consideration.
fn steps(number: usize) -> Vec<Value> {
    let first = today() - Days::new(40 + number as u64 * 7919 % 300);
    let on = |days: u64| (first + Days::new(days)).to_string();
    let mut steps =
        if number.is_multiple_of(NOTIFIABLE) { to_the_end(number, &on) } else { not_notifiable(number, &on) };
    let came_to = on(ACTIONS);
    steps.retain(|step| {
        step["on"].as_str().is_some_and(|on| on <= came_to.as_str())
            && step["do"].get("open_action").is_none()
    });
    let owner = format!("@{}", key(owner(number)));
    let due = if number < TOLD {
        spoken_of()[number % SPOKEN_OF.len()]
    } else {
        today() + Days::new(LATER.0 + number as u64 * 7919 % LATER.1)
    };
    steps.extend([
        step(&came_to, &json!({"grant_access": {"person": owner, "as_role": "contributor"}}), &json!({})),
        step(
            &came_to,
            &json!({"open_action": {"number": 1, "owner": owner, "due": due}}),
            &json!({"text": "Do it", "measure": "Look at it"}),
        ),
    ]);
    steps
}
