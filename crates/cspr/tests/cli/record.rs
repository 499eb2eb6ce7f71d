//! `cspr record`: every step of a case without a browser.

use serde_json::json;

use crate::given::NORTHMERE;
use crate::harness::Cspr;

const REFER: &[&str] = &[
    "record",
    "new",
    "refer",
    "partnership=@northmere",
    "kind=serious_incident",
    "incident=2024-03-01",
    "aware=2024-03-04",
    "--on",
    "2024-03-04",
    "--word",
    "title=Infant, serious harm",
    "--word",
    "account=Invented",
];

for_both! {
    fn a_case_is_walked_from_the_referral_to_the_notification(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let said = cspr.ok(REFER);
        let reference = said.split_whitespace().next().unwrap();
        assert!(said.contains("Referred") && said.contains("Next: Notification by Monday 11 March 2024"), "{said}");

        cspr.ok(&["record", reference, "consider", "--on", "2024-03-04"]);
        let decided = ["--on", "2024-03-05", "--word", "decided_by=Director", "--word", "reason=Both limbs are met", "--word", "comment=The others had not answered"];
        let record = |step: &[&str]| cspr.ok(&[&["record", reference], step, &decided].concat());
        record(&["give-view", "partner=council", "notifiable=yes"]);
        record(&["decide-notifiable", "harm=serious_harm", "abuse=suspected", "locus=in_area"]);
        cspr.ok(&["record", reference, "add-child", "number=1", "age_band=under_one", "sex=female",
            "ethnicity=not_known", "disability=no", "looked_after=no", "child_in_need=no", "protection_plan=no",
            "known_to_agencies=yes", "harm=serious_harm", "--word", "pseudonym=Child A"]);

        let notify = json!({"on": "2024-03-08", "do": {"notify": {"told": ["icb", "police"]}},
            "words": {"reference": "N-1", "decided_by": "Director"}});
        let ran = cspr.run_with(&["record", reference, "-"], &notify.to_string());
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains("Notified\n") && ran.out.contains("Next: Rapid review by Tuesday 2 April 2024"), "{}", ran.out);

        let shown = cspr.json(&["case", reference]);
        let notification = shown["clocks"].as_array().unwrap().iter().find(|clock| clock["clock"] == "notification").unwrap();
        assert_eq!(notification["words"], "Met, 1 working day early");
        assert_eq!(cspr.json(&["verify"])["faulty"], 0);
    }

    fn a_step_the_rules_do_not_allow_says_what_to_do_and_records_nothing(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let reference = cspr.json(REFER)["reference"].as_str().unwrap().to_owned();
        let version = cspr.json(&["case", &reference])["version"].clone();
        let said = cspr.refused(&["record", &reference, "notify", "--on", "2024-03-08"]);
        assert!(said.contains("nothing was recorded\n  "), "{said}");
        assert_eq!(cspr.json(&["case", &reference])["version"], version);
        let said = cspr.refused(&["record", &reference, "consider", "--on", "2199-01-01"]);
        assert!(said.contains("on: ") && said.contains("1 January 2199"), "{said}");
    }

    fn whoever_recorded_first_wins_and_the_other_is_told_who_it_was(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let reference = cspr.json(REFER)["reference"].as_str().unwrap().to_owned();
        let version = cspr.json(&["case", &reference])["version"].to_string();
        cspr.ok(&["record", &reference, "consider", "--after", &version]);
        let said = cspr.refused(&["record", &reference, "add-note", "--word", "text=x", "--after", &version]);
        assert!(said.contains("The operator changed this case on "), "{said}");
    }

    fn a_person_acts_with_no_more_than_their_own_rights(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let mine = cspr.json(&[REFER, &["--as", "jo@northmere.example"]].concat());
        let mine = mine["reference"].as_str().unwrap();
        let jo = ["--as", "jo@northmere.example"];
        let alex = ["--as", "alex@northmere.example"];
        assert_eq!(cspr.json(&[&["cases"][..], &jo].concat()).as_array().unwrap().len(), 1);
        assert_eq!(cspr.json(&[&["cases"][..], &alex].concat()), json!([]));
        let said = cspr.refused(&[&["case", mine][..], &alex].concat());
        assert!(said.contains("there is no case"), "{said}");
        let said = cspr.refused(&["cases", "--as", "nobody@northmere.example"]);
        assert!(said.contains("nobody has the address"), "{said}");
        for command in [&["export"][..], &["verify"], &["heads"], &["rebuild"], &["people"]] {
            let said = cspr.refused(&[command, &jo].concat());
            assert!(said.contains("only the operator"), "{said}");
        }
    }

    fn what_names_a_child_is_held_apart_and_can_be_erased(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let reference = cspr.json(REFER)["reference"].as_str().unwrap().to_owned();
        let said = cspr.refused(&["erase", &reference, "--entries", "2", "--reason", "Retention"]);
        assert!(said.contains("add --yes"), "{said}");
        cspr.ok(&["record", &reference, "add-child", "number=1", "age_band=under_one", "sex=female",
            "ethnicity=not_known", "disability=no", "looked_after=no", "child_in_need=no", "protection_plan=no",
            "known_to_agencies=yes", "harm=serious_harm", "--word", "pseudonym=Child A"]);
        cspr.ok(&["record", &reference, "identify-child", "child=1", "person=@child-a",
            "identity.name=Invented Child", "identity.date_of_birth=2023-11-30"]);
        assert!(!cspr.ok(&["case", &reference]).contains("Invented Child"));
        let people = cspr.json(&["people"]);
        let child = people.as_array().unwrap().iter().find(|one| one["name"] == "Invented Child").unwrap();
        let child = child["id"].as_str().unwrap();
        cspr.ok(&["erase", &reference, "--person", child, "--reason", "Retention", "--yes"]);
        assert!(!cspr.json(&["people"]).to_string().contains("Invented Child"));

        assert_eq!(cspr.json(&["search", "invented"]).as_array().unwrap().len(), 1);
        cspr.ok(&["erase", &reference, "--entries", "2", "--reason", "Retention", "--yes"]);
        assert_eq!(cspr.json(&["search", "invented"]), json!([]));
        assert_eq!(cspr.json(&["verify"])["faulty"], 0);
    }

    fn a_step_without_a_date_says_that_it_was_dated_today(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let reference = cspr.json(REFER)["reference"].as_str().unwrap().to_owned();
        let said = cspr.ok(&["record", &reference, "add-note", "--word", "text=x"]);
        assert!(said.contains("Dated today, ") && said.contains("because no --on was given"), "{said}");
        let said = cspr.refused(&["record", &reference, "ask-agency", "agency=@scool", "due=2024-03-12"]);
        assert!(said.contains("no organisation, partnership or person “@scool”"), "{said}");
    }

    fn what_somebody_wrote_cannot_steer_the_terminal(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let mut refer = REFER.to_vec();
        refer[10] = "title=Infant \u{202e}mrah";
        assert!(cspr.refused(&refer).contains("Title must not hold invisible characters"));
        let reference = cspr.json(REFER)["reference"].as_str().unwrap().to_owned();
        cspr.ok(&["record", &reference, "add-note", "--word", "text=\u{202e}mrah"]);
        assert!(cspr.ok(&["case", &reference]).contains("\\u202emrah"));
    }

    fn nothing_is_given_twice(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let reference = cspr.json(REFER)["reference"].as_str().unwrap().to_owned();
        let note = ["record", &reference, "add-note", "--word", "text=a", "--word", "text=b"];
        assert!(cspr.refused(&note).contains("the word text is given twice"));
        let ask = ["record", &reference, "give-view", "partner=icb", "partner=police"];
        assert!(cspr.refused(&ask).contains("partner is given twice"));
        let ran = cspr.run_with(&["record", &reference, "-"], r#"{"on": "2024-03-04", "on": "2024-03-05", "do": "x"}"#);
        assert!(ran.code != 0 && ran.err.contains("the field “on” stands here twice"), "{}", ran.err);
    }

    fn the_history_says_what_each_entry_holds_and_what_became_of_it(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let reference = cspr.json(REFER)["reference"].as_str().unwrap().to_owned();
        let record = |step: &[&str]| cspr.json(&[&["record", &reference], step].concat())["version"].to_string();
        record(&["consider", "--on", "2024-03-04"]);
        let view = record(&["give-view", "partner=council", "notifiable=no", "--on", "2024-03-04",
            "--word", "decided_by=Director", "--word", "reason=Not serious"]);
        let note = record(&["add-note", "--on", "2024-03-05", "--word", "text=Somebody rang"]);
        let shown = cspr.ok(&["case", &reference]);
        for expected in ["view given\n", "notifiable: no", "partner: council", "aware: 4 March 2024",
            "kind: serious incident", "partnership: Northmere Partnership"] {
            assert!(shown.contains(expected), "{expected}: {shown}");
        }

        let with = r#"with={"give_view": {"partner": "council", "notifiable": true}}"#;
        let by = record(&["correct", &format!("entry={view}"), with, "--on", "2024-03-04", "--word", "decided_by=Director",
            "--word", "reason=Serious", "--word", "correction=Misheard"]);
        let struck = record(&["strike-out", &format!("entry={note}"), "--word", "correction=Another case"]);
        let shown = cspr.ok(&["case", &reference]);
        for expected in [format!("view given (corrected by {by})"), format!("corrects entry {view}: view given"),
            format!("note added (struck out by {struck})"), format!("strikes out entry {note}")] {
            assert!(shown.contains(&expected), "{expected}: {shown}");
        }
        assert!(shown.contains("notifiable: yes"), "{shown}");
    }

    fn a_reference_that_two_partnerships_have_asks_for_the_partnership(cspr: Cspr) {
        let southmere = r#"{"partnership": {"key": "southmere", "name": "Southmere Partnership", "members": ["northmere-police"]}}"#;
        cspr.import(&(NORTHMERE.to_owned() + southmere));
        let reference = cspr.json(REFER)["reference"].as_str().unwrap().to_owned();
        let mut other = REFER.to_vec();
        other[3] = "partnership=@southmere";
        cspr.ok(&other);
        let said = cspr.refused(&["case", &reference]);
        assert!(said.contains("northmere") && said.contains("southmere") && said.contains("--partnership"), "{said}");
        let shown = cspr.json(&["case", &reference, "--partnership", "southmere"]);
        assert_eq!(shown["partnership"], "southmere");
    }
}

#[test]
fn a_command_that_ends_leaves_the_record_whole_in_its_one_file() {
    let cspr = Cspr::sqlite();
    cspr.import(NORTHMERE);
    cspr.ok(REFER);
    let left = std::fs::read_dir(cspr.path("var")).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(left.collect::<Vec<_>>(), ["cspr.db"]);
}
