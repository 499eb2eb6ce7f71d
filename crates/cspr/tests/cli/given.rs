//! A partnership of invented names, and cases told as steps. All of it is synthetic.

use serde_json::{Value, json};

use crate::harness::Cspr;

/// The organisations, the partnership and a person, as lines of an import file.
pub(crate) const NORTHMERE: &str = r#"{"organisation": {"key": "northmere-council", "kind": "council", "name": "Northmere Council"}}
{"organisation": {"key": "northmere-icb", "kind": "icb", "name": "Northmere ICB"}}
{"organisation": {"key": "northmere-police", "kind": "police", "name": "Northmere Police"}}
{"partnership": {"key": "northmere", "name": "Northmere Partnership", "members": ["northmere-council", "northmere-icb", "northmere-police"]}}
{"person": {"key": "jo", "name": "Jo Example", "email": "jo@northmere.example", "memberships": [{"organisation": "northmere-council", "partnership": "northmere", "role": "business_unit"}]}}
{"person": {"key": "alex", "name": "Alex Example", "email": "alex@northmere.example", "memberships": [{"organisation": "northmere-council", "partnership": "northmere", "role": "contributor"}]}}
"#;

/// One step of a case line, recorded on the day it happened.
#[expect(clippy::needless_pass_by_value, reason = "values are written where they are given")]
pub(crate) fn step(on: &str, what: Value, words: Value) -> Value {
    json!({"on": on, "do": what, "words": words, "by": "jo", "at": format!("{on}T12:00:00Z")})
}

/// A line with a case of Northmere.
pub(crate) fn case(key: &str, steps: &[Value]) -> String {
    format!("{}\n", json!({"case": {"key": key, "partnership": "northmere", "steps": steps}}))
}

/// The steps of a serious incident from the referral until it was notified on `notified`.
pub(crate) fn notified(title: &str, aware: &str, notified: &str) -> Vec<Value> {
    let refer = json!({"refer": {"partnership": "@northmere", "kind": "serious_incident", "incident": aware, "aware": aware}});
    let decide =
        json!({"decide_notifiable": {"harm": "serious_harm", "abuse": "suspected", "locus": "in_area"}});
    let child = json!({"add_child": {"number": 1, "age_band": "under_one", "sex": "female", "ethnicity": "not_known",
        "disability": "not_known", "looked_after": "no", "child_in_need": "no", "protection_plan": "no",
        "known_to_agencies": "yes", "harm": "serious_harm"}});
    let view = json!({"give_view": {"partner": "council", "notifiable": true, "capacity": "delegated"}});
    let decided = json!({"decided_by": "Director of children’s services", "reason": "Both limbs are met",
        "comment": "The other partners were asked and had not answered"});
    vec![
        step(aware, refer, json!({"title": title, "account": "An invented account"})),
        step(aware, json!({"consider": {}}), json!({})),
        step(aware, view, decided.clone()),
        step(aware, decide, decided),
        step(aware, child, json!({"pseudonym": "Child A"})),
        step(
            notified,
            json!({"notify": {"told": ["icb", "police"]}}),
            json!({"reference": "N-1", "decided_by": "Director of children’s services"}),
        ),
    ]
}

impl Cspr {
    /// Imports a file of these lines.
    #[track_caller]
    pub(crate) fn import(&self, lines: &str) -> String {
        let file = self.file("given.jsonl", lines);
        self.ok(&["import", &file])
    }

    /// The refusal of a file of these lines, after which nothing is in the record.
    #[track_caller]
    pub(crate) fn refuses(&self, lines: impl AsRef<[u8]>) -> String {
        let file = self.file("refused.jsonl", lines);
        let said = self.refused(&["import", &file]);
        assert_eq!(self.json(&["organisations"]), json!([]), "something was written");
        assert_eq!(self.json(&["cases"]), json!([]), "something was written");
        said
    }
}
