//! Keys: names of the writer's own for organisations, partnerships, people and cases.

use case::{CaseId, PartnershipId};
use serde::{Deserialize, Deserializer, de};
use serde_json::Value;
use uuid::Uuid;

/// Under this all keys become ids, the same on every machine. It must never change.
const NAMESPACE: Uuid = Uuid::from_u128(0x9d3c_67a1_0e52_4b8f_a6d4_5c11_72e8_30bb);

/// A key and the id it stands for. A UUID is a key that stands for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// As written, without the `@`.
    pub(crate) name: String,
    /// The id.
    pub(crate) id: Uuid,
}

impl Key {
    /// The key of this name.
    pub(crate) fn new(name: &str) -> Self {
        let name = name.strip_prefix('@').unwrap_or(name).to_owned();
        let id = Uuid::parse_str(&name).unwrap_or_else(|_| Uuid::new_v5(&NAMESPACE, name.as_bytes()));
        Self { name, id }
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        if name.trim_start_matches('@').is_empty() || name.contains(char::is_whitespace) {
            return Err(de::Error::custom(format!(
                "“{name}” is not a key: write a short name without spaces"
            )));
        }
        Ok(Self::new(&name))
    }
}

/// The id that a key stands for.
pub fn id_of(key: &str) -> Uuid {
    Key::new(key).id
}

/// The id of a case: a key is unique within its partnership.
pub(crate) fn case_id(partnership: PartnershipId, key: &Key) -> CaseId {
    CaseId(Uuid::new_v5(&partnership.0, key.name.as_bytes()))
}

/// Puts ids in the place of all texts such as `@northmere-police`; answers with the first key that `known` refuses.
pub fn resolve(value: &mut Value, known: &impl Fn(Uuid) -> bool) -> Result<(), String> {
    match value {
        Value::String(text) if text.starts_with('@') => {
            let key = Key::new(text);
            if !known(key.id) {
                return Err(key.name);
            }
            *text = key.id.to_string();
            Ok(())
        }
        Value::Array(values) => values.iter_mut().try_for_each(|value| resolve(value, known)),
        Value::Object(fields) => fields.values_mut().try_for_each(|value| resolve(value, known)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_key_is_the_same_id_on_every_machine() {
        assert_eq!(Key::new("northmere").id.to_string(), Key::new("@northmere").id.to_string());
        assert_ne!(Key::new("northmere").id, Key::new("southmere").id);
    }

    #[test]
    fn an_id_stands_for_itself() {
        let id = Uuid::from_u128(7);
        assert_eq!(Key::new(&id.to_string()).id, id);
    }

    #[test]
    fn keys_are_resolved_at_any_depth_and_unknown_ones_named() {
        let police = Key::new("police").id;
        let mut value = json!({"ask_agency": {"agency": "@police", "also": ["@police", "plain"]}});
        resolve(&mut value, &|id| id == police).unwrap();
        let expected = json!({"ask_agency": {"agency": police, "also": [police, "plain"]}});
        assert_eq!(value, expected);

        let mut value = json!(["@police", "@nobody"]);
        assert_eq!(resolve(&mut value, &|id| id == police), Err("nobody".to_owned()));
    }
}
