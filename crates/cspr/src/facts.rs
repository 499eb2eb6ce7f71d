//! What an entry of the history says, put into words.

use case::{Fact, When};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::names::Names;

/// What kind of entry it is and what it holds, such as `view given` and `partner: council, notifiable: yes`.
pub(crate) fn in_words(fact: &Fact, names: &Names) -> (String, String) {
    match fact {
        Fact::Corrected(correction) => match &correction.with {
            None => (format!("strikes out entry {}", correction.entry), String::new()),
            Some(with) => {
                let (kind, held) = in_words(with, names);
                (format!("corrects entry {}: {kind}", correction.entry), held)
            }
        },
        // Who the child is, is kept apart from the case.
        Fact::ChildIdentified(identified) => (kind(fact), format!("child: {}", identified.child)),
        _ => (kind(fact), held(fact, names)),
    }
}

fn kind(fact: &Fact) -> String {
    fact.kind().replace('_', " ")
}

fn held(fact: &Fact, names: &Names) -> String {
    let json = serde_json::to_value(fact).unwrap_or_default();
    match json.get(fact.kind()) {
        Some(Value::Object(fields)) => pairs(fields, names),
        Some(other) => words(other, names).unwrap_or_default(),
        None => String::new(),
    }
}

/// Such as `agency: Northmere Police, due: 12 March 2026`. Digests are for programs, and are left out.
fn pairs(fields: &Map<String, Value>, names: &Names) -> String {
    let pair = |(name, value): (&String, &Value)| {
        let words = words(value, names).filter(|_| name != "digest")?;
        Some(format!("{}: {words}", name.replace('_', " ")))
    };
    fields.iter().filter_map(pair).collect::<Vec<_>>().join(", ")
}

/// A value in words; none where there is nothing to say.
fn words(value: &Value, names: &Names) -> Option<String> {
    let words = match value {
        Value::Null => return None,
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text_in_words(text, names),
        Value::Array(items) => {
            items.iter().filter_map(|item| words(item, names)).collect::<Vec<_>>().join("; ")
        }
        Value::Object(fields) => pairs(fields, names),
    };
    Some(words).filter(|words| !words.is_empty())
}

fn text_in_words(text: &str, names: &Names) -> String {
    if let Ok(id) = Uuid::parse_str(text) {
        return names.of(id);
    }
    match text.parse::<When>() {
        Ok(When::NotKnown) | Err(_) => text.replace('_', " "),
        Ok(when) => when.to_string(),
    }
}
