//! `cspr export`, `verify`, `heads` and `rebuild`: the record as a whole.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::json;

use crate::given::{NORTHMERE, case, notified};
use crate::harness::Cspr;

fn two_cases(cspr: &Cspr) {
    let first = notified("Infant, serious harm", "2024-03-04", "2024-03-08");
    let second = notified("Teenager, serious harm", "2024-05-07", "2024-05-10");
    cspr.import(&(NORTHMERE.to_owned() + &case("first", &first) + &case("second", &second)));
}

/// The lines of an export without the first, which says when it was made.
fn exported(cspr: &Cspr) -> Vec<String> {
    cspr.ok(&["export"]).lines().skip(1).map(str::to_owned).collect()
}

for_both! {
    fn a_record_is_equal_after_a_round_trip(cspr: Cspr) {
        two_cases(cspr);
        cspr.ok(&["holidays", "add", "2027-06-04", "Example jubilee", "--yes"]);
        cspr.ok(&["erase", "2024-001", "--entries", "2", "--reason", "Retention", "--yes"]);
        let file = cspr.path("all.jsonl");
        let said = cspr.ok(&["export", "--out", file.to_str().unwrap()]);
        assert!(said.starts_with("2 cases written to "), "{said}");

        let other = cspr.another();
        other.ok(&["import", file.to_str().unwrap()]);
        assert_eq!(exported(&other), exported(cspr));
        assert_eq!(other.json(&["heads"]), cspr.json(&["heads"]));
        assert_eq!(other.json(&["cases"]), cspr.json(&["cases"]));
        assert_eq!(other.json(&["verify"])["faulty"], 0);

        let said = other.ok(&["import", file.to_str().unwrap()]);
        assert!(said.contains("2 more there already"), "{said}");
    }

    fn an_export_takes_the_place_of_nothing_and_is_for_its_owner_alone(cspr: Cspr) {
        two_cases(cspr);
        let kept = cspr.file("kept.txt", "Something else");
        for there in [kept.as_str(), "/dev/null"] {
            let said = cspr.refused(&["export", "--out", there]);
            assert!(said.contains(&format!("{there} is there already")), "{said}");
        }
        assert_eq!(fs::read_to_string(&kept).unwrap(), "Something else");

        let half = cspr.file("all.jsonl.unfinished", "Another export");
        let file = cspr.path("all.jsonl");
        let said = cspr.refused(&["export", "--out", file.to_str().unwrap()]);
        assert!(said.contains("remove it if it is left of another export"), "{said}");
        assert_eq!(fs::read_to_string(&half).unwrap(), "Another export");

        fs::remove_file(&half).unwrap();
        cspr.ok(&["export", "--out", file.to_str().unwrap()]);
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(!cspr.path("all.jsonl.unfinished").exists());
    }

    fn an_export_that_was_altered_or_cut_off_is_refused(cspr: Cspr) {
        two_cases(cspr);
        let whole = cspr.ok(&["export"]);
        let other = cspr.another();
        let lines: Vec<_> = whole.lines().collect();
        let said = other.refuses(lines[..lines.len() - 1].join("\n"));
        assert!(said.contains("the file has been cut off"), "{said}");
        let said = other.refuses(lines.iter().filter(|line| !line.starts_with("{\"record\"")).copied().collect::<Vec<_>>().join("\n"));
        assert!(said.contains("the export held 2 cases and the file holds 0"), "{said}");
        let said = other.refuses(whole.replace("2024-05-10", "2024-05-09"));
        assert!(said.contains("was altered"), "{said}");
    }

    fn heads_kept_elsewhere_prove_that_no_end_was_cut_off(cspr: Cspr) {
        two_cases(cspr);
        let heads = cspr.file("heads.json", cspr.ok(&["heads"]));
        cspr.ok(&["record", "2024-001", "add-note", "--word", "text=Later"]);
        let said = cspr.ok(&["verify", "--heads", &heads]);
        assert!(said.contains("2 cases") && said.contains("everything is as it was recorded"), "{said}");

        let zeros = "0".repeat(64);
        let mut kept: serde_json::Value = serde_json::from_str(&fs::read_to_string(&heads).unwrap()).unwrap();
        let first = kept.as_object_mut().unwrap().values_mut().next().unwrap();
        first[1] = json!(zeros);
        let said = cspr.refused(&["verify", "--heads", &cspr.file("other.json", kept.to_string())]);
        assert!(said.contains("1 case is not as recorded") && said.contains("when the heads were exported"), "{said}");
        let said = cspr.refused(&["verify", "--heads", &cspr.file("wrong.json", "[1]")]);
        assert!(said.contains("is not what `cspr heads` prints"), "{said}");
    }

    fn rows_made_again_are_the_same_rows(cspr: Cspr) {
        two_cases(cspr);
        let before = (cspr.json(&["cases"]), cspr.json(&["due", "--on", "2024-03-20"]), cspr.json(&["search", "infant"]));
        let said = cspr.ok(&["rebuild"]);
        assert!(said.contains("of 2 cases"), "{said}");
        assert_eq!(before, (cspr.json(&["cases"]), cspr.json(&["due", "--on", "2024-03-20"]), cspr.json(&["search", "infant"])));
    }

    fn traces_of_what_was_erased_are_removed_by_the_operator(cspr: Cspr) {
        two_cases(cspr);
        assert!(cspr.ok(&["erase", "--scrub"]).starts_with("No traces of what was erased are left"));
        let said = cspr.refused(&["erase", "--scrub", "--as", "jo@northmere.example"]);
        assert!(said.contains("only the operator"), "{said}");
        let misused = cspr.run(&["erase", "2024-001", "--scrub"]);
        assert_eq!(misused.code, 2, "{}", misused.err);
        assert_eq!(cspr.json(&["verify"])["faulty"], 0);
    }
}
