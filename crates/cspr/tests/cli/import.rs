//! `cspr import`: a whole file or nothing of it.

use std::fs::File;
use std::io::Write;

use serde_json::json;

use crate::given::{NORTHMERE, case, notified, step};
use crate::harness::Cspr;

fn infant() -> String {
    case("infant", &notified("Infant, serious harm", "2024-03-04", "2024-03-08"))
}

for_both! {
    fn a_case_is_imported_with_its_dates_and_those_who_recorded_it(cspr: Cspr) {
        let said = cspr.import(&(NORTHMERE.to_owned() + &infant()));
        assert!(said.starts_with("1 case with "), "{said}");
        let shown = cspr.json(&["case", "2024-001"]);
        assert_eq!(shown["stage"], "notified");
        assert_eq!(shown["history"][1]["by"], "Jo Example");
        assert_eq!(shown["history"][1]["recorded_at"], "2024-03-04T12:00:00Z");
    }

    fn importing_the_same_file_again_changes_nothing(cspr: Cspr) {
        let lines = NORTHMERE.to_owned() + &infant();
        cspr.import(&lines);
        let before = (cspr.json(&["heads"]), cspr.json(&["people"]), cspr.json(&["partnerships"]));
        let said = cspr.import(&lines);
        assert!(said.starts_with("0 cases with 0 entries") && said.contains("1 more there already"), "{said}");
        assert_eq!(before, (cspr.json(&["heads"]), cspr.json(&["people"]), cspr.json(&["partnerships"])));
    }

    fn whom_the_latest_file_gives_no_role_loses_access(cspr: Cspr) {
        cspr.import(&(NORTHMERE.to_owned() + &infant()));
        let seen_by_jo = ["cases", "--as", "jo@northmere.example"];
        assert_eq!(cspr.json(&seen_by_jo).as_array().unwrap().len(), 1);
        cspr.import(r#"{"person": {"key": "jo", "name": "Jo Example", "email": "jo@northmere.example"}}"#);
        assert_eq!(cspr.json(&seen_by_jo), json!([]));
        let said = cspr.refused(&["case", "2024-001", "--as", "jo@northmere.example"]);
        assert!(said.contains("there is no case"), "{said}");
        assert_eq!(cspr.json(&["verify"])["faulty"], 0);
    }

    fn a_partnership_takes_the_members_of_the_latest_file_and_keeps_settings_it_does_not_speak_of(cspr: Cspr) {
        let line = |name: &str, more: &str| format!(
            r#"{{"partnership": {{"key": "northmere", "name": "{name}", "members": ["northmere-council"{more}}}}}"#
        );
        cspr.import(NORTHMERE);
        cspr.import(&line("Northmere", r#", "northmere-icb"], "settings": {"national_panel_name": "Example Panel"}"#));
        cspr.import(&line("Northmere renamed", "]"));
        let exported = cspr.ok(&["export"]);
        let partnership = exported.lines().find(|line| line.starts_with("{\"partnership\"")).unwrap();
        let partnership: serde_json::Value = serde_json::from_str(partnership).unwrap();
        let partnership = &partnership["partnership"];
        assert_eq!(partnership["name"], "Northmere renamed");
        assert_eq!(partnership["members"].as_array().unwrap().len(), 1);
        assert_eq!(partnership["settings"], json!({"national_panel_name": "Example Panel"}));
    }

    fn a_dry_run_writes_nothing(cspr: Cspr) {
        let file = cspr.file("cases.jsonl", NORTHMERE.to_owned() + &infant());
        let said = cspr.ok(&["import", &file, "--dry-run"]);
        assert!(said.contains("Nothing was written"), "{said}");
        assert_eq!(cspr.json(&["cases"]), json!([]));
        assert_eq!(cspr.json(&["people"]), json!([]));
    }

    fn a_case_that_goes_another_way_than_the_record_is_refused(cspr: Cspr) {
        cspr.import(&(NORTHMERE.to_owned() + &infant()));
        let other = case("infant", &notified("Infant, serious harm", "2024-03-04", "2024-03-07"));
        let said = cspr.refused(&["import", &cspr.file("other.jsonl", NORTHMERE.to_owned() + &other)]);
        assert!(said.contains("line 7") && said.contains("`cspr record`"), "{said}");
    }

    fn one_wrong_step_keeps_the_whole_file_out(cspr: Cspr) {
        let mut steps = notified("Infant, serious harm", "2024-03-04", "2024-03-08");
        steps[5] = step("2024-03-01", steps[5]["do"].clone(), steps[5]["words"].clone());
        steps[5]["at"] = json!("2024-03-08T12:00:00Z");
        let said = cspr.refuses(NORTHMERE.to_owned() + &infant() + &case("second", &steps));
        assert!(said.contains("line 8, step 6, on: "), "{said}");
        assert!(said.contains("1 March 2024") && said.contains("4 March 2024"), "both dates are named: {said}");
    }

    fn a_case_with_partial_and_unknown_dates_is_held_and_says_what_is_missing(cspr: Cspr) {
        let bring_in = json!({"bring_in": {"partnership": "@northmere", "kind": "serious_incident",
            "stage": "lcspr_in_progress", "incident": "2023-08",
            "known": [{"what": "lcspr_decided", "on": "2023-10"}]}});
        let words = json!({"title": "Child, published report", "source": "A published report"});
        cspr.import(&(NORTHMERE.to_owned() + &case("a", &[step("2024-01-10", bring_in, words)])));
        let shown = cspr.json(&["case", "2024-001"]);
        let lcspr = shown["clocks"].as_array().unwrap().iter().find(|clock| clock["clock"] == "lcspr").unwrap();
        assert_eq!((&lcspr["state"], &lcspr["due"]), (&json!("cannot_compute"), &json!(null)));
        let words = lcspr["words"].as_str().unwrap();
        assert!(words.contains("the decision to start an LCSPR") && words.contains("October 2023"), "{words}");
    }

    fn holidays_of_a_file_count_for_the_cases_below_them(cspr: Cspr) {
        let holiday = json!({"holiday": {"date": "2024-03-06", "title": "Example day"}}).to_string() + "\n";
        cspr.import(&(NORTHMERE.to_owned() + &holiday + &infant()));
        let explained = cspr.json(&["explain", "2024-001", "rapid-review"]);
        assert_eq!(explained["due"], "2024-04-02", "Good Friday and Easter Monday are passed over");
        let said = cspr.ok(&["explain", "2024-001", "notification"]);
        assert!(said.contains("Example day"), "{said}");
    }
}

#[test]
fn what_is_wrong_with_a_line_is_named_with_its_line_field_and_what_was_expected() {
    let cspr = Cspr::sqlite();
    for (line, expected) in [
        (
            "{\"organisation\": {\"key\": \"a\", \"kind\": \"b\"}}",
            "line 1, organisation: missing field `name`",
        ),
        ("{\"organisation\": {\"key\": \"a b\", \"kind\": \"b\", \"name\": \"c\"}}", "“a b” is not a key"),
        ("{\"organisatoin\": {}}", "line 1: unknown variant `organisatoin`, expected one of"),
        (
            "{\"organisation\": {\"key\": \"a\", \"kind\": 7, \"name\": \"c\"}}",
            "line 1, organisation.kind: invalid type",
        ),
        ("{\"organisation\": {\"key\": \"a\",, }}", "line 1: column "),
        ("{\"person\": {\"key\": \"a\", \"date_of_birth\": \"29 May\"}}", "line 1, person.date_of_birth: "),
        ("{\"organisation\": {\"key\": \"a\"", "the file has been cut off"),
        ("[1, 2]", "line 1: "),
    ] {
        let said = cspr.refuses(line);
        assert!(said.contains(expected), "{line}: {said}");
        assert!(said.contains("nothing was imported"), "{said}");
    }
}

#[test]
fn what_is_wrong_with_a_step_is_named_with_its_number() {
    let cspr = Cspr::sqlite();
    let steps = notified("Infant, serious harm", "2024-03-04", "2024-03-08");
    let with = |number: usize, step: serde_json::Value| {
        let mut steps = steps.clone();
        steps[number] = step;
        NORTHMERE.to_owned() + &case("infant", &steps)
    };
    for (lines, expected) in [
        (
            with(5, step("2024-03-08", json!({"notify": {"tild": []}}), json!({}))),
            "step 6, do.notify.tild: unknown field `tild`",
        ),
        (with(5, json!({"on": "8 March", "do": {"notify": {}}})), "step 6, on: "),
        (
            with(5, step("2024-03-08", json!({"notify": {"told_others": ["@nobody"]}}), json!({}))),
            "step 6, do: there is no organisation, partnership or person “@nobody”",
        ),
        (with(1, step("2024-03-01", json!({"consider": {}}), json!({}))), "line 7, step 2, at: "),
        (
            with(1, json!({"on": "2024-03-04", "do": {"consider": {}}, "by": "nobody"})),
            "step 2, by: there is no",
        ),
        (
            with(1, json!({"on": "2024-03-04", "do": {"consider": {}}, "at": "2999-01-01T00:00:00Z"})),
            "step 2, at: nothing can have been recorded in the future",
        ),
        (with(1, steps[0].clone()), "step 2, do: "),
    ] {
        let said = cspr.refuses(lines);
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

#[test]
fn up_to_twenty_faults_are_told_at_once() {
    let said = Cspr::sqlite().refuses("{}\n".repeat(30));
    assert_eq!(said.matches("\n  line ").count(), 20, "{said}");
    assert!(said.contains("There may be more"), "{said}");
}

#[test]
fn a_file_that_is_not_utf8_is_refused() {
    let mut bytes = NORTHMERE.as_bytes().to_vec();
    bytes.extend(b"{\"organisation\": {\"key\": \"x\", \"kind\": \"y\", \"name\": \"caf\xe9\"}}\n");
    let said = Cspr::sqlite().refuses(bytes);
    assert!(said.contains("line 7: byte ") && said.contains("is not UTF-8"), "{said}");
}

#[test]
fn a_file_of_one_endless_line_is_refused_without_being_held() {
    let cspr = Cspr::sqlite();
    let path = cspr.path("huge.jsonl");
    let mut file = File::create(&path).unwrap();
    file.write_all(b"{\"organisation\": {\"key\": \"").unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    let said = cspr.refused(&["import", path.to_str().unwrap()]);
    assert!(said.contains("line 1: the line is longer than 16 MiB"), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let said = Cspr::sqlite().refused(&["import", "nowhere.jsonl"]);
    assert!(said.contains("nowhere.jsonl cannot be read"), "{said}");
}

#[test]
fn what_a_key_stands_for_has_to_be_what_is_expected() {
    for (line, expected) in [
        (
            r#"{"person": {"key": "x", "name": "X", "memberships": [{"organisation": "jo", "partnership": "northmere", "role": "contributor"}]}}"#,
            "person.memberships: “jo” is not an organisation",
        ),
        (
            r#"{"person": {"key": "northmere", "name": "X"}}"#,
            "key: “northmere” is the key of a partnership already: choose another",
        ),
        (
            r#"{"person": {"key": "x", "name": "X", "email": "x y@z"}}"#,
            "person.email: “x y@z” is not an email address",
        ),
        (r#"{"person": {"key": "x", "name": " "}}"#, "person.name: write the name, or leave it out"),
        (
            r#"{"person": {"key": "00000000-0000-0000-0000-000000000000", "name": "X"}}"#,
            "is the key of a person already",
        ),
    ] {
        let said = Cspr::sqlite().refuses(format!("{NORTHMERE}{line}\n"));
        assert!(
            said.contains(&format!("line 7, {expected}")) || said.contains(expected),
            "{expected}: {said}"
        );
    }
}
