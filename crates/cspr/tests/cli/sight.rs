//! What those see who have no place at the whole of a case.

use serde_json::json;

use crate::given::{NORTHMERE, case, notified, step};
use crate::harness::Cspr;

const ALEX: [&str; 2] = ["--as", "alex@northmere.example"];

/// A case in which two agencies are asked, one of them Alex’s, who is on its list.
fn asked(cspr: &Cspr) {
    let ask = |agency: &str| {
        step("2024-03-12", json!({"ask_agency": {"agency": agency, "due": "2024-03-20"}}), json!({}))
    };
    let mut steps = notified("Infant, serious harm", "2024-03-04", "2024-03-08");
    steps.push(step("2024-03-11", json!({"open_rapid_review": {"scope_from": "2022", "scope_to": "2024-03-04", "executives_told": true}}), json!({"scope": "Two years"})));
    steps.push(ask("@northmere-council"));
    steps.push(ask("@northmere-police"));
    steps.push(step(
        "2024-03-12",
        json!({"grant_access": {"person": "@alex", "as_role": "contributor"}}),
        json!({}),
    ));
    cspr.import(&(NORTHMERE.to_owned() + &case("a", &steps)));
}

for_both! {
    fn an_agency_sees_what_it_was_asked_and_not_how_the_case_stands(cspr: Cspr) {
        asked(cspr);
        let as_alex = |words: &[&str]| cspr.ok(&[&ALEX, words].concat());
        let shown = as_alex(&["case", "2024-001"]);
        assert!(shown.contains("Infant, serious harm") && shown.contains("agency-northmere-council"), "{shown}");
        for hidden in ["Rapid review open", "rapid-review", "agency-northmere-police"] {
            assert!(!shown.contains(hidden), "{hidden}: {shown}");
        }
        let cases = as_alex(&["cases"]);
        assert!(cases.contains("2024-001") && !cases.contains("Rapid review"), "{cases}");
        let due = as_alex(&["due", "--on", "2024-03-13"]);
        assert!(due.contains("Agency return: Northmere Council") && !due.contains("Northmere Police"), "{due}");
        let refused = cspr.refused(&[&ALEX[..], &["explain", "2024-001", "rapid-review"]].concat());
        assert!(refused.contains("has no clock rapid-review: it has agency-northmere-council"), "{refused}");
    }

    fn the_business_unit_sees_who_has_read_of_a_case(cspr: Cspr) {
        asked(cspr);
        cspr.ok(&[&ALEX[..], &["case", "2024-001"]].concat());
        let readings = cspr.ok(&["readings", "2024-001"]);
        assert!(readings.contains("Alex Example") && readings.contains("the operator"), "{readings}");
        let refused = cspr.refused(&[&ALEX[..], &["readings", "2024-001"]].concat());
        assert!(refused.contains("only the business unit"), "{refused}");
    }
}
