//! One entry of a case's history, and its facts as they are stored.

use serde::{Deserialize, Serialize};

use super::Fact;
use crate::{When, Words};

/// One entry of a case's history: when it happened, what it was, and what somebody wrote with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When it happened, as precisely as it is known.
    pub on: When,
    /// What happened, with nothing in it that anyone typed.
    pub fact: Fact,
    /// What somebody wrote; empty once erased.
    pub words: Words,
}

/// The facts of an event as they are stored, apart from the words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    on: When,
    what: Fact,
}

impl Event {
    /// The facts as JSON text, such as `{"on":"2026-03-10","what":{"notified":{}}}`.
    ///
    /// # Panics
    /// Never: facts have no map with keys that are not text.
    pub fn facts_json(&self) -> String {
        #[derive(Serialize)]
        struct Facts<'a> {
            on: When,
            what: &'a Fact,
        }
        serde_json::to_string(&Facts { on: self.on, what: &self.fact })
            .expect("facts have no map with keys that are not text")
    }

    /// The event that was stored as these facts, with the words that are left of it.
    pub fn from_json(facts: &str, words: Words) -> Result<Self, serde_json::Error> {
        serde_json::from_str(facts).map(|Facts { on, what: fact }| Self { on, fact, words })
    }
}
