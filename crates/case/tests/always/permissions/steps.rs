//! Every step, and what it says that makes a difference to who may record it.

use case::Step;
use serde_json::{Value, json};

use super::cast::{ANOTHER, HERE, OWN, id};
use crate::every;

/// The variations of a step that make a difference to who may record it.
fn variations(name: &str) -> Vec<(&'static str, Value)> {
    match name {
        "refer" | "bring_in" => vec![("here", json!({"partnership": id(HERE)}))],
        "give_view" | "send_back" => vec![
            ("council", json!({"partner": "council"})),
            ("icb", json!({"partner": "icb"})),
            ("police", json!({"partner": "police"})),
        ],
        "decide_as_partner" => vec![
            ("council", json!({"partner": "council", "on_behalf": null})),
            ("icb", json!({"partner": "icb", "on_behalf": null})),
            ("police", json!({"partner": "police", "on_behalf": null})),
            ("police, on their behalf", json!({"partner": "police", "on_behalf": "email"})),
        ],
        "acknowledge_request" | "return_summary" => {
            vec![("own agency", json!({"agency": id(OWN)})), ("another's", json!({"agency": id(ANOTHER)}))]
        }
        "comment_on_draft" => vec![
            ("own agency", json!({"agency": id(OWN)})),
            ("another's", json!({"agency": id(ANOTHER)})),
            ("no agency", json!({"agency": null})),
        ],
        "update_action" | "complete_action" => {
            vec![("own", json!({"number": 1})), ("another's", json!({"number": 2}))]
        }
        "add_note" => vec![("", json!({"restricted": false})), ("restricted", json!({"restricted": true}))],
        "correct" => vec![
            ("by a note", json!({"with": {"add_note": {}}})),
            ("by a police decision", json!({"with": {"decide_as_partner": police_decision()}})),
            ("by erasing words", json!({"with": {"erase_words": {}}})),
        ],
        _ => vec![("", Value::Null)],
    }
}

fn police_decision() -> Value {
    json!({"question": "sign_off", "partner": "police", "answer": "agree", "capacity": "lead"})
}

/// Every step with its variations, under a name for the table.
pub(super) fn steps() -> Vec<(String, Step)> {
    let one = |(name, step): (&'static str, Step)| {
        variations(name).into_iter().map(move |(variation, changes)| {
            let mut value = serde_json::to_value(&step).unwrap();
            if let (Some(payload), Value::Object(changes)) = (value.get_mut(name), changes) {
                payload.as_object_mut().unwrap().extend(changes);
            }
            let label = if variation.is_empty() { name.to_owned() } else { format!("{name} ({variation})") };
            (label, serde_json::from_value(value).unwrap())
        })
    };
    every::every_step().into_iter().flat_map(one).collect()
}
