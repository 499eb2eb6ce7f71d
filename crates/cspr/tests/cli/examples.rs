//! The examples that come with the program.

use serde_json::{Value, json};

use crate::harness::Cspr;

const SYNTHETIC: &str = include_str!("../../../../examples/synthetic.jsonl");
const PUBLISHED: &str = include_str!("../../../../examples/published.jsonl");

fn titled<'a>(cases: &'a Value, title: &str) -> &'a Value {
    let found =
        cases.as_array().unwrap().iter().find(|case| case["title"].as_str().unwrap().starts_with(title));
    found.unwrap_or_else(|| panic!("no {title}"))
}

for_both! {
    fn the_synthetic_cases_stand_as_they_are_described(cspr: Cspr) {
        cspr.import(SYNTHETIC);
        let cases = cspr.json(&["cases", "--limit", "100"]);
        for (title, stage) in [
            ("Infant, serious harm", "partner_decision"),
            ("Baby, injury", "final_report_agreed"),
            ("Teenager, self-harm", "lcspr_in_progress"),
            ("Teenager, serious violence", "closed"),
        ] {
            assert_eq!(titled(&cases, title)["stage"], stage, "{title}");
        }
        let due = cspr.json(&["due", "--on", "2026-03-26", "--limit", "100"]);
        let today: Vec<_> = due
            .as_array()
            .unwrap()
            .iter()
            .filter(|item| item["group"] == "due_today" && item["kind"] == "statutory")
            .map(|item| &item["clock"])
            .collect();
        assert_eq!(today, [&json!("notification")]);
    }

    fn the_published_timelines_hold_what_was_published_and_no_more(cspr: Cspr) {
        cspr.import(PUBLISHED);
        let cases = cspr.json(&["cases"]);
        assert_eq!(titled(&cases, "Case A")["stage"], "actions_open");
        assert_eq!(titled(&cases, "Case D")["stage"], "lcspr_decided");
        assert_eq!(titled(&cases, "Case F")["stage"], "national_review");
        cspr.ok(&["verify"]);
    }
}
