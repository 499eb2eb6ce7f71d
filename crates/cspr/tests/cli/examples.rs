//! The examples that come with the program.

use serde_json::{Value, json};

use crate::given::NORTHMERE;
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

    fn a_record_with_anybody_in_it_does_not_become_one_of_examples(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let examples = cspr.file("examples.jsonl", SYNTHETIC);
        for more in [&[][..], &["--dry-run"]] {
            let said = cspr.refused(&[&["import", "--examples", &examples], more].concat());
            assert!(said.contains("people or cases that are no examples"), "{said}");
        }
        cspr.import(NORTHMERE);
    }

    fn a_dry_run_marks_nothing(cspr: Cspr) {
        let examples = cspr.file("examples.jsonl", SYNTHETIC);
        cspr.ok(&["import", "--examples", "--dry-run", &examples]);
        cspr.import(NORTHMERE);
    }

    fn nobody_real_gets_into_a_record_of_examples(cspr: Cspr) {
        let examples = cspr.file("examples.jsonl", SYNTHETIC);
        cspr.ok(&["import", "--examples", &examples]);
        cspr.ok(&["import", "--examples", &examples]);
        let before = cspr.json(&["people"]);
        let real = cspr.file("real.jsonl", NORTHMERE);
        let invite =
            ["invite", "sam@northmere.example", "--role", "administrator", "--organisation", "northmere-council"];
        for asked in [&["import", real.as_str()][..], &invite] {
            let said = cspr.refused(asked);
            assert!(said.contains("start a record of your own"), "{said}");
        }
        assert_eq!(cspr.json(&["people"]), before);
    }

    fn a_record_of_examples_is_served_on_this_machine_only(cspr: Cspr) {
        let examples = cspr.file("examples.jsonl", SYNTHETIC);
        cspr.ok(&["import", "--examples", &examples]);
        let said = cspr.refused(&["serve", "--listen", "nowhere", "--origin", "https://cspr.northmere.example"]);
        assert!(said.contains("leave --origin out"), "{said}");
        let said = cspr.refused(&["serve", "--listen", "0.0.0.0:0"]);
        assert!(said.contains("listen at 127.0.0.1 only"), "{said}");
    }
}
